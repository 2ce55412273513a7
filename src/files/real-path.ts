import { lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isDataFolder } from './find-data.js';
import { writing } from './write-error.js';

/**
 * The real path of a typed one, with all links resolved; the part that does not exist yet is kept as typed.
 * @throws WriteError where the system refuses to resolve it
 */
export function realPath(path: string): string {
  return writing(path, () => following(resolve(path)));
}

function following(path: string): string {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return realpathSync.native(path);
  // A link that leads nowhere is a name like any other: it is replaced.
  const parent = dirname(path);
  return parent === path ? path : join(following(parent), basename(path));
}

/** Why a path is protected: it belongs to records, or to git. */
export type Guarded = 'records' | 'git';

/**
 * The guard of a path; null where any product may be written.
 * @param path a real one: see `realPath`
 * @param isFree whether a path below a data folder may hold something other than records
 */
export function guardOf(path: string, isFree: (below: string) => boolean): Guarded | null {
  let guarded: Guarded | null = null;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (isGitFolder(folder)) return 'git';
    if (isDataFolder(folder) && !isFree(relative(folder, path))) guarded = 'records';
    if (dirname(folder) === folder) break;
  }
  return isGitName(basename(path)) ? 'git' : guarded;
}

/** Whether a folder is a git repository's own: by its name, or by its contents. */
function isGitFolder(folder: string): boolean {
  if (isGitName(basename(folder))) return true;
  const kindOf = (name: string) => lstatSync(join(folder, name), { throwIfNoEntry: false });
  return kindOf('HEAD')?.isFile() === true && ['objects', 'refs'].every((name) => kindOf(name)?.isDirectory());
}

/** Names of the `.git` folder on file systems that ignore case or have short names, as git's fsck has them. */
function isGitName(name: string): boolean {
  return /^(?:\.git|git~\d+)$/i.test(name.replaceAll(/\p{Cf}/gu, '').replace(/[. ]+$/, ''));
}
