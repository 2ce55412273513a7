import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/diagnostics/diagnostic.js';
import { LARGEST_FILE } from '../../src/files/reader.js';
import { Locator } from '../../src/source/locate.js';
import { parseSource } from '../../src/source/source.js';

const parse = (content: string | Uint8Array) =>
  parseSource('people/a.yaml', typeof content === 'string' ? Buffer.from(content) : content);

/** `line:column code` of each finding. */
function found(content: string | Uint8Array): string[] {
  const { text, findings } = parse(content);
  const locator = new Locator(text());
  return findings.map(({ at, code }) => `${locator.range(at).line}:${locator.range(at).column} ${code}`);
}

const sentences = (content: string | Uint8Array, at = 0): string => {
  const { message, hint } = (parse(content).findings[at] as Finding).wording('zh');
  return `${message} ${hint}`;
};

const GBK = new Uint8Array([0x2d, 0x20, 0x69, 0x64, 0x3a, 0x20, 0xb9, 0xc7, 0xbf, 0xc6, 0x0a]);
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('the encoding is named', () => {
  test.each<[string, Uint8Array, string]>([
    ['GBK', GBK, 'GBK'],
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('- id: 骨科\n')]), 'UTF-16'],
    ['UTF-16, big-endian', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16('- id: 骨科\n').swap16()]), 'UTF-16'],
    ['UTF-16 without a mark', utf16('- id: abc\n  category: def\n'), 'UTF-16'],
    ['bytes that are no text', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xff, 0x00, 0xfe, 0x80]), '认不出'],
  ])('%s', (_, bytes, name) => {
    expect(found(bytes)).toEqual(['1:1 file-encoding']);
    expect(sentences(bytes)).toContain(name);
  });

  test('a few damaged bytes are reported at their place', () => {
    const whole = Buffer.from('- id: 骨科\n- id: 医务科\n- id: 护理部\n');
    const damaged = Buffer.concat([whole.subarray(0, 21), Buffer.from([0xb5]), whole.subarray(24)]);
    const { findings } = parse(damaged);
    expect(findings[0]?.at.offsets).toEqual([16, 17]);
    expect(sentences(damaged)).toContain('损坏');
  });

  test('a NUL byte is named as one', () => {
    expect(found('- id: 骨科\n- id: 医\u0000\n')).toEqual(['2:8 control-character']);
    expect(sentences('- id: 医\u0000\n')).toContain('NUL');
  });
});

describe('a file as a whole', () => {
  test('a byte order mark is a warning, and the file is read', () => {
    expect(parse('\ufeff- id: 骨科\n')).toMatchObject({ value: [{ id: '骨科' }], findings: [{ severity: 'warning' }] });
    expect(found('\ufeff- id: 骨科\n')).toEqual(['1:1 byte-order-mark']);
  });

  test('mixed line ends are a warning at the first of the rarer kind', () => {
    expect(found('- id: 甲\n- id: 乙\r\n- id: 丙\n')).toEqual(['2:8 mixed-line-ends']);
    expect(found('- id: 甲\r\n- id: 乙\n- id: 丙\r\n')).toEqual(['2:8 mixed-line-ends']);
    expect(found('- id: 甲\r\n- id: 乙\r\n')).toEqual([]);
    expect(sentences('- id: 甲\n- id: 乙\r\n- id: 丙\n')).toContain('1 行是 CRLF，2 行是 LF');
  });

  test('a file that is too large is unreadable', () => {
    expect(found(new Uint8Array(LARGEST_FILE + 1).fill(32))).toEqual(['1:1 file-unreadable']);
  });
});

describe('typing mistakes', () => {
  test('of one kind in consecutive lines are one finding', () => {
    const record = (name: string): string => `- id：${name}\n  category：在职\n  note：备注\n`;
    expect(found(record('甲'))).toEqual(['1:5 full-width-punctuation']);
    expect(found(`${record('甲')}- id: 乙\n${record('丙')}`)).toEqual([
      '1:5 full-width-punctuation',
      '5:5 full-width-punctuation',
    ]);
    expect(sentences(record('甲'))).toContain('连续 3 行');
    expect(sentences(record('甲'))).toContain('写成：- id: 甲');
  });

  test('of several kinds are all reported in one run', () => {
    expect(found('- id: 甲\n  category：在职\n\tnote: 备注\n  name: @乙\n  aliases: [丙\n  x: 1\n')).toEqual([
      '2:11 full-width-punctuation',
      '3:1 yaml-syntax',
      '4:9 yaml-syntax',
      '6:3 yaml-syntax',
    ]);
  });
});

describe('no false alarm', () => {
  test.each([
    '- text: |\n    负责人：张三\n    date：2025\n  note: 备注\n',
    '- text: >-\n    一是：[甲，乙]\n\n    二是：\n      \t缩进\n',
    '- |\n  id：甲\n',
    '- title: “四季有约”系列（第一场）：春季\n  note: 其中，甲、乙；丙\n',
    '- note: "负责人：张三"\n  aliases: ["甲，乙", \'丙；丁\', 义诊、讲座]\n',
    '# 负责人：张三\n- id: 甲 # 备注：[甲，乙]\n',
    '- note: 电话：57589107226\n    时间：上午\n',
    '- items:\n    - 现场：看病历\n    - 时间：上午\n',
    '- note: <<<<<<< 不在行首\n',
    '- note: 甲\n    =======\n',
    '- note: 见下:　一、二\n',
    '- { id: 甲，乙, note: 丙 }\n- note: "{甲，name: 乙}"\n',
  ])('%j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a merge conflict', () => {
  const conflict = (theirs: string): string =>
    `- id: 甲\n<<<<<<< HEAD\n  note: 一\n=======\n  note: 二\n>>>>>>> ${theirs}\n`;
  const sides = (text: string): string[] =>
    parse(text).findings[0]?.related.map(({ at, message }) => `${at.offsets?.[0]} ${message.zh}`) ?? [];

  test('names both sides and their origin', () => {
    expect(sentences(conflict('外联办'))).toContain('“HEAD”');
    expect(sides(conflict('外联办'))).toEqual([
      expect.stringMatching(/^8 .*您自己这边（当前分支，HEAD）/),
      expect.stringMatching(/^31 .*合并进来的那边（外联办）/),
    ]);
  });

  test('has its sides swapped in a rebase', () => {
    expect(sides(conflict('1a2b3c4 (改备注)'))).toEqual([
      expect.stringContaining('对方'),
      expect.stringContaining('正要接上去的那次提交（1a2b3c4 (改备注)）'),
    ]);
  });

  test('is reported without its end marker too', () => {
    expect(found('<<<<<<< HEAD\n- id: 甲\n')).toEqual(['1:1 merge-conflict']);
  });
});
