import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/diagnostics/diagnostic.js';
import { Locator } from '../../src/source/locate.js';
import { parseSource, type Source } from '../../src/source/source.js';
import { SNIPPETS } from '../support/tricky-yaml.js';
import { mutationsOf } from '../support/yaml-agreement.js';

const parse = (content: string | Uint8Array): Source =>
  parseSource('people/a.yaml', typeof content === 'string' ? Buffer.from(content) : content);
const values = (content: string): unknown => {
  const { value, findings } = parse(content);
  expect(findings).toEqual([]);
  return value;
};

/** `line:column-endColumn code` of each finding. */
function found(content: string | Uint8Array): string[] {
  const { text, findings } = parse(content);
  const locator = new Locator(text());
  const show = ({ at, code }: Finding): string => {
    const { line, column, endColumn } = locator.range(at);
    return `${line}:${column}-${endColumn} ${code}`;
  };
  return findings.map(show);
}

describe('bytes', () => {
  test('a byte order mark is not counted', () => {
    expect(parse('\ufeff- id: 甲\n').value).toEqual([{ id: '甲' }]);
    expect(found('\ufeff- id: 0012\n')).toEqual(['1:1-1 byte-order-mark', '1:7-11 yaml-number']);
  });

  test('a second mark is an invisible character', () => {
    expect(found('\ufeff\ufeff- id: 甲\n')).toEqual(['1:1-2 control-character']);
    expect(found('- id: 甲\ufeff\n')).toEqual(['1:8-9 control-character']);
  });

  test.each([
    ['GBK', new Uint8Array([0xc9, 0xdc, 0xd0, 0xcb])],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x2d, 0x00])],
    ['a cut character', Buffer.from('- 医').subarray(0, 4)],
    ['an overlong form', new Uint8Array([0x2d, 0x20, 0xc0, 0xaf])],
    ['half a surrogate pair', new Uint8Array([0x2d, 0x20, 0xed, 0xa0, 0x80])],
  ])('%s is not UTF-8', (_, bytes) => {
    const source = parse(bytes);
    expect(source).toMatchObject({ value: undefined, findings: [{ code: 'file-encoding' }] });
    expect(source.text()).toBe('');
    expect(source.findings[0]?.at.file).toEqual('people/a.yaml');
  });

  test('a view into a larger buffer is read by its own bounds', () => {
    const all = Buffer.from('xx- id: 甲\nyy');
    expect(parse(all.subarray(2, -2)).value).toEqual([{ id: '甲' }]);
  });

  test.each(['\u0000', '\u0007', '\u001b', '\u007f', '\u0085', '\u2028', '\u202e', '\u2066', '\uffff'])(
    'the control character %j is refused where it stands',
    (character) => {
      expect(found(`- id: 甲\n  note: 乙${character}\n`)).toEqual(['2:10-11 control-character']);
    },
  );

  test('a control character written as an escape is refused too, in keys as in values', () => {
    expect(found('- id: "甲\\u0007"\n')).toEqual(['1:7-16 control-character']);
    expect(found('- "\\e": 甲\n')).toEqual(['1:3-7 control-character']);
  });

  test('CRLF is fine and stays out of values, columns and lines', () => {
    expect(values('- id: 甲\r\n  note: |\r\n    一\r\n    二\r\n')).toEqual([{ id: '甲', note: '一\n二\n' }]);
    expect(found('- id: 甲\r\n  note: 0012\r\n')).toEqual(['2:9-13 yaml-number']);
    expect(new Locator('- 甲\r\n- 乙\r\n').line(1)).toBe('- 甲');
  });

  test('a carriage return alone is refused', () => {
    expect(found('- id: 甲\n- id: 乙\r- id: 丙\n')).toEqual(['2:8-9 line-end']);
  });
});

describe('a file without content', () => {
  test.each(['', '\n', '\n\n  \n', '# 只有注释\n', '# 注释\r\n\r\n'])('%j is empty: a warning, no records', (text) => {
    expect(parse(text)).toMatchObject({ value: [], findings: [{ code: 'file-empty', severity: 'warning' }] });
  });
});

describe('values', () => {
  test('words and numbers of other YAML versions are text', () => {
    expect(values('- [yes, No, on, 2025-02-30, 12:30, 1_000, "36,768", 17.2万, １００, 1.2.3]\n')).toEqual([
      ['yes', 'No', 'on', '2025-02-30', '12:30', '1_000', '36,768', '17.2万', '１００', '1.2.3'],
    ]);
  });

  test('an empty value is null, in every spelling', () => {
    expect(values('- [~, null, Null, NULL, ]\n-\n- a:\n- #注\n')).toEqual([
      [null, null, null, null],
      null,
      { a: null },
      null,
    ]);
  });

  test.each(['plain', 'js-yaml'] as const)(
    'fields named like the built-ins of objects are plain fields: %s',
    (reader) => {
      const text = '- __proto__: { 甲: 1 }\n  constructor: 2\n  toString: 3\n- id: 甲\n';
      const [record, other] = parseSource('facts/a.yaml', Buffer.from(text), reader).value as object[];
      expect(Object.keys(record ?? {})).toEqual(['__proto__', 'constructor', 'toString']);
      for (const name of ['toString', 'valueOf', 'hasOwnProperty', 'constructor', '__proto__'])
        expect(name in (other ?? {}), name).toBe(false);
      expect({}).not.toHaveProperty('甲');
    },
  );

  test('50 levels are read, 51 are not', () => {
    const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}\n`;
    expect(parse(nested(50)).findings).toEqual([]);
    expect(found(nested(51))).toEqual(['1:51-52 yaml-depth']);
    const blocks = (levels: number): string =>
      Array.from({ length: levels }, (_, at) => `${' '.repeat(at)}a:\n`).join('');
    expect(parse(blocks(50)).findings).toEqual([]);
    expect(parse(blocks(51)).findings).toMatchObject([{ code: 'yaml-depth' }]);
  });

  test('a hundred thousand levels are refused without overflowing the stack', () => {
    expect(parse('['.repeat(100_000)).findings).toMatchObject([{ code: 'yaml-depth' }]);
    expect(parse('- '.repeat(100_000)).findings).toMatchObject([{ code: 'yaml-depth' }]);
  });

  test('a bomb of aliases is refused at once', () => {
    const layers = [...'bcdefghi'].map((name, at) => {
      const before = String.fromCharCode(name.charCodeAt(0) - 1);
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}] # ${at}\n`;
    });
    const { value, findings } = parse(`a: &a 甲\n${layers.join('')}`);
    expect(value).toBeUndefined();
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['yaml-anchor']));
  });

  test.each([
    ['spaces', ' '.repeat(200_000)],
    ['blank lines', '\n'.repeat(200_000)],
    ['comments', '# 注\n'.repeat(100_000)],
    ['question marks', '- a: ?\n'.repeat(50_000)],
    ['brackets in comments', `- [\n${'  # ]\n'.repeat(50_000)}  ]\n`],
    ['tabs', '\t'.repeat(200_000)],
    ['quotes', '- "\n'.repeat(50_000)],
    ['one long word', `- ${'甲'.repeat(500_000)}\n`],
    ['one long list', `- [${'甲, '.repeat(200_000)}]\n`],
    ['a long list of long lines', `- [${'"甲", '.repeat(1500)}]\n`.repeat(100)],
    ['lines, no two the same', Array.from({ length: 200_000 }, (_, index) => `- 甲${index}\n`).join('')],
    ['dashes on a line', `${'- '.repeat(500_000)}甲\n`],
    ['keys, no two the same', Array.from({ length: 100_000 }, (_, index) => `- k${index}: 甲\n`).join('')],
  ])('many %s do not hang it: what takes quadratic time reaches the timeout of tests', (_, text) => {
    expect(parse(text).text()).toBe(text);
  });
});

describe('hasPrivateNumbers', () => {
  const number = `${'138'}00001111`;

  test.each([
    ['- 电话 89102281\n', false],
    [`- 电话 ${number}\n`, true],
    [`# ${number}\n- 甲\n`, true],
    [`- |\n  甲\n  乙 ${number.slice(0, 3)}-0000-1111\n`, true],
    [`- 甲 # １３８００００１１１１\n`, true],
    [`- &a ${number}\n`, true],
    [`- ${number}0\n`, false],
  ])('%j: %s', (text, expected) => {
    const readers = ['plain', 'js-yaml'] as const;
    for (const reader of readers)
      expect(parseSource('facts/a.yaml', Buffer.from(text), reader).hasPrivateNumbers).toBe(expected);
  });
});

describe('the plain subset', () => {
  test.each([
    ['%YAML 1.2\n---\n- 甲\n', '1:1-10 yaml-directive'],
    ['# 注\n%甲 乙\n---\n- 甲\n', '2:1-5 yaml-directive'],
    ['- 甲\n---\n- 乙\n', '2:1-4 yaml-documents'],
    ['- 甲\n---\n', '2:1-4 yaml-documents'],
    ['- 甲\n...\n', '2:1-4 yaml-documents'],
    ['...\n- 甲\n', '1:1-4 yaml-documents'],
    [' ---\n- 甲\n', '1:2-5 yaml-documents'],
    ['- !!str 1\n', '1:3-8 yaml-tag'],
    ['- ! 1\n', '1:3-4 yaml-tag'],
    ['- !!binary 5Yy7\n', '1:3-11 yaml-tag'],
    ['- &甲 乙\n', '1:3-5 yaml-anchor'],
    ['- a: *甲\n', '1:6-8 yaml-anchor'],
    ['- ? 甲\n  : 乙\n', '1:5-6 yaml-complex-key'],
    ['- ?   甲\n', '1:7-8 yaml-complex-key'],
    ['- "?": 甲\n  ? # 注\n   乙\n', '3:4-5 yaml-complex-key'],
    ['- [甲]: 乙\n', '1:3-4 yaml-complex-key'],
    ['- {甲: 1}: 乙\n', '1:3-4 yaml-complex-key'],
    ['- {? 甲 : 乙}\n', '1:6-7 yaml-complex-key'],
    ['- ~: 甲\n', '1:3-4 yaml-complex-key'],
    ['- null: 甲\n', '1:3-7 yaml-complex-key'],
    ['- : 甲\n', '1:3-4 yaml-empty-key'],
    ['- id: 甲\n  : 乙\n', '2:3-4 yaml-empty-key'],
    ['- id:\n  : 乙\n', '2:3-4 yaml-empty-key'],
    ['- {甲: 1, : 2}\n', '1:10-11 yaml-empty-key'],
    ['- <<: {甲: 1}\n', '1:3-5 yaml-merge-key'],
    ['- {甲: 1, <<: {乙: 2}}\n', '1:10-12 yaml-merge-key'],
    [`- ${'甲'.repeat(201)}: 1\n`, '1:3-204 yaml-long-key'],
    ['- 0012\n', '1:3-7 yaml-number'],
    ['- -012\n', '1:3-7 yaml-number'],
    ['- 0x1F\n', '1:3-7 yaml-number'],
    ['- 0o17\n', '1:3-7 yaml-number'],
    ['- 0b101\n', '1:3-8 yaml-number'],
    ['- -0\n', '1:3-5 yaml-number'],
    ['- .inf\n', '1:3-7 yaml-number'],
    ['- -.INF\n', '1:3-8 yaml-number'],
    ['- .NaN\n', '1:3-7 yaml-number'],
    ['- 1e400\n', '1:3-8 yaml-number'],
    ['- 9007199254740993\n', '1:3-19 yaml-number'],
    ['- 330602199001011234\n', '1:3-21 yaml-number'],
    ['- 0012: 甲\n', '1:3-7 yaml-number'],
    ['[甲,\n乙]\n', '2:1-2 yaml-flow-indent'],
    ['[甲,\n# 注\n  乙]\n', '2:1-2 yaml-flow-indent'],
    ['"甲": "乙\n丙"\n', '2:1-2 yaml-syntax'],
    ['- |+\n  甲\n', '1:3-5 yaml-block-header'],
    ['- >2-\n    甲\n', '1:3-6 yaml-block-header'],
    ['- "|9": >-1 # |3\n    甲\n', '1:9-12 yaml-block-header'],
    ['- 甲:\n  # 注\n    乙\n', '3:5-6 yaml-comment'],
    ['-\n# 注\n  乙\n- 丙\n', '3:3-4 yaml-comment'],
    ['- 甲:\n  - "乙"丙: 1\n', '2:8-9 yaml-syntax'],
    ['- 甲:\n  - [乙] 丙: 1\n', '2:9-10 yaml-syntax'],
    ['- 甲\n\t\n- 乙\n', '2:1-2 yaml-syntax'],
    ['- 甲\n \t# 注\n', '2:2-3 yaml-syntax'],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    '- "0012"\n- \'0x1F\'\n- "<<"\n- "~"\n',
    '- 甲: 你好?\n  乙: 好 ?\n  丙: ?甲\n',
    '# 为什么?\n甲: 1\n# 好 ?\n乙: 2\n',
    '- 甲: # 注 | 2\n    乙\n- # 注\n  丙\n',
    '- 甲\n# 注\n- 乙\n  # 注\n- 丙: 1\n  # 注\n  丁: 2\n',
    '- 甲:\n  # 注\n  - 乙\n  # 注\n  - 丙\n',
    '- |\n  甲\n\n  # 不是注\n- >-\n  乙 |2\n',
    '- [甲, # 注 ]\n   乙,\n   # 注 ]\n   丙]\n- 丁\n',
    '- {甲: [1, 2], 乙: {丙: "]"}}\n- 丁\n',
    '---\n- 甲: ---\n  乙: ...\n',
    '-   甲: 1\n    乙:\n    - 1\n    -   - 2\n        - 3\n',
    '- 甲: "a: b # c"\n  乙: a:b#c\n  丙: https://例.cn/?a=1&b=2\n',
    '- 甲: 1.\n  乙: .5\n  丙: 1e3\n  丁: +7\n  戊: 9007199254740991\n',
    '- 甲:\n\n\n    乙\n',
    '- 甲: |\n    乙\n\n  丙: |-\n    丁\n',
    '- 甲\n  ',
  ])('%j is plain', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('every violation is reported, not only the first', () => {
    expect(found('- a: &x 1\n  b: *x\n  c: 0012\n  <<: {}\n').map((place) => place.split(' ')[1])).toEqual([
      'yaml-anchor',
      'yaml-anchor',
      'yaml-number',
      'yaml-merge-key',
    ]);
  });

  test('every repeated key is reported, with its first occurrence', () => {
    const { findings } = parse('- a: 1\n  "a": 2\n  b: {c: 1, c: 2}\n- a: 3\n');
    expect(found('- a: 1\n  "a": 2\n  b: {c: 1, c: 2}\n- a: 3\n')).toEqual([
      '2:3-6 yaml-duplicate-key',
      '3:13-14 yaml-duplicate-key',
    ]);
    expect(findings[0]?.related[0]?.at.offsets).toEqual([2, 3]);
  });
});

describe('syntax errors', () => {
  test.each([
    ['a missing space', '- id: 甲\n  lead:乙\n  note: 丙\n', '2:7-8', '空格'],
    ['a tab', '- id: 甲\n\tlead: 乙\n', '2:1-2', '制表符'],
    ['an open bracket', '- id: 甲\n  assist: [乙\n  lead: 丙\n', '3:3-4', '配对'],
    ['an open quotation mark', '- id: "甲\n  lead: 乙\n', '2:3-4', '配对'],
    ['a second colon', '- title: 义诊: 春季\n', '1:12-13', '引号'],
    ['a record not aligned', '- id: 甲\n - id: 乙\n', '2:2-3', '左对齐'],
    ['an at sign', '- note: @全体\n', '1:9-10', '“@”'],
    ['a percent sign', '- note: %50\n', '1:9-10', '“%”'],
    ['a wrong escape', '- note: "\\甲"\n', '1:11-12', '反斜杠'],
    ['two commas', '- [甲, , 乙]\n', '1:7-8', '逗号'],
  ])('%s: found where it is, with what to do', (_, text, place, word) => {
    const { findings } = parse(text);
    expect(found(text)).toEqual([`${place} yaml-syntax`]);
    expect(findings[0]?.wording('zh').message).toContain(word);
  });

  test('no reason of the parser reaches the user in English', () => {
    const texts = [...SNIPPETS, ...mutationsOf(SNIPPETS, 5000, 7)];
    const messages = new Set(texts.flatMap((text) => parse(text).findings.map(({ wording }) => wording('zh').message)));
    expect([...messages].filter((message) => /[A-Za-z]{4,}\s[A-Za-z]{3,}/.test(message))).toEqual([]);
    expect(messages.size).toBeGreaterThan(15);
  });
});
