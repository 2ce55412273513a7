import { afterEach, describe, expect, test, vi } from 'vitest';
import { readPlain } from '../../src/source/plain-reader.js';
import { readTree } from '../support/memory-reader.js';
import { compareReaders, fuzzReaders } from '../support/reader-agreement.js';
import { SNIPPETS } from '../support/tricky-yaml.js';

const fixtures = readTree('test/fixtures');
const documents = Object.entries({ ...readTree('data'), ...fixtures }).filter(([path]) => path.endsWith('.yaml'));

describe('the plain reader agrees with js-yaml and `yaml`', () => {
  test.each(documents)('on %s', (_, text) => {
    expect(compareReaders(text).difference).toBeNull();
  });

  test.each([...SNIPPETS, '', '\ufeff- a: 1\n', '- a: 1\r\n'].map((text) => [text]))('on %j', (text) => {
    expect(compareReaders(text).difference).toBeNull();
  });

  test('on 2,000 generated documents: npm run fuzz makes more', () => {
    const texts = [...documents.map(([, text]) => text), ...SNIPPETS];
    const { differences, documents: all, accepted } = fuzzReaders(texts, 2000, 20_250_311);
    expect(differences).toEqual([]);
    // A reader that accepts nothing would agree with every other.
    expect(accepted / all).toBeGreaterThan(0.2);
  });
});

describe('the plain reader', () => {
  const ledgers = documents.filter(([path]) => fixtures[path] !== undefined && !path.startsWith('problems/'));

  test('accepts every file of the ledgers in test/fixtures', () => {
    expect(ledgers.length).toBeGreaterThan(30);
    expect(ledgers.filter(([, text]) => readPlain(Buffer.from(text)) === undefined).map(([path]) => path)).toEqual([]);
  });

  test.each([
    [
      '- id: 甲 # 注\n  n: -3.5\n\n# 注\n- id: 乙\n  list:\n  - 1\n  - 2025-03-15\n',
      [
        { id: '甲', n: -3.5 },
        { id: '乙', list: [1, '2025-03-15'] },
      ],
    ],
    ["a: [甲, \"b, c\", {d: 'it''s', e: []}]\r\nf:\r\n", { a: ['甲', 'b, c', { d: "it's", e: [] }], f: null }],
    [
      '- - a\n  - - b\n-\n  c: |-\n    一\n\n     二\n  d: >\n    一\n    二\n\n    三\n',
      [['a', ['b']], { c: '一\n\n 二', d: '一 二\n三\n' }],
    ],
  ])('reads %j', (text, value) => {
    expect(readPlain(Buffer.from(text))?.value).toEqual(value);
  });

  test.each([
    '- a: 1\n  a: 2\n',
    '- __proto__: 1\n',
    '- constructor: 1\n',
    '- 0012\n',
    '- 1e3\n',
    '- true: 1\n',
    '- a: "\\n"\n',
    '- a: 甲\n    乙\n',
    '- a: [甲,\n    乙]\n',
    '- a: &x 1\n',
    '- a\tb\n',
    '---\n- a\n',
    '- a: 1\n b: 2\n',
    `- ${'a'.repeat(65)}: 1\n`,
    `${'- '.repeat(30)}a\n`,
    '',
  ])('leaves %j to js-yaml', (text) => {
    expect(readPlain(Buffer.from(text))).toBeUndefined();
  });
});

describe('repeated lines', () => {
  const value = (text: string): unknown => readPlain(Buffer.from(text))?.value;

  test('are text within a text block and fields outside', () => {
    const field = '    b: "甲"\n';
    expect(value(`- a:\n${field}- a: |\n${field}  c:\n${field}# a:\n`)).toEqual([
      { a: { b: '甲' } },
      { a: 'b: "甲"\n', c: { b: '甲' } },
    ]);
    expect(value(`- a: |\n${field}  # 注\n`)).toEqual([{ a: 'b: "甲"\n' }]);
  });

  test('are found with line ends of either kind', () => {
    const text = '- a: 1\n- b: |\n    甲\n\n    乙\n';
    for (const file of [text, text.replaceAll('\n', '\r\n'), text])
      expect(value(file)).toEqual([{ a: 1 }, { b: '甲\n\n乙\n' }]);
  });

  test('are distinguished where their hashes collide', () => {
    // With the dash before them, 31 × aaaa + xxx~ = 31 × aaab + xxx_.
    const words = Array.from({ length: 4096 }, (_, word) => {
      const parts = Array.from({ length: 12 }, (_, bit) => ((word >> bit) & 1 ? 'aaaaxxx~' : 'aaabxxx_'));
      return `qq${parts.join('')}`;
    });
    const text = words.map((word) => `- ${word}\n`).join('');
    expect(value(text + text)).toEqual([...words, ...words]);
  });

  test('never share a mapping between two records', () => {
    const [first, second] = value('- a: { b: 1 }\n- a: { b: 1 }\n') as { a: object }[];
    expect(first?.a).toEqual(second?.a);
    expect(first?.a).not.toBe(second?.a);
  });

  test.each([127, 128, 129, 100_000])('may be %i bytes long', (length) => {
    const text = `- ${'a'.repeat(length - 2)}\n`;
    expect(value(`${text}- |\n  b\n${text}`) ?? 'left to js-yaml').toEqual(
      length > 10_000 ? 'left to js-yaml' : [text.slice(2, -1), 'b\n', text.slice(2, -1)],
    );
    expect(value(`- |\n  ${text}`)).toEqual([text]);
  });
});

describe('the choice of the reader', () => {
  afterEach(() => {
    vi.doUnmock('../../src/source/plain-reader.js');
    vi.resetModules();
  });

  test.each([
    ['plain', 1],
    ['js-yaml', 0],
  ] as const)('%s: the plain reader is called %i times', async (reader, times) => {
    const asked = vi.fn();
    vi.doMock('../../src/source/plain-reader.js', () => ({ readPlain: asked }));
    vi.resetModules();
    const { readSource } = await import('../../src/source/read-source.js');
    expect((await readSource('facts/a.yaml', Buffer.from('- a: 1\n'), reader)).value).toEqual([{ a: 1 }]);
    expect(asked).toHaveBeenCalledTimes(times);
  });
});
