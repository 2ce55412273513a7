import { posix, resolve } from 'node:path';
import { GitProblem } from './git-problem.js';
import { dayInChina, type Revision } from './revision.js';
import { type Environment, type GitResult, runGit } from './run-git.js';
import { unknownRevision } from './unknown-revision.js';

/**
 * Environment variables with which git describes the repository of a hook or an alias, which may not be the ledger's.
 */
const OF_ANOTHER: readonly string[] = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_COMMON_DIR',
  'GIT_NAMESPACE',
];

/** One entry of a tree, as git lists it. */
export interface TreeEntry {
  /** 100644 a file, 120000 a link, 160000 a submodule. */
  readonly mode: string;
  readonly object: string;
  /** Below the listed folder, with `/`. */
  readonly path: string;
}

/** The git repository a folder lies in, read by the user's own git. */
export class Repository {
  private constructor(
    private readonly folder: string,
    private readonly env: Environment,
    /** The folder below the repository's top, with `/` and a `/` at its end; empty for the top itself. */
    readonly prefix: string,
  ) {}

  /**
   * The repository of an existing folder. What a hook has set leads elsewhere where the folder has a repository of its
   * own; where it has none, it is followed. @throws GitProblem
   */
  static of(folder: string, workingDirectory: string, env: Environment): Repository {
    const own = Object.fromEntries(Object.entries(env).filter(([name]) => !OF_ANOTHER.includes(name)));
    const inherited = env.GIT_DIR && {
      ...own,
      GIT_DIR: resolve(workingDirectory, env.GIT_DIR),
      GIT_WORK_TREE: resolve(workingDirectory, env.GIT_WORK_TREE ?? '.'),
    };
    for (const each of inherited ? [own, inherited] : [own]) {
      const { ok, stdout } = runGit(['rev-parse', '--show-prefix'], folder, each);
      if (ok) return new Repository(folder, each, lineOf(stdout));
    }
    throw new GitProblem(
      '台账不在 git 仓库里，没有以前的版本',
      '进入 git 仓库里的台账再试；不写版本，看的是当前的台账。',
    );
  }

  /**
   * The repository somebody stands in, seen from the top of its working tree, with whatever git has told its hook:
   * while a part is committed, the index is another file. @throws GitProblem
   */
  static around(workingDirectory: string, env: Environment): { readonly repository: Repository; readonly top: string } {
    const { ok, stdout } = runGit(['rev-parse', '--show-toplevel'], workingDirectory, env);
    if (!ok) throw new GitProblem('这里不是 git 仓库', '进入台账所在的 git 仓库再试；还没有仓库的，先运行 git init。');
    const top = resolve(workingDirectory, lineOf(stdout));
    const paths = ['GIT_DIR', 'GIT_INDEX_FILE', 'GIT_COMMON_DIR'].flatMap((name) =>
      env[name] ? [[name, resolve(workingDirectory, env[name])]] : [],
    );
    const tree = env.GIT_DIR ? { GIT_WORK_TREE: top } : {};
    return { repository: new Repository(top, { ...env, ...Object.fromEntries(paths), ...tree }, ''), top };
  }

  /** Where git looks for hooks, as the settings say; a worktree shares those of its repository. */
  hooksFolder(): string {
    return resolve(this.folder, lineOf(this.git(['rev-parse', '--git-path', 'hooks']).stdout));
  }

  /** The folder in which git keeps this repository. */
  commonFolder(): string {
    return resolve(this.folder, lineOf(this.git(['rev-parse', '--git-common-dir']).stdout));
  }

  git(args: readonly string[], input = ''): GitResult {
    return runGit(args, this.folder, this.env, input);
  }

  /** The commit that a branch, a tag or a hash names. @throws GitProblem where there is none */
  revision(name: string): Revision {
    if (/^(?:[-^]|$)/.test(name)) {
      throw new GitProblem(`“${name}”不能作版本`, '写分支、标签或提交号，例如 HEAD~1。');
    }
    const found = this.git(['rev-parse', '--verify', '--end-of-options', `${name}^{commit}`]);
    if (!found.ok) throw unknownRevision(this, name, found.stderr);
    const commit = lineOf(found.stdout);
    const [seconds = ''] = lineOf(this.git(['rev-list', '--max-count=1', '--timestamp', commit]).stdout).split(' ');
    return { commit, committed: dayInChina(Number(seconds)) };
  }

  /** Whether a branch or a tag has exactly this name. */
  hasName(name: string): boolean {
    return this.names().includes(name);
  }

  /** Branches and tags, the short way. */
  names(): readonly string[] {
    return linesOf(this.git(['for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/tags', 'refs/remotes']));
  }

  /** Everything below a folder (its path from the top, empty for the top) in a commit; null where it is not there. */
  list({ commit }: Revision, folder: string): readonly TreeEntry[] | null {
    const tree = `${commit}:${folder.replace(/\/$/, '')}`;
    const { ok, stdout } = this.git(['ls-tree', '-r', '-z', '--full-tree', tree]);
    if (!ok) return null;
    return stdout
      .toString()
      .split('\0')
      .filter((line) => line !== '')
      .map((line) => {
        const at = line.indexOf('\t');
        const [mode = '', , object = ''] = line.slice(0, at).split(' ');
        return { mode, object, path: line.slice(at + 1) };
      });
  }

  /** The folders of a commit that hold a file of this name, from the top. */
  foldersWith(revision: Revision, file: string): readonly string[] {
    return (this.list(revision, '') ?? [])
      .filter(({ path }) => posix.basename(path) === file)
      .map(({ path }) => posix.dirname(path));
  }
}

/** One line of git's output without its final line feed; a folder's name may contain others. */
function lineOf(stdout: Buffer): string {
  return stdout.toString().replace(/\n$/, '');
}

function linesOf({ stdout }: GitResult): string[] {
  return stdout
    .toString()
    .split('\n')
    .filter((line) => line !== '');
}
