import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { baseRepository, ENV, git } from '../support/git-folder.js';
import { REPOSITORY, writeFiles } from '../support/run-cli.js';

const BIN = join(REPOSITORY, 'bin/yueyi.js');
/** More than a pipe holds: whoever writes it meets the closed end. */
const WRONG = Array.from({ length: 3000 }, (_, at) => `- id: 孙（${at}）\n`).join('');

/** A shell's words, run where a pipe's failure is the line's. */
const shell = (cwd: string, line: string) =>
  spawnSync('bash', ['-c', `set -o pipefail; ${line}`], { cwd, env: { ...ENV, YUEYI: BIN }, encoding: 'utf8' });

test.runIf(process.platform !== 'win32')(
  'a reader who has seen enough changes no answer: broken records stay refused, by the hook too',
  () => {
    const cwd = baseRepository({});
    writeFiles(cwd, { 'data/people/new.yaml': WRONG });
    const node = `'${process.execPath}' "$YUEYI"`;
    for (const format of ['json', 'github', 'text'])
      expect(shell(cwd, `${node} validate --format ${format} | head -c 1`).status, format).toBe(1);
    expect(shell(cwd, `${node} validate --format json 2>&1 | true`).status).toBe(1);
    expect(shell(cwd, `${node} progress --year 2025 2>&1 | true`).status).toBe(1);
    expect(shell(cwd, `${node} schema people --format json | true`).status).toBe(0);
    spawnSync(process.execPath, [BIN, 'hook', 'install'], { cwd, env: ENV });
    git(cwd, ['add', '--all']);
    const head = git(cwd, ['rev-parse', 'HEAD']);
    expect(shell(cwd, 'git commit -m 登记 2>&1 | true').status).not.toBe(0);
    expect(git(cwd, ['rev-parse', 'HEAD'])).toBe(head);
  },
);
