import { CommitIndex } from '../../git/commit-index.js';
import { mayHoldRecords } from '../../workspace/layout.js';
import type { Run } from '../commands/command.js';
import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { CannotRun, EXIT } from '../errors.js';
import { languageOf } from '../language.js';

/**
 * Checks what git is about to commit, and returns the exit code. A commit that touches no ledger passes silently.
 * @throws GitProblem, CannotRun
 */
export async function checkStaged(run: Run<object>): Promise<number> {
  const { world, options } = run;
  const language = languageOf(options);
  const index = CommitIndex.at(world.workingDirectory, world.env, mayHoldRecords);
  const changed = index.changed();
  if (changed.length === 0) return EXIT.fine;
  const { belowTop, checkCommit } = await import('./check-commit.js');
  const only = options.data === undefined ? undefined : belowTop(index, world.workingDirectory, options.data);
  if (only === null) throw new CannotRun(`“${options.data}”不在这个 git 仓库里`, '检查 --data。');
  const check = await checkCommit(index, changed, {
    ...(only === undefined ? {} : { only }),
    noSample: !options.sample,
    language,
  });
  if (!check) return EXIT.fine;
  const { renderCommitCheck, blocks } = await import('./commit-text.js');
  const unstaged = index.changedSince(check.errorFiles);
  await deliver(run, renderCommitCheck(check, unstaged, { ...productLook(run), language }, options));
  return blocks(check, options.strict) ? EXIT.no : EXIT.fine;
}
