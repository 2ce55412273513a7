import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli, runJson, temporaryFolder } from '../support/run-cli.js';

test('makes a ledger without a finding', async () => {
  const cwd = temporaryFolder();
  const { stdout, stderr, code } = await runCli(['init', '台账', '--hospital', '绍兴市中医院'], { cwd });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('台账');
  const { summary, diagnostics } = await runJson<{ summary: object; diagnostics: unknown[] }>(
    ['validate', '--strict'],
    { cwd: join(cwd, '台账') },
  );
  expect(diagnostics).toEqual([]);
  expect(summary).toMatchObject({ errors: 0, warnings: 0, records: 1 });
});

test('without a name calls the hospital 本院', async () => {
  const cwd = temporaryFolder();
  await runCli(['init', '台账'], { cwd });
  expect((await runCli(['validate', '--strict'], { cwd: join(cwd, '台账') })).code).toBe(0);
  expect((await runCli([], { cwd: join(cwd, '台账') })).stdout).toContain('台账：本院');
});

test('makes a ledger that can be reported on at once', async () => {
  const cwd = temporaryFolder();
  await runCli(['init', '.', '--hospital', '绍兴市中医院'], { cwd: temporaryFolder() });
  await runCli(['init', '台账', '--hospital', '绍兴市中医院', '--issuer', '中共绍兴市中医院委员会'], { cwd });
  for (const command of ['progress', 'report']) {
    const { stdout, code } = await runCli([command], { cwd: join(cwd, '台账') });
    expect(code).toBe(0);
    expect(stdout).toContain('绍兴市中医院2026年');
    expect(stdout).toContain('中共绍兴市中医院委员会');
  }
});

test('uses an existing empty folder', async () => {
  const cwd = temporaryFolder({ '材料/说明.md': '' });
  expect((await runCli(['init', '材料/台账'], { cwd })).code).toBe(0);
  expect(existsSync(join(cwd, '材料/台账/data/workspace.yaml'))).toBe(true);
});

test('refuses a folder with content, and changes nothing', async () => {
  const cwd = temporaryFolder({ '台账/笔记.txt': '不要动' });
  const { stdout, stderr, code } = await runCli(['init', '台账'], { cwd });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('“台账”已经存在');
  expect(readdirSync(join(cwd, '台账'))).toEqual(['笔记.txt']);
  expect(readFileSync(join(cwd, '台账/笔记.txt'), 'utf8')).toBe('不要动');
  expect(readdirSync(cwd)).toEqual(['台账']);
});

test('a place that cannot be written is a reason in Chinese, and nothing is left behind', async () => {
  const cwd = temporaryFolder({ 文件: '一个文件' });
  const { stderr, code } = await runCli(['init', '文件/台账'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^建不了“文件\/台账”：[^A-Z]+。\n/);
  expect(readdirSync(cwd)).toEqual(['文件']);
});

test('refuses a second time', async () => {
  const cwd = temporaryFolder();
  expect((await runCli(['init', '台账'], { cwd })).code).toBe(0);
  expect((await runCli(['init', '台账'], { cwd })).code).toBe(2);
});

describe('refuses a hospital’s name', () => {
  test.each(['绍兴市 中医院', '"绍兴"', '绍兴：中医院', '- 绍兴', ' ', '医'.repeat(61)])('%s', async (hospital) => {
    const cwd = temporaryFolder();
    const { stderr, code } = await runCli(['init', '台账', '--hospital', hospital], { cwd });
    expect([code, readdirSync(cwd)]).toEqual([2, []]);
    expect(stderr).toContain('医院名称');
  });
});

describe('an issuer', () => {
  test('may contain quotes and is kept as typed', async () => {
    const cwd = temporaryFolder();
    await runCli(['init', '台账', '--issuer', '中共"绍兴"委员会: #1'], { cwd });
    expect((await runCli(['validate', '--strict'], { cwd: join(cwd, '台账') })).code).toBe(0);
    expect((await runCli(['progress'], { cwd: join(cwd, '台账') })).stdout).toContain('中共"绍兴"委员会: #1');
  });

  test.each(['', ' 委员会', '委\n员会'])('that the ledger itself would refuse is refused: %j', async (issuer) => {
    const cwd = temporaryFolder();
    expect((await runCli(['init', '台账', '--issuer', issuer], { cwd })).code).toBe(2);
    expect(readdirSync(cwd)).toEqual([]);
  });
});
