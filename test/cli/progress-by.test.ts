import { describe, expect, test } from 'vitest';
import { VIEW_NAMES } from '../../src/reports/progress/view-names.js';
import { displayWidth } from '../../src/text/width.js';
import { runCli } from '../support/run-cli.js';

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

  test('of an empty year says in one sentence that there is nothing', async () => {
    const { stdout, code } = await runCli(['progress', '--year', '1990', '--by', word]);
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(4);
  });
});

test('a bar is coloured by nobody, a light is', async () => {
  const { stdout } = await runCli([...YEAR, '--by', 'target'], { terminal: { columns: 80 } });
  expect(stdout).toContain('\u001b[31m红灯');
  expect((await runCli([...YEAR, '--by', 'target', '--ascii'])).stdout).toContain('.......... 0.0%');
});

test('the overview is at most three screens of the hospital’s own ledger', async () => {
  const { stdout } = await runCli(YEAR);
  expect(stdout.split('\n').length).toBeLessThanOrEqual(3 * 45);
});
