import {
  accessSync,
  constants,
  linkSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  unlinkSync,
} from 'node:fs';
import { join, posix } from 'node:path';
import { type FolderLock, LOCK } from './folder-lock.js';
import { type Change, digestAt, digestOf, isThere, type Plan, type PlannedFile, planOf, readPlan } from './plan.js';
import { readBytes } from './read-bytes.js';
import {
  type FileForm,
  flushFolder,
  formOf,
  OURS_ALONE,
  removeFolder,
  StagingFolder,
  stagingName,
  sweep,
  USUAL_FORM,
} from './staging-folder.js';
import { NOT_WRITTEN, WriteError } from './write-error.js';

/** Files in the lock: the plan; the mark that all contents are staged; the mark that all files are written. */
const PLAN = 'plan';
const STAGED = 'staged';
const DONE = 'done';

/**
 * Writes several files below a locked folder. Each is compared with what was read directly before it is replaced, and
 * once more after it: if somebody appended to the old file in between, it is put back.
 * @throws WriteError, and the system's errors; then `takeBack` undoes what was written
 */
export function writeAll(lock: FolderLock, changes: readonly Change[]): void {
  const plan = planOf(lock.home, lock.mark, changes);
  lock.note(PLAN, JSON.stringify(plan));
  stage(lock.home, plan, changes);
  lock.note(STAGED, '');
  if (!lock.isHeld()) throw new WriteError(lock.path, NOT_WRITTEN.busy);
  const files = stagedFiles(lock.home, plan);
  for (const file of files) replace(file);
  for (const file of files) if (!file.isUntouched()) throw new WriteError(file.planned.path, NOT_WRITTEN.changed);
  lock.note(DONE, '');
  clean(lock.home, plan);
}

/**
 * Recovers from a killed run below a locked folder: if it had written everything its traces are removed, else
 * its writes are undone. Files changed by others since are left unchanged.
 */
export function recover(home: string): void {
  const plan = readPlan(home, join(home, LOCK, PLAN));
  if (plan !== null && isComplete(home, plan)) clean(home, plan);
  else takeBack(home);
}

/** Undoes a run's writes below a locked folder, except in files changed by others since. */
export function takeBack(home: string): void {
  const plan = readPlan(home, join(home, LOCK, PLAN));
  if (plan === null) return;
  const isBegun = isThere(join(home, LOCK, STAGED));
  for (const file of isBegun ? stagedFiles(home, plan) : []) undo(file);
  clean(home, plan);
}

/** A file's real place, and its new and old contents in the staging folder beside it. */
class StagedFile {
  readonly target: string;
  readonly folder: string;
  readonly next: string;
  readonly last: string;

  constructor(
    home: string,
    { staging }: Pick<Plan, 'staging'>,
    index: number,
    readonly planned: PlannedFile,
  ) {
    const { path } = planned;
    this.target = join(home, path);
    this.folder = join(home, posix.dirname(path));
    this.next = join(this.folder, staging, `new-${index}`);
    this.last = join(this.folder, staging, `old-${index}`);
  }

  /** Whether its new content is in place, or it is deleted. */
  get isReplaced(): boolean {
    return !isThere(this.planned.after === null ? this.target : this.next);
  }

  /** Of what stands there now; null where that is nothing, or no plain file. */
  digest(): string | null {
    return digestAt(this.target);
  }

  /** Whether the old file is unchanged since it was read. */
  isUntouched(): boolean {
    return this.planned.before === null || digestAt(this.last) === this.planned.before;
  }
}

function stagedFiles(home: string, plan: Plan): readonly StagedFile[] {
  return plan.files.map((file, index) => new StagedFile(home, plan, index, file));
}

/** Stages the new contents, and keeps the old files, where they can be renamed. */
function stage(home: string, plan: Plan, changes: readonly Change[]): void {
  for (const folder of plan.folders) mkdirSync(join(home, folder));
  const mark = plan.staging.slice(stagingName('part', '').length);
  const real = realpathSync.native(home);
  const staged = new Map<string, StagingFolder>();
  const files = stagedFiles(home, plan);
  for (const [index, { path, content, expected, isPrivate }] of changes.entries()) {
    const below = posix.dirname(path);
    const folder = join(home, below);
    if (realpathSync.native(folder) !== join(real, below)) throw new WriteError(path, NOT_WRITTEN.moved);
    const staging = staged.get(below) ?? stagingIn(folder, mark);
    staged.set(below, staging);
    const file = files[index];
    const form = file && expected !== null ? keep(file, staging, expected) : isPrivate ? OURS_ALONE : USUAL_FORM;
    if (content !== null) staging.put(`new-${index}`, content, form);
  }
  for (const [below, { path }] of staged) {
    flushFolder(path);
    flushFolder(join(home, below));
  }
}

function stagingIn(folder: string, mark: string): StagingFolder {
  sweep(folder, ['file', 'part']);
  return StagingFolder.make(folder, 'part', mark);
}

/** Keeps the old file, as a hard link if possible, else as a copy. @returns its permissions, for the new one */
function keep({ target, last, planned }: StagedFile, staging: StagingFolder, expected: Uint8Array): FileForm {
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new WriteError(planned.path, NOT_WRITTEN.changed);
  accessSync(target, constants.W_OK);
  const form = formOf(found);
  try {
    linkSync(target, last);
  } catch {
    staging.put(last.slice(staging.path.length + 1), expected, form);
  }
  return form;
}

function replace({ target, next, folder, planned }: StagedFile): void {
  if (digestOf(readBytes(target)) !== planned.before) throw new WriteError(planned.path, NOT_WRITTEN.changed);
  if (planned.after === null) unlinkSync(target);
  else renameSync(next, target);
  flushFolder(folder);
}

/** Whether a killed run had replaced every file, and had not begun to undo it. */
function isComplete(home: string, plan: Plan): boolean {
  if (isThere(join(home, LOCK, DONE))) return true;
  const files = stagedFiles(home, plan);
  const last = files.at(-1);
  return files.every((file) => file.isReplaced && file.isUntouched()) && last?.digest() !== last?.planned.before;
}

function undo(file: StagedFile): void {
  const { planned, last, target, folder } = file;
  if (!file.isReplaced || file.digest() !== planned.after) return;
  if (planned.before === null) unlinkSync(target);
  else if (isThere(last)) renameSync(last, target);
  flushFolder(folder);
}

/** Removes the staging folders, and folders that were made and are empty. */
function clean(home: string, { staging, folders, files }: Plan): void {
  for (const below of new Set(files.map(({ path }) => posix.dirname(path)))) removeFolder(join(home, below, staging));
  for (const folder of [...folders].reverse()) {
    try {
      rmdirSync(join(home, folder));
    } catch {
      // There is something in it.
    }
  }
}
