import { posix, resolve } from 'node:path';
import type { Reader } from '../files/reader.js';
import { BlobFiles, type IsRecords } from './blob-files.js';
import { GitProblem } from './git-problem.js';
import { Repository, type TreeEntry } from './repository.js';
import type { Environment } from './run-git.js';

/** The content to be committed: the index that git names to its hooks, or the repository's own. */
export class CommitIndex {
  private entries: readonly TreeEntry[] | null = null;

  private constructor(
    private readonly repository: Repository,
    /** The top of the working tree. */
    readonly top: string,
    private readonly workingDirectory: string,
    private readonly isRecords: IsRecords,
  ) {}

  /** The index of the repository the user, or a hook of git's, stands in. @throws GitProblem */
  static at(workingDirectory: string, env: Environment, isRecords: IsRecords): CommitIndex {
    const { repository, top } = Repository.around(workingDirectory, env);
    return new CommitIndex(repository, top, workingDirectory, isRecords);
  }

  /** The files that the commit adds, changes or takes away, as paths from the top; a rename is both. */
  changed(): readonly string[] {
    const { ok, stdout } = this.repository.git([
      ...[
        'diff-index',
        '--cached',
        '--name-only',
        '--no-renames',
        '--ignore-submodules',
        '--ita-invisible-in-index',
        '-z',
      ],
      this.base(),
    ]);
    if (!ok) throw new GitProblem('git 说不出这次要提交什么', '在命令行里运行 git status 看看。');
    return pathsOf(stdout);
  }

  /** Files of these that the working tree has otherwise than the index: changed, and not yet added. */
  changedSince(paths: readonly string[]): readonly string[] {
    if (paths.length === 0) return [];
    return pathsOf(this.repository.git(['diff-files', '--name-only', '-z', '--', ...paths]).stdout);
  }

  /** The folders that hold a file of this name, from the top, `.` for the top itself. */
  foldersWith(file: string): readonly string[] {
    return this.all()
      .map(({ path }) => path)
      .filter((path) => posix.basename(path) === file)
      .map(posix.dirname);
  }

  /** What will be committed of a folder (its path from the top). */
  reader(folder: string): Reader {
    return this.files(folder, this.below(folder, this.all()));
  }

  /** What some files of a folder were in the commit before; none where this is the first. */
  before(folder: string, paths: ReadonlySet<string>): Reader {
    const { stdout } = this.repository.git(['ls-tree', '-r', '-z', '--full-tree', this.base()]);
    const entries = this.below(folder, entriesOf(stdout)).filter(({ path }) => paths.has(path));
    return this.files(folder, entries);
  }

  private files(folder: string, entries: readonly TreeEntry[]): Reader {
    return new BlobFiles(this.repository, entries, resolve(this.top, folder), this.workingDirectory, this.isRecords);
  }

  /** The commit before; where there is none yet, the empty tree, which every repository knows. */
  private base(): string {
    const head = this.repository.git(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
    return (head.ok ? head : this.repository.git(['hash-object', '-t', 'tree', '--stdin'])).stdout.toString().trim();
  }

  private all(): readonly TreeEntry[] {
    this.entries ??= this.withoutPromised(entriesOf(this.repository.git(['ls-files', '--stage', '-z']).stdout));
    return this.entries;
  }

  /** `git add --intent-to-add` promises a file that is not committed yet: git shows it as added after the index. */
  private withoutPromised(entries: readonly TreeEntry[]): readonly TreeEntry[] {
    const { stdout } = this.repository.git([
      'diff-files',
      '--name-only',
      '--diff-filter=A',
      '--ita-invisible-in-index',
      '-z',
    ]);
    const promised = new Set(pathsOf(stdout));
    return entries.filter(({ path }) => !promised.has(path));
  }

  private below(folder: string, entries: readonly TreeEntry[]): readonly TreeEntry[] {
    const lead = folder === '.' ? '' : `${folder}/`;
    return entries
      .filter(({ path }) => path.startsWith(lead))
      .map((entry) => ({ ...entry, path: entry.path.slice(lead.length) }));
  }
}

function pathsOf(stdout: Buffer): string[] {
  return stdout
    .toString()
    .split('\0')
    .filter((path) => path !== '');
}

/** Lines of `ls-files --stage` (mode, object, stage) or `ls-tree` (mode, type, object), each ended by a NUL. */
function entriesOf(stdout: Buffer): TreeEntry[] {
  return pathsOf(stdout).map((line) => {
    const at = line.indexOf('\t');
    const [mode = '', second = '', third = ''] = line.slice(0, at).split(' ');
    return { mode, object: third.length > 1 ? third : second, path: line.slice(at + 1) };
  });
}
