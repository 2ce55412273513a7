import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { readBytes } from './read-bytes.js';
import { ReadError } from './reader.js';
import { isStagingName, stagingName } from './staging-folder.js';

/** One file that is to be written together with others. */
export interface Change {
  /** Below the folder that is locked, with `/`: what a Reader gave, or a name of the program's own. */
  readonly path: string;
  /** null deletes the file. */
  readonly content: string | Uint8Array | null;
  /** What was read there; null where nothing was, and nothing may be. */
  readonly expected: Uint8Array | null;
  /** A new file that nobody else may read. */
  readonly isPrivate?: boolean;
}

/** Written before the first file is changed, so that the next run can recover from a kill. */
export interface Plan {
  /** The name of the staging folders, one in each folder that is written to. */
  readonly staging: string;
  /** Folders that are made, outer ones first. */
  readonly folders: readonly string[];
  readonly files: readonly PlannedFile[];
}

export interface PlannedFile {
  readonly path: string;
  /** Digests of what is there and of what will be; null for nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

/** The plan of a process with this mark for files below a folder. */
export function planOf(home: string, mark: string, changes: readonly Change[]): Plan {
  const folders = [...new Set(changes.flatMap(({ path }) => foldersAbove(path)))];
  return {
    staging: stagingName('part', mark),
    folders: folders.filter((folder) => !isThere(join(home, folder))),
    files: changes.map(({ path, content, expected }) => ({
      path,
      before: digestOf(expected),
      after: digestOf(content === null ? null : bytesOf(content)),
    })),
  };
}

function foldersAbove(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

/** Parses a plan for files below a folder; null where it is missing or invalid. */
export function readPlan(home: string, note: string): Plan | null {
  try {
    const plan = JSON.parse(readFileSync(note, 'utf8')) as Plan;
    const real = realpathSync.native(home);
    const isOurs = isStagingName(plan.staging) && plan.folders.every(isBelow);
    return isOurs && plan.files.every(({ path }) => isBelow(path) && isReal(home, real, path)) ? plan : null;
  } catch {
    return null;
  }
}

/**
 * Whether a path of a plan is safe: a lock or a history may be forged, so it must not lead outside the folder or into a repository.
 */
export function isBelow(path: string): boolean {
  return (
    typeof path === 'string' &&
    path.split(sep === '/' ? '/' : /[\\/]/).every((name) => !/^(?:\.{0,2}|\.git)$/i.test(name))
  );
}

function isReal(home: string, real: string, path: string): boolean {
  const below = posix.dirname(path);
  return !isThere(join(home, below)) || realpathSync.native(join(home, below)) === join(real, below);
}

/** Whether a path exists, a dangling link included. */
export const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content;

/** The digest of a file; null where there is none, or it is no regular file. */
export function digestAt(path: string): string | null {
  try {
    return digestOf(readBytes(path));
  } catch (error) {
    if (error instanceof ReadError) return null;
    throw error;
  }
}

/** The digest of a content, for comparison; null for no file. */
export function digestOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : createHash('sha256').update(bytes).digest('base64');
}
