import { CommitIndex } from '../../git/commit-index.js';
import { GitProblem } from '../../git/git-problem.js';
import { nearest } from '../../text/nearest.js';
import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { CannotRun, EXIT } from '../errors.js';
import { languageOf } from '../language.js';
import type { Run } from './command.js';

const ACTIONS: Readonly<Record<string, (run: Run<object>) => number | Promise<number>>> = {
  install: async (run) => (await import('../hook/install.js')).installHook(run),
  uninstall: async (run) => (await import('../hook/install.js')).uninstallHook(run),
  run: checkStaged,
};

/** Runs `yueyi hook` and returns the exit code. */
export async function run(run: Run<object>): Promise<number> {
  const [name = ''] = run.args;
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (!action) {
    const [near] = nearest(name, Object.keys(ACTIONS));
    throw new CannotRun(
      `hook 没有“${name}”这个动作`,
      near ? `是不是 ${near}？` : '可用：install 装上、uninstall 取下、run 校验一次。',
    );
  }
  try {
    return await action(run);
  } catch (error) {
    if (error instanceof GitProblem) throw new CannotRun(error.message, error.way);
    throw error;
  }
}

/** Checks what git is about to commit. A commit that touches no ledger passes without a word. */
async function checkStaged(run: Run<object>): Promise<number> {
  const { world, options } = run;
  const language = languageOf(options);
  const index = CommitIndex.at(world.workingDirectory, world.env);
  const changed = index.changed();
  if (changed.length === 0) return EXIT.fine;
  const { belowTop, checkCommit } = await import('../hook/check-commit.js');
  const only = options.data === undefined ? undefined : belowTop(index, world.workingDirectory, options.data);
  if (only === null) throw new CannotRun(`“${options.data}”不在这个 git 仓库里`, '检查 --data。');
  const check = await checkCommit(index, changed, {
    ...(only === undefined ? {} : { only }),
    noSample: !options.sample,
    language,
  });
  if (!check) return EXIT.fine;
  const { renderCommitCheck, blocks } = await import('../hook/commit-text.js');
  const unstaged = index.changedSince(check.errorFiles);
  deliver(run, renderCommitCheck(check, unstaged, { ...productLook(run), language }, options));
  return blocks(check, options.strict) ? EXIT.no : EXIT.fine;
}
