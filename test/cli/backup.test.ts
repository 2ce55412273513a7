import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { baseLedger } from '../support/memory-reader.js';
import { runCli, temporaryFolder, writeFiles } from '../support/run-cli.js';

function ledger(more: Readonly<Record<string, string>> = {}): string {
  const files = Object.entries(baseLedger()).map(([path, text]) => [`data/${path}`, text]);
  return temporaryFolder({ ...Object.fromEntries(files), ...more });
}

test('backup keeps every file as it is, the same bytes each time', async () => {
  const cwd = ledger({ 'data/evidence/签到.txt': '八十六人\n', 'data/people/坏.yaml': '- id: [\n' });
  expect(await runCli(['backup', '-o', '一.zip'], { cwd })).toMatchObject({ code: 0, stderr: '已写入 一.zip\n' });
  const made = readFileSync(join(cwd, '一.zip'));
  const files = unzipSync(made);
  expect(Buffer.from(files['data/evidence/签到.txt'] ?? []).toString()).toBe('八十六人\n');
  expect(Buffer.from(files['data/people/坏.yaml'] ?? []).toString()).toBe('- id: [\n');
  for (const [path, text] of Object.entries(baseLedger()))
    expect(Buffer.from(files[`data/${path}`] ?? []).toString()).toBe(text);
  await runCli(['backup', '-o', '二.zip'], { cwd });
  expect(readFileSync(join(cwd, '二.zip')).equals(made)).toBe(true);
});

test('what cannot be kept is told', async () => {
  const cwd = ledger();
  symlinkSync('/etc/hostname', join(cwd, 'data/evidence'));
  const { stderr, code } = await runCli(['backup', '-o', '一.zip'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toContain('这些没有放进去，要另外存：data/evidence（');
});

test('a backup is never written into the ledger', async () => {
  const cwd = ledger();
  writeFiles(cwd, { 'data/evidence/x.txt': '' });
  expect((await runCli(['backup', '-o', 'data/people/备份.zip'], { cwd })).code).toBe(2);
});
