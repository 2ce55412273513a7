import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify, type ToStringOptions } from 'yaml';
import { parseSource } from '../../src/source/source.js';
import { readTree } from '../support/memory-reader.js';
import { SNIPPETS } from '../support/tricky-yaml.js';
import { disagreement, mixedTexts, mutationsOf } from '../support/yaml-agreement.js';

const real = { ...readTree('data'), ...readTree('test/fixtures/base/data') };
const fixtures = readTree('test/fixtures/problems');
const isYaml = ([path]: [string, string]): boolean => path.endsWith('.yaml');
const documents = Object.entries({ ...real, ...fixtures })
  .filter(isYaml)
  .map(([, text]) => text);

/** The texts that two parsers read differently, with what they read. */
function disagreements(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const found = disagreement(text);
    return found === null ? [] : [`${JSON.stringify(text)}: ${found}`];
  });
}

describe('accepted text is read by `yaml` alike', () => {
  test.each(Object.entries({ ...real, ...fixtures }).filter(isYaml))('%s', (_, text) => {
    expect(disagreement(text)).toBeNull();
  });

  test.each(SNIPPETS.map((text) => [text]))('%j', (text) => {
    expect(disagreement(text)).toBeNull();
  });

  test('2,000 real documents with a few wrong characters: npm run fuzz makes more', () => {
    expect(disagreements(mutationsOf([...documents, ...SNIPPETS], 2000, 20_250_311))).toEqual([]);
  });

  test('2,000 texts of nothing but indicators: npm run fuzz makes more', () => {
    expect(disagreements(mixedTexts(2000, 20_250_311))).toEqual([]);
  });
});

describe('plain text is accepted', () => {
  const word = fc.string({
    unit: fc.constantFrom(...'医院党支部一二三甲乙丙（），。“”：、—·azAZ09 -_.,:;#?!|>[]{}"\'&*%@`~=/\\'.split('')),
    minLength: 1,
    maxLength: 12,
  });
  const key = fc.stringMatching(/^[a-z][A-Za-z]{0,9}$/);
  const scalar = fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null));
  const record = fc.dictionary(
    key,
    fc.oneof(
      scalar,
      fc.array(scalar, { minLength: 1, maxLength: 4 }),
      fc.dictionary(key, scalar, { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
    ),
    { minKeys: 1, maxKeys: 5, noNullPrototype: true },
  );

  test('as `yaml` writes it, without folded lines', () => {
    const styles = fc.record({ indentSeq: fc.boolean(), collectionStyle: fc.constantFrom('any', 'block', 'flow') });
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 4 }), styles, (records, style) => {
        const text = stringify(records, { ...style, lineWidth: 0 } as ToStringOptions);
        const { value, findings } = parseSource('facts/a.yaml', Buffer.from(text));
        // A full-width comma in brackets is plain YAML but reported as a typing mistake.
        expect(findings.filter(({ code }) => code !== 'yaml-flow-indent' && !/^full-width/.test(code))).toEqual([]);
        if (findings.length === 0) expect(value).toEqual(records);
      }),
      { seed: 20_250_311, numRuns: 500 },
    );
  });
});
