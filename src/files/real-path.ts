import { lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isDataFolder } from './find-data.js';
import { writing } from './write-error.js';

/**
 * Where a path that was typed leads, every link on the way followed; what is not there yet keeps the names it was given.
 * @throws WriteError where the system does not let us look
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

/** Why nothing but an edit, or git itself, may write at a place. */
export type Guarded = 'records' | 'git';

/**
 * Whose a place is; null where anybody may write.
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

/** Whether git keeps a repository in a folder: one of its name, or, whatever it is called, with what git looks for. */
function isGitFolder(folder: string): boolean {
  if (isGitName(basename(folder))) return true;
  const kindOf = (name: string) => lstatSync(join(folder, name), { throwIfNoEntry: false });
  return kindOf('HEAD')?.isFile() === true && ['objects', 'refs'].every((name) => kindOf(name)?.isDirectory());
}

/** Disks that do not tell capitals apart, or keep short names, know the folder by these too (git's own fsck does). */
function isGitName(name: string): boolean {
  return /^(?:\.git|git~\d+)$/i.test(name.replaceAll(/\p{Cf}/gu, '').replace(/[. ]+$/, ''));
}
