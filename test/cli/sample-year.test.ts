import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli, SHAOXING } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';

const cwd = sampleYear();

const PRODUCTS = ['progress --year 2025', 'report --year 2025', 'progress --year 2025 --format json', 'validate'].map(
  (line) => line.split(' '),
);

test('the illustrative year is a valid ledger', async () => {
  expect(await runCli(['validate'], { cwd })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('没有发现问题'),
  });
});

test.each(PRODUCTS)('yueyi %s prints 示例 with the samples, and never without', async (...args) => {
  if (args[0] !== 'validate' && !args.includes('json')) {
    expect((await runCli(args, { cwd })).stdout).toMatch(/^【示例】/);
  }
  expect((await runCli([...args, '--no-sample'], { cwd })).stdout).not.toContain('示例');
});

test.each(PRODUCTS)(
  'yueyi %s: without the samples it is the ledger whose sample folder was deleted',
  async (...args) => {
    const without = await runCli([...args, '--no-sample'], { cwd });
    expect(without).toEqual(await runCli(args, { cwd: SHAOXING }));
    expect(without.code).toBe(0);
  },
);

test('deleting the folder is safe', async () => {
  const folder = sampleYear();
  rmSync(join(folder, 'data/sample'), { recursive: true });
  expect((await runCli(['validate'], { cwd: folder })).code).toBe(0);
});
