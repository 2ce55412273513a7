import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { ValidationFacts } from '../../src/diagnostics/formats/formats.js';
import { renderSarif } from '../../src/diagnostics/formats/sarif.js';
import { shownText } from '../../src/text/shown-text.js';
import { diagnostic } from '../support/diagnostic.js';
import { baseLedger, checkAll } from '../support/memory-reader.js';
import { problemFixtures } from '../support/problem-fixtures.js';
import { REPOSITORY } from '../support/run-cli.js';
import { factsOf } from './facts-of.js';

interface Log {
  readonly runs: readonly [Run];
}
interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
  readonly columnKind: string;
  readonly invocations: readonly object[];
  readonly results: readonly Result[];
}
interface Rule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly defaultConfiguration: { readonly level: string };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly locations: readonly [Location];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}
interface Location {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: object };
}

const official = JSON.parse(readFileSync(join(REPOSITORY, 'test/fixtures/sarif/sarif-2.1.0.json'), 'utf8')) as object;
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addFormat('uri', (text: string) => URL.canParse(text));
ajv.addFormat('uri-reference', /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/);
ajv.addFormat('date-time', (text: string) => !Number.isNaN(Date.parse(text)));
ajv.addFormat('uuid', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
const validate = ajv.compile<Log>(official);

/** Parses a product, which must match the official schema. */
function read(all: readonly Diagnostic[], more: Partial<ValidationFacts> = {}): Run {
  const log: unknown = JSON.parse([...renderSarif(all, factsOf(all, more))].join(''));
  const valid = validate(log);
  expect(validate.errors ?? []).toEqual([]);
  if (!valid) throw new Error('unreachable');
  return log.runs[0];
}

describe('validate --format sarif', () => {
  test('a finding is a result at its place, by its rule', () => {
    const run = read([diagnostic()]);
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.invocations).toEqual([{ executionSuccessful: true }]);
    expect(run.results).toMatchObject([
      {
        ruleId: 'unknown-reference',
        level: 'error',
        message: { text: '“党支部”里没有“骨科二支部”。是不是“骨科第二党支部”？' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'data/pairings/2025.yaml', uriBaseId: '%SRCROOT%' },
              region: { startLine: 4, startColumn: 9, endLine: 4, endColumn: 14 },
            },
            logicalLocations: [{ name: '东湖', fullyQualifiedName: '/0/lead' }],
          },
        ],
      },
    ]);
  });

  test('every rule of the catalogue is described once; a result finds its own', () => {
    const { tool, results } = read([diagnostic(), diagnostic({ code: 'yaml-syntax' })]);
    const { rules } = tool.driver;
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
    expect(rules[results[0]?.ruleIndex ?? -1]).toMatchObject({
      name: 'UnknownReference',
      shortDescription: { text: '引用的记录不存在' },
      defaultConfiguration: { level: 'error' },
    });
  });

  test('nothing found is a run without results', () => {
    expect(read([]).results).toEqual([]);
  });

  test('in English the rules are English too', () => {
    const { tool } = read([], { language: 'en' });
    expect(tool.driver.rules.map(({ shortDescription }) => shortDescription.text).join()).not.toMatch(
      /\p{Script=Han}/u,
    );
  });

  test.each([
    ['Chinese and spaces', 'data/pairings/2025 结对 表.yaml'],
    ['what ends a path', 'data/people/a?b#c%20d.yaml'],
    ['what looks like a scheme', 'a:b/c.yaml'],
    ['line ends and quotes', 'data/a\nb"c.yaml'],
  ])('a file name with %s reads back', (_, file) => {
    const [result] = read([diagnostic({ file })]).results;
    const { uri } = result?.locations[0].physicalLocation.artifactLocation ?? { uri: '' };
    expect(decodeURIComponent(new URL(uri, 'file:///top/').pathname)).toBe(`/top/${shownText(file)}`);
  });

  test('related places are numbered', () => {
    const related = [{ file: 'data/people/b.yaml', line: 1, column: 7, message: '另一处在这里' }];
    expect(read([diagnostic({ related })]).results).toMatchObject([
      { relatedLocations: [{ id: 0, message: { text: '另一处在这里' } }] },
    ]);
  });

  test('what a record is excused from is a suppressed result, with the written reason', () => {
    const excused = [diagnostic({ hint: '理由：档案在市局' })];
    const { results } = read([diagnostic()], { excused });
    expect(results).toMatchObject([{}, { suppressions: [{ kind: 'inSource', justification: '理由：档案在市局' }] }]);
    expect(results[0]).not.toHaveProperty('suppressions');
    expect(results[0]?.partialFingerprints).not.toEqual(results[1]?.partialFingerprints);
  });

  test('every problem can be reported', async () => {
    const files = Object.assign({}, baseLedger(), ...problemFixtures().map((fixture) => fixture.files)) as Record<
      string,
      string
    >;
    const { diagnostics } = await checkAll(files);
    const { results, tool } = read(diagnostics);
    expect(results).toHaveLength(diagnostics.length);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });
});
