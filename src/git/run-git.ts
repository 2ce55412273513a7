import { spawnSync } from 'node:child_process';
import { GitProblem } from './git-problem.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The result of one run of git. */
export interface GitResult {
  readonly ok: boolean;
  readonly stdout: Buffer;
  /** English, because LC_ALL is C: used to distinguish failures, never shown. */
  readonly stderr: string;
}

/** Keeps git from waiting for a password, locking, starting a pager or another program, and using the network. */
const HARMLESS: Environment = {
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_PAGER: 'cat',
};
const SETTINGS: readonly string[] = ['--no-pager', '-c', 'core.fsmonitor=false'];

/**
 * Runs the user's git, without a shell, in a folder that exists.
 * @throws GitProblem where there is no git, or it refuses a folder of another user
 */
export function runGit(args: readonly string[], cwd: string, env: Environment, input = ''): GitResult {
  const { status, stdout, stderr, error } = spawnSync('git', [...SETTINGS, ...args], {
    cwd,
    env: { ...env, ...HARMLESS },
    input,
    maxBuffer: Number.POSITIVE_INFINITY,
    windowsHide: true,
  });
  if (error) throw notStarted(error);
  const message = stderr.toString();
  if (status !== 0 && /dubious ownership|safe\.directory/.test(message)) throw notTrusted(message);
  return { ok: status === 0, stdout, stderr: message };
}

function notStarted(error: Error & { code?: string }): GitProblem {
  return error.code === 'ENOENT'
    ? new GitProblem('没有找到 git 程序', '查看以前的版本要用 git：装好后再试；不写版本，看的是当前的台账。')
    : new GitProblem(
        `git 运行不了（${error.code ?? error.message}）`,
        '在命令行里运行 git --version，看看它能不能用。',
      );
}

function notTrusted(message: string): GitProblem {
  const [, path = '<仓库所在文件夹>'] = /safe\.directory '?([^'\n]+?)'?\s*$/m.exec(message) ?? [];
  return new GitProblem(
    '这个仓库属于另一个用户，git 不肯打开它',
    `确认它可信之后运行：git config --global --add safe.directory ${path}`,
  );
}
