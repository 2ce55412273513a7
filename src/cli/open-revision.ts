import { WORKSPACE_FILE } from '../files/find-data.js';
import type { GitReader } from '../git/git-reader.js';
import { mayHoldRecords } from '../workspace/layout.js';
import type { World } from './context.js';
import { CannotRun } from './errors.js';

/** The ledger of a data folder at a git revision. @throws CannotRun with git's reason and what to do */
export async function readerAt({ workingDirectory, env }: World, folder: string, rev: string): Promise<GitReader> {
  const { GitReader } = await import('../git/git-reader.js');
  return asking(() => GitReader.at({ folder, workingDirectory, env, rev, isRecords: mayHoldRecords }));
}

/** Reports a data folder that exists only in the revision given. @throws CannotRun */
export async function refuseGone({ workingDirectory, env }: World, rev: string): Promise<void> {
  const [{ Repository }, { revisionName, shortCommit }] = await Promise.all([
    import('../git/repository.js'),
    import('../git/revision.js'),
  ]);
  await asking(() => {
    const repository = Repository.of(workingDirectory, workingDirectory, env);
    const revision = repository.revision(rev);
    const [folder] = repository.foldersWith(revision, WORKSPACE_FILE);
    if (folder === undefined) return;
    throw new CannotRun(
      `台账现在不在这里，只在${revisionName(revision)}里有：${folder}`,
      `先取回来：在仓库的最上层运行 git restore --source ${shortCommit(revision)} -- "${folder}"`,
    );
  });
}

/** Whether a branch or a tag of the ledger's repository has this name; false without git. */
export async function isRevisionName({ workingDirectory, env }: World, folder: string, name: string): Promise<boolean> {
  const { Repository } = await import('../git/repository.js');
  try {
    return Repository.of(folder, workingDirectory, env).hasName(name);
  } catch {
    return false;
  }
}

/** Turns git's refusals into CannotRun. */
async function asking<T>(ask: () => T): Promise<T> {
  const { GitProblem } = await import('../git/git-problem.js');
  try {
    return ask();
  } catch (error) {
    if (error instanceof GitProblem) throw new CannotRun(error.message, error.way);
    throw error;
  }
}
