import { posix, resolve } from 'node:path';
import { displayPath } from '../files/display-path.js';
import { WORKSPACE_FILE } from '../files/find-data.js';
import { ReadError, type Reader, type ReaderFile } from '../files/reader.js';
import { NOT_PLAIN } from '../files/system-reason.js';
import { readBlobs } from './blobs.js';
import { GitProblem } from './git-problem.js';
import { Repository } from './repository.js';
import { type Revision, revisionName } from './revision.js';
import type { Environment } from './run-git.js';

const OBSTACLES: Readonly<Record<string, string>> = {
  '120000': NOT_PLAIN.link,
  '160000': '是一个子模块，里面的文件不在这个仓库里',
};

interface GitFile extends ReaderFile {
  readonly object: string;
}

/** Where the ledger stands, and which of its versions is wanted. */
export interface GitPlace {
  /** The data folder in the working tree; it must exist, for git is run in it. */
  readonly folder: string;
  readonly workingDirectory: string;
  readonly env: Environment;
  /** A branch, a tag or a hash. */
  readonly rev: string;
}

/** Reads a ledger as it was committed: the folder's tree at a revision. What is not committed is not seen. */
export class GitReader implements Reader {
  private readonly files: ReadonlyMap<string, GitFile>;
  private blobs: ReadonlyMap<string, Uint8Array> = new Map();

  /** @throws GitProblem where there is no git, no repository, no such revision, or no ledger in it */
  static at({ folder, workingDirectory, env, rev }: GitPlace): GitReader {
    const full = resolve(workingDirectory, folder);
    const repository = Repository.of(full, workingDirectory, env);
    const revision = repository.revision(rev);
    return new GitReader(repository, revision, full, workingDirectory);
  }

  private constructor(
    private readonly repository: Repository,
    readonly revision: Revision,
    private readonly folder: string,
    private readonly workingDirectory: string,
  ) {
    const entries = repository.list(revision, repository.prefix) ?? [];
    if (!entries.some(({ path }) => path === WORKSPACE_FILE)) throw this.missingFolder();
    const shown = entries
      .filter(({ path }) => !path.split('/').some((segment) => segment.startsWith('.')))
      .map(({ path, object, mode }) => ({ path, object, ...(OBSTACLES[mode] ? { obstacle: OBSTACLES[mode] } : {}) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    this.files = new Map(shown.map((file) => [file.path, file]));
  }

  list(): readonly ReaderFile[] {
    return [...this.files.values()].map(({ object: _, ...file }) => file);
  }

  read(path: string): Uint8Array {
    const file = this.files.get(path);
    if (file === undefined) throw new ReadError(path, '这个版本里没有');
    if (file.obstacle !== undefined) throw new ReadError(path, file.obstacle);
    if (!this.blobs.has(file.object)) this.blobs = readBlobs(this.repository, this.alike(path), this.blobs);
    const bytes = this.blobs.get(file.object);
    if (bytes === undefined) throw new ReadError(path, '这个版本的内容没有取到本机');
    return bytes;
  }

  display(path: string): string {
    return displayPath(this.workingDirectory, this.folder, path);
  }

  /** Who reads one file will read the others of its kind, and git is asked once; photos stay where they are. */
  private alike(path: string): readonly string[] {
    const ending = posix.extname(path);
    return [...this.files.values()]
      .filter((file) => file.obstacle === undefined && posix.extname(file.path) === ending)
      .map(({ object }) => object);
  }

  private missingFolder(): GitProblem {
    const name = this.display('') || '.';
    const others = this.repository.foldersWith(this.revision, WORKSPACE_FILE);
    return new GitProblem(
      `${revisionName(this.revision)}里没有台账 ${name}`,
      others.length > 0
        ? `那时的台账在 ${others.join('、')}，后来改了位置。`
        : '台账是后来才提交的：换一个晚一些的版本，用 git log --oneline 查看。',
    );
  }
}
