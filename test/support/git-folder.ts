import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { baseLedger } from './memory-reader.js';
import { temporaryFolder, writeFiles } from './run-cli.js';

/** Nothing of the machine's own git settings may reach a test. */
export const ENV = {
  PATH: process.env.PATH,
  HOME: '/nowhere',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: '党建办',
  GIT_AUTHOR_EMAIL: 'office@example.invalid',
  GIT_COMMITTER_NAME: '党建办',
  GIT_COMMITTER_EMAIL: 'office@example.invalid',
};

/** Runs git in a folder. `date` is when a commit is made: 2025-07-01T09:00:00+08:00. */
export function git(folder: string, args: readonly string[], date = '2025-07-01T09:00:00+08:00'): string {
  const env = { ...ENV, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  return execFileSync('git', ['-c', 'init.defaultBranch=main', '-c', 'protocol.file.allow=always', ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
    .toString()
    .trim();
}

/** Writes files (null takes one away), commits everything and returns the hash. */
export function commit(folder: string, files: Readonly<Record<string, string | null>> = {}, date?: string): string {
  for (const [name, text] of Object.entries(files)) {
    if (text === null) rmSync(join(folder, name));
    else writeFiles(folder, { [name]: text });
  }
  git(folder, ['add', '--all']);
  git(folder, ['commit', '--quiet', '--allow-empty', '--message', '登记'], date);
  return git(folder, ['rev-parse', 'HEAD']);
}

/** A repository with files in it, committed once on 1 July 2025. */
export function repository(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  git(folder, ['init', '--quiet']);
  commit(folder, files);
  return folder;
}

/** A repository with the small ledger without findings in `data/`. */
export function baseRepository(more: Readonly<Record<string, string>> = {}): string {
  const ledger = Object.entries(baseLedger()).map(([path, text]) => [`data/${path}`, text]);
  return repository({ ...Object.fromEntries(ledger), ...more });
}
