import type { Repository } from '../../git/repository.js';
import type { Run } from '../commands/command.js';
import type { SaveOptions } from '../commands/save.js';
import { EXIT } from '../errors.js';
import { saidBy } from './commit.js';
import { mergeTheirs } from './merge.js';

/** How often a push is tried while others push too. */
const TURNS = 3;

/**
 * Brings the commits of the branch to its remote, and those of others here. What fails here loses nothing: the commit
 * stands on this machine. @returns 1 where somebody must decide, 2 where the remote cannot be reached
 */
export async function meet(run: Run<SaveOptions>, repository: Repository, folder: string): Promise<number> {
  const { world } = run;
  const branch = lineOf(repository, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
  const remote = branch === '' ? '' : remoteOf(repository, branch);
  if (remote === '') return EXIT.fine;
  const theirs = upstreamOf(repository, branch) ?? branch;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const fetched = repository.git(['fetch', '--quiet', remote]);
    if (!fetched.ok) return unreached(run, fetched.stderr);
    const tip = `refs/remotes/${remote}/${theirs}`;
    const [behind = '0', ahead = '1'] = lineOf(repository, [
      'rev-list',
      '--left-right',
      '--count',
      `${tip}...HEAD`,
    ]).split('\t');
    if (Number(behind) > 0) {
      const code = await mergeTheirs(run, repository, folder, tip);
      if (code !== EXIT.fine) return code;
    } else if (Number(ahead) === 0) return EXIT.fine;
    const pushed = repository.git(['push', '--quiet', '--set-upstream', remote, `HEAD:refs/heads/${theirs}`]);
    if (pushed.ok) {
      world.stdout.write(`已推送到 ${remote} 的 ${theirs}。\n`);
      return EXIT.fine;
    }
    if (!/rejected|fetch first|non-fast-forward/.test(pushed.stderr)) return unreached(run, pushed.stderr);
  }
  return unreached(run, '别人一直在推送');
}

function unreached({ world }: Run<object>, stderr: string): number {
  world.stderr.write(`已保存在本机，没有推送：${saidBy(stderr)}\n连上以后再运行一次 yueyi save。\n`);
  return EXIT.cannot;
}

/** The remote that the branch belongs to; the only one there is, or origin; empty where there is none. */
function remoteOf(repository: Repository, branch: string): string {
  const own = lineOf(repository, ['config', '--get', `branch.${branch}.remote`]);
  if (own !== '' && own !== '.') return own;
  const all = repository.git(['remote']).stdout.toString().split('\n').filter(Boolean);
  return all.includes('origin') || all.length !== 1 ? (all.includes('origin') ? 'origin' : '') : (all[0] ?? '');
}

/** The name of the branch on the remote. */
function upstreamOf(repository: Repository, branch: string): string | null {
  const merge = lineOf(repository, ['config', '--get', `branch.${branch}.merge`]);
  return merge.startsWith('refs/heads/') ? merge.slice('refs/heads/'.length) : null;
}

function lineOf(repository: Repository, args: readonly string[]): string {
  const { ok, stdout } = repository.git(args);
  return ok ? stdout.toString().replace(/\n$/, '') : '';
}
