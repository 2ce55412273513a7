import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { baseLedger } from './memory-reader.js';
import { temporaryFolder, writeFiles } from './run-cli.js';

/** Keeps the machine's own git settings out of tests. */
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

/** Repositories made in this process, by their files: copying one is ten times faster than making it again. */
const made = new Map<string, string>();

/** A repository with files in it, committed once on 1 July 2025. */
export function repository(files: Readonly<Record<string, string>>): string {
  const key = JSON.stringify(files);
  let original = made.get(key);
  if (original === undefined) {
    original = mkdtempSync(join(inject('scratch'), 'repository-'));
    git(original, ['init', '--quiet']);
    commit(original, files);
    made.set(key, original);
  }
  const folder = temporaryFolder();
  cpSync(original, folder, { recursive: true, preserveTimestamps: true });
  return folder;
}

/** A repository with the small ledger without findings in `data/`. */
export function baseRepository(more: Readonly<Record<string, string>> = {}): string {
  const ledger = Object.entries(baseLedger()).map(([path, text]) => [`data/${path}`, text]);
  return repository({ ...Object.fromEntries(ledger), ...more });
}
