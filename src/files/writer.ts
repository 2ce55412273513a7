import {
  accessSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { FolderLock } from './folder-lock.js';
import { recover, takeBack, writeAll } from './journal.js';
import type { Change } from './plan.js';
import { readBytes } from './read-bytes.js';
import { type FileForm, flushFolder, formOf, StagingFolder, sweep, USUAL_FORM, writeBytes } from './staging-folder.js';
import { systemReason } from './system-reason.js';
import { NOT_WRITTEN, WriteError, writing } from './write-error.js';
import { changesBack, type PastWrite, remembered } from './write-history.js';

/**
 * The only writer of files: products, repaired and edited records, new ledgers, hooks, settings of
 * editors. A file is written completely beside the one it replaces, flushed, and renamed over it; links are
 * never written through, and the next run recovers from a killed one.
 */

/** Properties of a file beyond its content. */
export interface Wanted {
  /** What was read there (null for nothing): what somebody else has written since is not lost. */
  readonly expected?: Uint8Array | null;
  /** Permissions, where they are not the old file's, or the usual ones for a new one. */
  readonly mode?: number;
}

/**
 * Writes one file. The permissions of an existing one are kept; a device or a pipe is written to, never replaced.
 * @param path a real one: see `realPath`
 * @throws WriteError; then nothing has changed
 */
export function writeOne(path: string, content: string | Uint8Array, { expected, mode }: Wanted = {}): void {
  writing(path, () => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) throw new WriteError(path, systemReason({ code: 'EISDIR' }));
    if (found && !found.isFile()) writeInto(path, content);
    else {
      if (found) accessSync(path, constants.W_OK);
      const form = found ? formOf(found) : USUAL_FORM;
      replaceOne(path, content, mode === undefined ? form : { ...form, mode, exact: true }, expected);
    }
  });
}

function writeInto(path: string, content: string | Uint8Array): void {
  const device = openSync(path, 'w');
  try {
    writeBytes(device, Buffer.from(content));
  } finally {
    closeSync(device);
  }
}

function replaceOne(path: string, content: string | Uint8Array, form: FileForm, expected?: Uint8Array | null): void {
  const folder = dirname(path);
  sweep(folder, ['file']);
  const staging = StagingFolder.make(folder, 'file');
  try {
    const next = staging.put('new', content, form);
    if (expected !== undefined) demand(path, expected);
    renameSync(next, path);
    flushFolder(folder);
  } finally {
    staging.remove();
  }
}

/** Deletes one file, if it still has the content that was read. @throws WriteError; then nothing has changed */
export function removeOne(path: string, expected: Uint8Array): void {
  writing(path, () => {
    demand(path, expected);
    unlinkSync(path);
    flushFolder(dirname(path));
    sweep(dirname(path), ['file']);
  });
}

/**
 * Writes several files below a folder, all or none, under its lock. The folder is created if only it is missing.
 * @param home a real path
 * @param what the name of the write, with which it is remembered to be taken back later; not remembered without
 * @throws WriteError with the path below the folder; then nothing has changed
 */
export function writeTogether(home: string, changes: readonly Change[], what?: string): void {
  if (changes.length === 0) return;
  const isNew = writing(home, () => makeFolder(home));
  try {
    writing(home, () => underLock(home, () => changes, what));
  } catch (error) {
    if (isNew) removeIfEmpty(home);
    throw error;
  }
}

/** Creates a folder and its missing parents. @throws WriteError */
export function makeFolders(path: string): void {
  // Node's own way never ends where a folder is there and takes no other, as below /proc.
  if (isFolder(path)) return;
  if (dirname(path) !== path) makeFolders(dirname(path));
  writing(path, () => makeFolder(path));
}

/** @returns false where it existed already */
function makeFolder(path: string): boolean {
  if (isFolder(path)) return false;
  mkdirSync(path);
  return true;
}

function removeIfEmpty(path: string): void {
  try {
    rmdirSync(path);
  } catch {
    // Somebody has put something into it.
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Recovers from a killed run in a folder. @throws WriteError */
export function tidy(home: string): void {
  writing(home, () => {
    if (FolderLock.isIn(home)) FolderLock.take(home, recover).release();
    // One that was killed behind its last file, or before its first, has left no lock.
    else sweep(home, ['file', 'part', 'lock']);
  });
}

/**
 * Takes the last remembered write below a folder back, and forgets it.
 * @throws WriteError where another has been made, or somebody has changed one of the files since; then nothing has changed
 */
export function takeBackWrite(home: string, past: PastWrite): void {
  writing(home, () => underLock(home, () => changesBack(home, past)));
}

function underLock(home: string, changesOf: () => readonly Change[], what?: string): void {
  const lock = FolderLock.take(home, recover);
  try {
    const changes = changesOf();
    writeAll(lock, what === undefined ? changes : [...changes, ...remembered(home, what, changes)]);
  } catch (error) {
    // Where even this fails the lock stays, and the next run will do it.
    takeBack(home);
    lock.release();
    throw error;
  }
  lock.release();
}

function demand(path: string, expected: Uint8Array | null): void {
  const found = readBytes(path);
  const isSame = found === null || expected === null ? found === expected : Buffer.compare(found, expected) === 0;
  if (!isSame) throw new WriteError(path, NOT_WRITTEN.changed);
}
