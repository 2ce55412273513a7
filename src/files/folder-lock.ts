import { lstatSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hasEnded, isMark } from './process-mark.js';
import { flushFolder, OURS_ALONE, putFile, removeFolder, StagingFolder, stagingName, sweep } from './staging-folder.js';
import { NOT_WRITTEN, WriteError } from './write-error.js';

/** The name of a lock while it is held, in the folder that it locks. */
export const LOCK = '.yueyi';
const OWNER = 'owner';
/** Completes or undoes the writes of a killed owner. */
const HEIR = 'heir';

/** How long to wait for a lock, in milliseconds; writing takes far less. */
const STEP = 25;
const ATTEMPTS = 200;

/**
 * A lock for writing several files below a folder. It is a folder that is filled under another name and then renamed, so
 * that it never exists without its owner's mark; a lock whose owner was killed is taken over by one of the waiting processes.
 */
export class FolderLock {
  readonly path: string;

  private constructor(
    readonly home: string,
    private readonly staging: StagingFolder,
  ) {
    this.path = join(home, LOCK);
  }

  /**
   * Takes the lock of a folder, waiting for whoever has it.
   * @param recover puts in order what a killed owner has left in the folder and its lock
   * @throws WriteError where somebody keeps it
   */
  static take(home: string, recover: (home: string) => void): FolderLock {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (isHeldByAnother(join(home, LOCK))) {
        wait(STEP);
        continue;
      }
      const lock = new FolderLock(home, StagingFolder.make(home, 'lock'));
      if (lock.occupy(recover) === 'taken') return lock;
    }
    throw new WriteError(join(home, LOCK), NOT_WRITTEN.busy);
  }

  /** Whether somebody has left a lock in a folder, or has it. */
  static isIn(home: string): boolean {
    return lstatSync(join(home, LOCK), { throwIfNoEntry: false }) !== undefined;
  }

  get mark(): string {
    return this.staging.mark;
  }

  /** Writes a note into the lock, flushed. */
  note(name: string, text: string): void {
    putFile(join(this.path, name), text, OURS_ALONE);
    flushFolder(this.path);
  }

  /** Whether it is still this process's own: one that slept for long may have been taken for dead. */
  isHeld(): boolean {
    return ownerOf(this.path) === this.mark;
  }

  release(): void {
    if (!this.isHeld()) return;
    this.giveUp();
  }

  private giveUp(): void {
    const away = join(this.home, stagingName('lock', this.mark));
    renameSync(this.path, away);
    removeFolder(away);
  }

  private occupy(recover: (home: string) => void): 'taken' | 'inherited' | 'held' {
    let outcome: 'taken' | 'inherited' | 'held' = 'held';
    try {
      this.staging.put(OWNER, this.mark);
      outcome = occupy(this.staging.path, this.path);
    } finally {
      if (outcome === 'held') this.staging.remove();
    }
    if (outcome === 'taken') sweep(this.home, ['file', 'part', 'lock']);
    if (outcome === 'inherited') {
      recover(this.home);
      this.giveUp();
    }
    return outcome;
  }
}

/** Renames a folder to the lock's name, if it is free or its owner was killed. */
function occupy(prepared: string, place: string): 'taken' | 'inherited' | 'held' {
  if (moved(prepared, place)) return 'taken';
  const owner = ownerOf(place);
  if (owner === null || !isOver(place, owner)) return 'held';
  const heir = join(place, HEIR);
  if (occupy(prepared, heir) === 'held') return 'held';
  if (ownerOf(place) === owner) return 'inherited';
  // Another heir was faster, and the place has a new owner by now.
  removeFolder(heir);
  return 'held';
}

/** Renames a folder to a name; fails where a folder that is not empty has it. */
function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    // Something is there (on Windows EPERM), or the folder above has just gone.
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'ENOENT'].includes(code)) return false;
    if (code === 'EPERM' && lstatSync(to, { throwIfNoEntry: false }) !== undefined) return false;
    throw error;
  }
}

/** Whether there is a lock whose owner still runs, or is unknown. */
function isHeldByAnother(place: string): boolean {
  if (lstatSync(place, { throwIfNoEntry: false }) === undefined) return false;
  const owner = ownerOf(place);
  return owner === null || !isOver(place, owner);
}

/** The owner's mark in a lock; null where there is none. */
function ownerOf(place: string): string | null {
  try {
    const mark = readFileSync(join(place, OWNER), 'latin1');
    return isMark(mark) ? mark : null;
  } catch {
    return null;
  }
}

function isOver(place: string, owner: string): boolean {
  const found = statSync(join(place, OWNER), { throwIfNoEntry: false });
  return found !== undefined && hasEnded(owner, found.mtimeMs);
}

function wait(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
