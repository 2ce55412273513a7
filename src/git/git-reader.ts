import { resolve } from 'node:path';
import { WORKSPACE_FILE } from '../files/find-data.js';
import { BlobFiles, type IsRecords } from './blob-files.js';
import { GitProblem } from './git-problem.js';
import { Repository } from './repository.js';
import { type Revision, revisionName } from './revision.js';
import type { Environment } from './run-git.js';

/** The data folder of a ledger, and the revision to read. */
export interface GitPlace {
  /** The data folder in the working tree; it must exist, for git is run in it. */
  readonly folder: string;
  readonly workingDirectory: string;
  readonly env: Environment;
  /** A branch, a tag or a hash. */
  readonly rev: string;
  readonly isRecords: IsRecords;
}

/** Reads a ledger at a revision: the tree of its folder. Uncommitted changes are not seen. */
export class GitReader extends BlobFiles {
  /** @throws GitProblem where there is no git, no repository, no such revision, or no ledger in it */
  static at({ folder, workingDirectory, env, rev, isRecords }: GitPlace): GitReader {
    const full = resolve(workingDirectory, folder);
    const repository = Repository.of(full, workingDirectory, env);
    return new GitReader(repository, repository.revision(rev), full, workingDirectory, isRecords);
  }

  private constructor(
    repository: Repository,
    readonly revision: Revision,
    folder: string,
    workingDirectory: string,
    isRecords: IsRecords,
  ) {
    const entries = repository.list(revision, repository.prefix) ?? [];
    super(repository, entries, folder, workingDirectory, isRecords);
    if (!entries.some(({ path }) => path === WORKSPACE_FILE))
      throw missingFolder(repository, revision, this.display('') || '.');
  }
}

function missingFolder(repository: Repository, revision: Revision, name: string): GitProblem {
  const others = repository.foldersWith(revision, WORKSPACE_FILE);
  return new GitProblem(
    `${revisionName(revision)}里没有台账 ${name}`,
    others.length > 0
      ? `那时的台账在 ${others.join('、')}，后来改了位置。`
      : '台账是后来才提交的：换一个晚一些的版本，用 git log --oneline 查看。',
  );
}
