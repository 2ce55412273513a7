import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { renderDiagnosticsJson } from '../../src/diagnostics/formats/json.js';
import { diagnostic } from '../support/diagnostic.js';
import { baseLedger, checkAll } from '../support/memory-reader.js';
import { problemFixtures } from '../support/problem-fixtures.js';
import { REPOSITORY, runCli, temporaryFolder } from '../support/run-cli.js';

interface Contract {
  readonly version: number;
  readonly summary: Readonly<Record<'files' | 'records' | 'errors' | 'warnings', number>>;
  readonly diagnostics: readonly Omit<Diagnostic, 'lines'>[];
}

const schema = JSON.parse(readFileSync(join(REPOSITORY, 'schemas/contracts/validate.schema.json'), 'utf8')) as object;
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile<Contract>(schema);

/** Parses a product, which must match the contract. */
function parsed(json: string): Contract {
  const value: unknown = JSON.parse(json);
  const valid = validate(value);
  expect(validate.errors ?? []).toEqual([]);
  if (!valid) throw new Error('unreachable');
  return value;
}

const inData = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries({ ...baseLedger(), ...files }).map(([path, text]) => [`data/${path}`, text]));

async function run(files: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const cwd = temporaryFolder(inData(files));
  const { stdout, stderr, code } = await runCli(['validate', '--format', 'json', ...args], { cwd });
  expect(stderr).toBe('');
  return { ...parsed(stdout), code };
}

const render = (...args: Parameters<typeof renderDiagnosticsJson>): string =>
  [...renderDiagnosticsJson(...args)].join('');

describe('the contract of validate --format json', () => {
  test('a ledger without findings: all keys are there, exit 0', async () => {
    const { version, summary, diagnostics, code } = await run({});
    expect({ version, diagnostics, code }).toEqual({ version: 1, diagnostics: [], code: 0 });
    expect(summary).toMatchObject({ files: 15, errors: 0, warnings: 0 });
    expect(summary.records).toBeGreaterThan(25);
  });

  test.each(problemFixtures().map((fixture) => [fixture.name, fixture] as const))(
    '%s',
    async (_, { files, expected }) => {
      const { summary, diagnostics, code } = await run(files);
      expect(diagnostics.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`).sort()).toEqual(
        expected,
      );
      const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
      expect(summary).toMatchObject({ errors, warnings: diagnostics.length - errors });
      expect(code).toBe(errors > 0 ? 1 : 0);
    },
  );

  test('null where there is no record and no path, related places with their lines', async () => {
    const { diagnostics } = await run({ 'people/a.yaml': '- id: 赵一\n- "', 'people/b.yaml': '- id: 赵一\n' });
    expect(diagnostics).toMatchObject([
      { code: 'references-unchecked', path: null, record: null, line: 1, column: 1, endLine: 1, endColumn: 1 },
      { code: 'yaml-syntax', path: null, record: null, related: [] },
      {
        code: 'duplicate-id',
        path: '/0/id',
        record: '赵一',
        file: 'data/people/people.yaml',
        related: [{ file: 'data/people/b.yaml', line: 1, column: 7 }],
      },
    ]);
  });

  test('more findings than the text format shows are all given', async () => {
    const people = Array.from({ length: 130 }, (_, index) => `- id: 第 ${index}\n`).join('');
    const { diagnostics } = await run({ 'people/new.yaml': people });
    expect(diagnostics).toHaveLength(130);
  });

  test('the end is exclusive, columns are UTF-16 units, the mark is not counted', async () => {
    const text = '\ufeff- id: 2025-04-01-义诊\n  title: 😀义诊\n  date: 2025-04-01\n  types: [义诊, "😀"]\n';
    const { diagnostics } = await run({ 'activities/new.yaml': text });
    expect(diagnostics).toMatchObject([
      { code: 'byte-order-mark', severity: 'warning', line: 1, column: 1 },
      { code: 'not-allowed', line: 4, column: 15, endLine: 4, endColumn: 19, path: '/0/types/1' },
    ]);
  });

  test('a finding in a value of several lines ends where its first line ends', async () => {
    const text = '- id: 2025-队伍\n  year: 2025\n  section: 清廉建设\n  text: |\n    锦旗9面。\n    第二段。\n';
    const { diagnostics } = await run({ 'narratives/new.yaml': text });
    expect(diagnostics).toMatchObject([{ line: 5, column: 5, endLine: 5, endColumn: 10 }]);
  });

  test('paths as arguments narrow what is shown, never what is checked', async () => {
    const files = { 'people/b.yaml': '- id: 赵一\n', 'departments/b.yaml': '- id: 党 办\n' };
    const { diagnostics, summary } = await run(files, ['data/departments']);
    expect(diagnostics.map(({ file }) => file)).toEqual(['data/departments/b.yaml']);
    expect(summary.errors).toBe(1);
  });

  test('file paths are relative to the working directory, also from inside the ledger', async () => {
    const cwd = temporaryFolder(inData({ 'people/b.yaml': '- id: 赵 一\n' }));
    const inside = await runCli(['validate', '--format', 'json'], { cwd: join(cwd, 'data/people') });
    expect(parsed(inside.stdout).diagnostics[0]?.file).toBe('b.yaml');
    const beside = await runCli(['validate', '--format', 'json'], { cwd: join(cwd, 'data/tasks') });
    expect(parsed(beside.stdout).diagnostics[0]?.file).toBe('../people/b.yaml');
  });
});

describe('the order of diagnostics', () => {
  test('by file, line, column and code', async () => {
    const { diagnostics } = await checkAll({
      ...baseLedger(),
      'people/b.yaml': '- id: 孙 三\n- { b: 1, a: 2, id: 李 四 }\n',
      'people/a.yaml': '- {}\n',
      'people/a-b.yaml': '- 甲\n',
    });
    expect(diagnostics.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`)).toEqual([
      'data/people/a-b.yaml:1:3 not-a-record',
      'data/people/a.yaml:1:3 missing-field',
      'data/people/b.yaml:1:7 bad-format',
      'data/people/b.yaml:2:5 unknown-field',
      'data/people/b.yaml:2:11 unknown-field',
      'data/people/b.yaml:2:21 bad-format',
    ]);
  });

  test('is the same for the same data', async () => {
    const files = Object.assign({}, baseLedger(), ...problemFixtures().map((fixture) => fixture.files)) as Record<
      string,
      string
    >;
    const [first, second] = [await checkAll(files), await checkAll(files)];
    expect(second.diagnostics).toEqual(first.diagnostics);
    const summary = { files: first.files, records: first.records, errors: 1, warnings: 1 };
    const bytes = render(first.diagnostics, { summary });
    expect(render(second.diagnostics, { summary })).toBe(bytes);
    expect(parsed(bytes).diagnostics.length).toBeGreaterThan(30);
  });

  test.each([0, 1, 2])('of %i findings is indented as JSON.stringify does it, piece by piece', (count) => {
    const all = Array.from({ length: count }, () => diagnostic({ message: '一行\n又一行' }));
    const text = render(all, { summary: { files: 1, records: 1, errors: count, warnings: 0 } });
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  });
});

describe('the schema', () => {
  const good = render([diagnostic()], {
    summary: { files: 1, records: 1, errors: 1, warnings: 0 },
  });
  const changed = (change: (value: Record<string, unknown>) => void): boolean => {
    const value = JSON.parse(good) as { diagnostics: [Record<string, unknown>] };
    change(value.diagnostics[0]);
    return validate(value);
  };

  test('allows no other field and requires every one', () => {
    expect(validate(JSON.parse(good))).toBe(true);
    expect(changed((row) => Object.assign(row, { lines: [] }))).toBe(false);
    for (const key of Object.keys((JSON.parse(good) as Contract).diagnostics[0] ?? {})) {
      expect(changed((row) => delete row[key])).toBe(false);
    }
  });

  test.each([
    ['a line 0', { line: 0 }],
    ['a path with a backslash', { file: 'data\\a.yaml' }],
    ['a message of two lines', { message: '一\n二' }],
    ['another severity', { severity: 'info' }],
    ['a path that is no pointer', { path: '0/lead' }],
  ])('refuses %s', (_, wrong) => {
    expect(changed((row) => Object.assign(row, wrong))).toBe(false);
  });
});
