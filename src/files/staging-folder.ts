import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmdirSync,
  type Stats,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { hasEnded, isMark, newMark } from './process-mark.js';

/** The uses of a staging folder: one file; a part of several files with a journal; a lock before it is taken. */
export type Purpose = 'file' | 'part' | 'lock';

const NAME = /^\.yueyi-(?<purpose>file|part|lock)-(?<mark>[-0-9a-f]+)$/;
const NO_LINKS = constants.O_NOFOLLOW ?? 0;
/** Error codes of systems and network folders on which a folder cannot be flushed. */
const NOT_FLUSHED: readonly unknown[] = ['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF'];

/** The permissions and the owner of a new file. */
export interface FileForm {
  /** Permissions: at most these from the start, exactly these where `exact`. */
  readonly mode: number;
  readonly exact?: boolean;
  /** Whose it is; given where this process may. */
  readonly owner?: Pick<Stats, 'uid' | 'gid'>;
}

/** The default of a new file; the system applies the user's umask. */
export const USUAL_FORM: FileForm = { mode: 0o666 };
export const OURS_ALONE: FileForm = { mode: 0o600 };

/** Those of an existing file. */
export function formOf(found: Stats): FileForm {
  return { mode: found.mode & 0o777, exact: true, owner: found };
}

/**
 * A private folder beside the file to be replaced, for incomplete files: it is not readable by others,
 * its name cannot be guessed, and git ignores it, even when the process is killed.
 */
export class StagingFolder {
  readonly path: string;

  private constructor(
    parent: string,
    purpose: Purpose,
    readonly mark: string,
  ) {
    this.path = join(parent, stagingName(purpose, mark));
  }

  static make(parent: string, purpose: Purpose, mark: string = newMark()): StagingFolder {
    const folder = new StagingFolder(parent, purpose, mark);
    mkdirSync(folder.path, { mode: 0o700 });
    try {
      // Until it is there the folder is empty, and git knows no empty folders.
      putFile(join(folder.path, GITIGNORE), '*\n', OURS_ALONE);
    } catch (error) {
      folder.remove();
      throw error;
    }
    return folder;
  }

  /** A new file in it, flushed to the disk. @returns its path */
  put(name: string, content: string | Uint8Array, form: FileForm = OURS_ALONE): string {
    const path = join(this.path, name);
    putFile(path, content, form);
    return path;
  }

  /** Takes it away with all that is in it; where that fails, a later run will. */
  remove(): void {
    removeFolder(this.path);
  }
}

const GITIGNORE = '.gitignore';

export const stagingName = (purpose: Purpose, mark: string): string => `.yueyi-${purpose}-${mark}`;

/** Whether a name is that of a staging folder; a journal, which may be forged, is checked with it. */
export function isStagingName(name: string): boolean {
  return isMark(NAME.exec(name)?.groups?.mark ?? '');
}

/** Removes the staging folders of killed runs in a folder. */
export function sweep(parent: string, purposes: readonly Purpose[]): void {
  for (const name of namesIn(parent)) {
    const { purpose, mark = '' } = NAME.exec(name)?.groups ?? {};
    if (!purposes.includes(purpose as Purpose) || !isMark(mark)) continue;
    const found = lstatSync(join(parent, name), { throwIfNoEntry: false });
    if (found?.isDirectory() && hasEnded(mark, found.mtimeMs)) removeFolder(join(parent, name));
  }
}

/** Writes a new file and flushes it; refuses an existing path, a link included. */
export function putFile(path: string, content: string | Uint8Array, { mode, exact = false, owner }: FileForm): void {
  const file = openSync(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY | NO_LINKS, mode);
  try {
    writeBytes(file, typeof content === 'string' ? Buffer.from(content) : content);
    if (owner && isAnothers(owner)) give(file, owner);
    if (exact) fchmodSync(file, mode);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Writes all bytes to an open file; the system may accept them in pieces. */
export function writeBytes(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at);
}

/** Flushes the entries of a folder, where the system can. */
export function flushFolder(path: string): void {
  let folder: number | undefined;
  try {
    folder = openSync(path, 'r');
    fsyncSync(folder);
  } catch (error) {
    if (!NOT_FLUSHED.includes((error as NodeJS.ErrnoException).code)) throw error;
  } finally {
    if (folder !== undefined) closeSync(folder);
  }
}

/**
 * Removes a folder with its contents, without following links, as far as possible: another process may be
 * removing it too.
 */
export function removeFolder(path: string): void {
  // What keeps git away goes last.
  const names = [...namesIn(path)].sort((a, b) => Number(a === GITIGNORE) - Number(b === GITIGNORE));
  for (const name of names) {
    const inner = join(path, name);
    if (lstatSync(inner, { throwIfNoEntry: false })?.isDirectory()) removeFolder(inner);
    else gone(() => unlinkSync(inner));
  }
  gone(() => rmdirSync(path));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function gone(remove: () => void): void {
  try {
    remove();
  } catch {
    // It is gone already, or a later run will find it.
  }
}

function isAnothers({ uid, gid }: Pick<Stats, 'uid' | 'gid'>): boolean {
  return process.geteuid?.() !== uid || process.getegid?.() !== gid;
}

/** Sets the owner and the group if permitted, else the group alone, else neither. */
function give(file: number, { uid, gid }: Pick<Stats, 'uid' | 'gid'>): void {
  for (const owner of [uid, process.geteuid?.() ?? uid]) {
    try {
      fchownSync(file, owner, gid);
      return;
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (!['EPERM', 'EINVAL', 'ENOSYS', 'ENOTSUP'].includes(code)) throw error;
    }
  }
}
