import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { baseLedger } from '../support/memory-reader.js';
import { REPOSITORY, writeFiles } from '../support/run-cli.js';

const temporary = mkdtempSync(join(tmpdir(), 'yueyi-pre-commit-'));
const [hooks, office] = [join(temporary, 'hooks'), join(temporary, 'office')];
const env = {
  ...process.env,
  PRE_COMMIT_HOME: join(temporary, 'cache'),
  GIT_AUTHOR_NAME: '党建办',
  GIT_AUTHOR_EMAIL: 'office@example.invalid',
  GIT_COMMITTER_NAME: '党建办',
  GIT_COMMITTER_EMAIL: 'office@example.invalid',
};
const NEW = 'data/people/新.yaml';

function run(cwd: string, command: string, ...args: string[]): string {
  return execFileSync(command, args, { cwd, env, encoding: 'utf8' });
}

/** Stages everything and tries to commit it. */
function commit(cwd: string): { code: number | null; output: string } {
  run(cwd, 'git', 'add', '--all');
  const { status, stdout, stderr } = spawnSync('git', ['commit', '-m', '登记'], { cwd, env, encoding: 'utf8' });
  return { code: status, output: stdout + stderr };
}

/** This package as it stands now, committed, as the repository that a configuration of pre-commit names. */
function publish(): string {
  const files = run(REPOSITORY, 'git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard');
  for (const file of files.split('\0').filter((name) => name !== '' && !name.startsWith('test/')))
    cpSync(join(REPOSITORY, file), join(hooks, file), { recursive: true });
  run(hooks, 'git', 'init', '--quiet');
  run(hooks, 'git', 'add', '--all');
  run(hooks, 'git', 'commit', '--quiet', '--message', '发布');
  return run(hooks, 'git', 'rev-parse', 'HEAD').trim();
}

describe('pre-commit itself', () => {
  beforeAll(() => {
    const { error } = spawnSync('pre-commit', ['--version'], { env });
    if (error) throw new Error('pre-commit is not installed. On Debian: apt-get install pre-commit');
    const revision = publish();
    const ledger = Object.entries(baseLedger()).map(([path, text]) => [`data/${path}`, text]);
    const config = `repos:\n  - repo: ${hooks}\n    rev: ${revision}\n    hooks:\n      - id: yueyi-validate\n`;
    writeFiles(office, { ...Object.fromEntries(ledger), '.pre-commit-config.yaml': config });
    run(office, 'git', 'init', '--quiet');
    run(office, 'pre-commit', 'install', '--install-hooks');
  }, 900_000);

  afterAll(() => rmSync(temporary, { recursive: true, force: true }));

  test('lets a commit without errors pass', () => {
    expect(commit(office)).toMatchObject({ code: 0, output: expect.stringMatching(/越医台账校验.*Passed/) });
  });

  test('refuses a commit with an error, and shows its line', () => {
    writeFiles(office, { [NEW]: '- id: 张三\n  duty: 书记\n' });
    const { code, output } = commit(office);
    expect(code).toBe(1);
    expect(output).toContain(`${NEW}:2:3 必须修改 unknown-field`);
    writeFiles(office, { [NEW]: '- id: 张三\n' });
    expect(commit(office)).toMatchObject({ code: 0 });
  });
});
