import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPOSITORY, runCli, runJson, temporaryFolder } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';

interface CheckJson {
  readonly summary: { numbers: number; agree: number; differ: number; unbound: number };
  readonly numbers: readonly {
    readonly place: number;
    readonly text: string;
    readonly sentence: string;
    readonly value: number;
    readonly verdict: string;
    readonly figure: { id: string; value: number } | null;
    readonly sum: { kind: string; expected: number } | null;
  }[];
}

const DRAFT = readFileSync(join(REPOSITORY, 'test/fixtures/drafts/2021.txt'), 'utf8');
const DATA_2021 = join(REPOSITORY, 'test/fixtures/shaoxing/data');

/** Checks a text as a file in an empty folder. */
async function check(text: string, { year = '2021', data = DATA_2021, name = '文稿.txt' } = {}): Promise<CheckJson> {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, name), text);
  const { stdout, stderr, code } = await runCli(
    ['check-doc', name, '--year', year, '--data', data, '--format', 'json'],
    { cwd },
  );
  const found = JSON.parse(stdout) as CheckJson;
  expect([stderr, code]).toEqual(['', found.summary.differ > 0 ? 1 : 0]);
  return found;
}

const differing = ({ numbers }: CheckJson) =>
  numbers.filter(({ verdict }) => verdict === '不符').map(({ text, figure }) => [text, figure?.id]);
const unbound = ({ numbers }: CheckJson) =>
  numbers.filter(({ verdict }) => verdict === '未绑定').map(({ text }) => text);

describe('the text of a year’s summary, as an office writes it', () => {
  test('passes whole: nothing differs, and hardly a number is left', async () => {
    const found = await check(DRAFT);
    expect(differing(found)).toEqual([]);
    expect(found.summary.agree).toBeGreaterThanOrEqual(55);
    // Of a branch, of those who joined in a tenth year, and next year's plans.
    expect(unbound(found)).toEqual(['十周年', '3名', '不少于50次', '200面', '10名']);
  });
});

describe('our own report', () => {
  const SAMPLE = sampleYear();
  test.each([
    ['2021', '总结.txt', DATA_2021, 58],
    ['2021', '总结.md', DATA_2021, 58],
    ['2025', '总结.txt', join(SAMPLE, 'data'), 100],
    ['2025', '总结.md', join(SAMPLE, 'data'), 100],
  ])('of %s as %s passes', async (year, name, data, least) => {
    const cwd = temporaryFolder();
    await runCli(['report', '--year', year, '--data', data, '-o', name], { cwd });
    const found = await runJson<CheckJson>(['check-doc', name, '--year', year, '--data', data], { cwd });
    expect(differing(found)).toEqual([]);
    expect(found.summary.agree).toBeGreaterThanOrEqual(least);
    // As it comes through a pipe, wrapped at 80 columns.
    const { stdout } = await runCli(['report', '--year', year, '--data', data, '--ids'], { cwd });
    expect(differing(await check(stdout, { year, data }))).toEqual([]);
  });
});
