import { WORKSPACE_FILE } from '../../files/find-data.js';
import type { Repository } from '../../git/repository.js';
import { escapeControls } from '../../text/escape.js';
import { CannotRun } from '../errors.js';

/** Whether anything in the data folder is otherwise than in the last commit; new files count. */
export function hasChanges(repository: Repository): boolean {
  return repository.git(['status', '--porcelain', '-z', '--untracked-files=all', '--', '.']).stdout.length > 0;
}

/** Whether the last commit has the ledger already. */
export function holdsLedger(repository: Repository): boolean {
  return repository.git(['cat-file', '-e', `HEAD:${repository.prefix}${WORKSPACE_FILE}`]).ok;
}

/**
 * Commits the data folder, all of it and nothing else; what else is staged stays staged.
 * @throws CannotRun where git refuses; what was staged is then as it was
 */
export function commitFolder(repository: Repository, message: string): void {
  const staged = repository.git(['write-tree']).stdout.toString().trim();
  const added = repository.git(['add', '--all', '--', '.']);
  const done = added.ok ? repository.git(['commit', '--quiet', '--only', '--file=-', '--', '.'], message) : added;
  if (done.ok) return;
  if (staged !== '') repository.git(['read-tree', staged]);
  throw refusal(done.stderr);
}

function refusal(stderr: string): CannotRun {
  if (/tell me who you are|empty ident|user\.name/i.test(stderr))
    return new CannotRun(
      'git 还不知道您是谁，没有提交',
      '只要设一次：git config --global user.name 姓名，再 git config --global user.email 邮箱。',
    );
  return new CannotRun(`git 没有提交：${saidBy(stderr)}`, '改好以后再运行 yueyi save；文件没有被改动。');
}

/** What git gave as the reason. */
export function saidBy(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('hint:'));
  return escapeControls(
    lines.find((line) => /^(?:fatal|error|remote):/.test(line)) ?? lines.at(-1) ?? 'git 没有说明原因',
  );
}
