import { describe, expect, test } from 'vitest';
import { VIEW_NAMES } from '../../src/reports/progress/view-names.js';
import { displayWidth } from '../../src/text/width.js';
import { runCli } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';

const YEAR = ['progress', '--year', '2025'];

describe.each(Object.entries(VIEW_NAMES))('progress --by %s', (word, title) => {
  test('is 80 columns wide in a pipe, without colour, and its Chinese name means the same', async () => {
    const { stdout, stderr, code } = await runCli([...YEAR, '--by', word]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`党建工作进展（按${title}）`);
    for (const line of stdout.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
    expect(stdout).not.toContain('\u001b');
    expect((await runCli([...YEAR, '--by', title])).stdout).toBe(stdout);
  });

  test('leaves the JSON as it is', async () => {
    const plain = await runCli([...YEAR, '--format', 'json']);
    expect(await runCli([...YEAR, '--by', word, '--format', 'json'])).toEqual(plain);
  });

  test('of an empty year prints one sentence', async () => {
    const { stdout, code } = await runCli(['progress', '--year', '1990', '--by', word]);
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(5);
  });
});

describe('on the illustrative year', () => {
  const cwd = sampleYear();

  test.each(['2025-03-31', '2025-08-15', '2025-12-31'])(
    'every view of %s fits 80 columns, in ASCII too',
    async (day) => {
      for (const word of Object.keys(VIEW_NAMES)) {
        for (const look of [[], ['--ascii']]) {
          const { stdout, code } = await runCli([...YEAR, '--as-of', day, '--by', word, ...look], { cwd });
          expect(code).toBe(0);
          for (const line of stdout.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
        }
      }
    },
  );

  test('a 40-column terminal turns wide tables into lists and cuts nothing', async () => {
    const { stdout } = await runCli([...YEAR, '--by', 'linkage'], { cwd, terminal: { columns: 40 } });
    expect(stdout).toContain('活动联办');
    for (const line of stdout.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(40);
  });
});

test('a light is coloured, a bar is not', async () => {
  const cwd = sampleYear();
  const year = [...YEAR, '--by', 'target', '--as-of', '2025-08-20'];
  const { stdout } = await runCli(year, { cwd, terminal: { columns: 80 } });
  expect(stdout).toContain('\u001b[33m黄灯');
  expect((await runCli([...year, '--ascii'], { cwd })).stdout).toMatch(/#+\.+ \d/);
});

test('the overview is at most three screens of the hospital’s own ledger', async () => {
  const { stdout } = await runCli(YEAR);
  expect(stdout.split('\n').length).toBeLessThanOrEqual(3 * 45);
});
