import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli, runJson, SHAOXING, temporaryFolder } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';
import { contract, type ProgressJson, type ReportJson, type TodoJson } from './contracts.js';

const SHAOXING_DATA = join(SHAOXING, 'data');
const progress = contract('progress');
const report = contract('report');
const todo = contract('todo');

describe('the contracts fit what the commands write', () => {
  test.each(['2021', '2025', '2026'])('progress %s', async (year) => {
    progress(await runJson(['progress', '--year', year]));
    expect(progress.errors).toBeNull();
  });

  test.each(['2021', '2025', '2026'])('report %s', async (year) => {
    report(await runJson(['report', '--year', year]));
    expect(report.errors).toBeNull();
  });

  test.each(['2021', '2025', '2026'])('todo %s', async (year) => {
    todo(await runJson(['todo', '--year', year]));
    expect(todo.errors).toBeNull();
  });
});

describe('they are closed: what they do not name is refused', () => {
  test('in progress', async () => {
    const json = await runJson<ProgressJson>(['progress', '--year', '2025']);
    expect(progress({ ...json, extra: 1 })).toBe(false);
    expect(progress({ ...json, targets: [{ ...json.targets[0], extra: 1 }] })).toBe(false);
    expect(progress({ ...json, alerts: undefined })).toBe(false);
  });

  test('in todo', async () => {
    const json = await runJson<TodoJson>(['todo', '--year', '2025']);
    expect(todo({ ...json, extra: 1 })).toBe(false);
    expect(todo({ ...json, items: [{ ...json.items[0], extra: 1 }] })).toBe(false);
    expect(todo({ ...json, text: undefined })).toBe(false);
  });

  test('in report', async () => {
    const json = await runJson<ReportJson>(['report', '--year', '2021']);
    expect(report({ ...json, extra: 1 })).toBe(false);
    expect(report({ ...json, figures: [{ ...json.figures[0], unit: undefined }] })).toBe(false);
  });
});

test('the contract of check-doc fits what differs, agrees and is left, and names everything', async () => {
  const validate = contract('check-doc');
  const cwd = temporaryFolder({
    '文稿.txt': '2021年，收到锦旗158面、感谢信67封，到会12名、列席3名，合计16名。3—5次。',
  });
  const { stdout } = await runCli(
    ['check-doc', '文稿.txt', '--year', '2021', '--data', SHAOXING_DATA, '--format', 'json'],
    { cwd },
  );
  const json = JSON.parse(stdout) as object;
  validate(json);
  expect(validate.errors).toBeNull();
  expect(validate({ ...json, extra: 1 })).toBe(false);
});

test.each([
  ['show', ['show', '东湖']],
  ['explain', ['explain', 'pairings@year=2025']],
] as const)('and in %s', async (name, args) => {
  const validate = contract(name);
  const json = await runJson<object>(args);
  expect(validate(json)).toBe(true);
  expect(validate({ ...json, extra: 1 })).toBe(false);
});

test('every part of a contract has a Chinese title', () => {
  for (const validate of [
    progress,
    report,
    todo,
    ...(['list', 'show', 'explain', 'why-changed', 'check-doc'] as const).map(contract),
  ]) {
    const { properties, $defs } = validate.schema as {
      properties: object;
      $defs: Record<string, { properties?: object }>;
    };
    const parts = [properties, $defs, ...Object.values($defs).map((part) => part.properties ?? {})].flatMap((group) =>
      Object.entries(group),
    );
    for (const [name, part] of parts) expect((part as { title?: string }).title, name).toMatch(/\p{Script=Han}/u);
  }
});

test('a least number says so in every JSON row, and of how many it is known', async () => {
  const options = { cwd: sampleYear() };
  const json = await runJson<ProgressJson>(['progress', '--year', '2025'], options);
  const march = json.months.find(({ month }) => month === '2025-03');
  expect(march).toMatchObject({ bound: '不少于', sample: true });
  expect(march?.coverage?.of).toBe(march?.activities);
  expect(march?.coverage?.known).toBeLessThan(march?.activities ?? 0);
  const { figures } = await runJson<{ figures: { id: string }[] }>(['report', '--year', '2025'], options);
  const people = figures.find(({ id }) => id === 'beneficiaries@year=2025');
  expect(people).toMatchObject({ bound: '不少于', missing: null, coverage: { of: expect.any(Number) } });
});
