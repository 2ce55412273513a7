import { afterEach, describe, expect, test, vi } from 'vitest';
import { readPlain } from '../../src/source/plain.js';
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

  test('on 20,000 documents that nobody wrote: npm run fuzz makes more', () => {
    const texts = [...documents.map(([, text]) => text), ...SNIPPETS];
    const { differences, documents: all, accepted } = fuzzReaders(texts, 20_000, 20_250_311);
    expect(differences).toEqual([]);
    // A reader that takes nothing agrees with everyone.
    expect(accepted / all).toBeGreaterThan(0.2);
  });
});

describe('the plain reader', () => {
  const ledgers = documents.filter(([path]) => fixtures[path] !== undefined && !path.startsWith('problems/'));

  test('takes every file of the ledgers kept here', () => {
    expect(ledgers.length).toBeGreaterThan(30);
    expect(ledgers.filter(([, text]) => readPlain(text) === undefined).map(([path]) => path)).toEqual([]);
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
    expect(readPlain(text)).toEqual(value);
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
    expect(readPlain(text)).toBeUndefined();
  });
});

describe('YUEYI_READER', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.doUnmock('../../src/source/plain.js');
    vi.resetModules();
  });

  test.each([
    ['', 1],
    ['js-yaml', 0],
  ])('%j: the plain reader is asked %i times', async (reader, times) => {
    const asked = vi.fn();
    vi.stubEnv('YUEYI_READER', reader);
    vi.doMock('../../src/source/plain.js', () => ({ readPlain: asked }));
    vi.resetModules();
    const { parseSource } = await import('../../src/source/source.js');
    expect(parseSource('facts/a.yaml', Buffer.from('- a: 1\n')).value).toEqual([{ a: 1 }]);
    expect(asked).toHaveBeenCalledTimes(times);
  });
});
