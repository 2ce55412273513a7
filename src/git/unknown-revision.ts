import { isDate } from '../text/date-format.js';
import { nearest } from '../text/nearest.js';
import { GitProblem } from './git-problem.js';
import type { Repository } from './repository.js';

const LIST = '用 git log --oneline 查看有哪些版本。';

/** The reason why a repository lacks a revision: it has no commits, is a shallow clone, or the name is wrong. */
export function unknownRevision(repository: Repository, name: string, stderr: string): GitProblem {
  if (/is ambiguous/.test(stderr)) {
    return new GitProblem(`有几个版本都以“${name}”开头`, `把提交号写长一些。${LIST}`);
  }
  if (repository.git(['rev-list', '--all', '--max-count=1']).stdout.length === 0) {
    return new GitProblem(
      '这个仓库还没有提交，没有以前的版本',
      '先用 git commit 提交一次；不写版本，看的是当前的台账。',
    );
  }
  if (isDate(name)) {
    return new GitProblem(`没有“${name}”这个版本`, `日期不是版本：截至某一天的情况用 --as-of ${name} 查看。`);
  }
  // HEAD~30 is no misspelt branch.
  const [near] = /[~^@:]/.test(name) ? [] : nearest(name, repository.names());
  if (near !== undefined) return new GitProblem(`没有“${name}”这个版本`, `是不是 ${near}？`);
  if (repository.git(['rev-parse', '--is-shallow-repository']).stdout.toString().trim() === 'true') {
    return new GitProblem(
      `没有“${name}”这个版本，这个仓库只取了最近的提交（浅克隆）`,
      '用 git fetch --unshallow 取回全部历史再试。',
    );
  }
  return new GitProblem(`没有“${name}”这个版本`, `写分支、标签或提交号，例如 HEAD~1。${LIST}`);
}
