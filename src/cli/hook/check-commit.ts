import { posix, relative, resolve } from 'node:path';
import type { Diagnostic, Language } from '../../diagnostics/diagnostic.js';
import { withSlashes } from '../../files/display-path.js';
import { WORKSPACE_FILE } from '../../files/find-data.js';
import { ReadError, type Reader } from '../../files/reader.js';
import type { CommitIndex } from '../../git/commit-index.js';
import { diagnose } from '../../workspace/diagnose.js';
import { type Change, countChangedRecords, findingsOfChange } from '../../workspace/findings-of-change.js';
import { roleOf } from '../../workspace/layout.js';
import { load } from '../../workspace/load.js';

/** The result of checking a commit. */
export interface CommitCheck {
  readonly diagnostics: readonly Diagnostic[];
  /** Files of ledgers that the commit adds, changes or takes away, and how many records that alters. */
  readonly files: number;
  readonly records: number;
  /** Files with errors, as paths from the top. */
  readonly errorFiles: readonly string[];
  /** Data folders whose settings the commit takes away while records stay. */
  readonly withoutSettings: readonly string[];
}

export interface CommitOptions {
  /** The one data folder to check, from the top; all of the repository's unless given. */
  readonly only?: string;
  readonly noSample: boolean;
  readonly language: Language;
}

/** A data folder, from the top of the repository, with the changed paths below it. */
interface Part {
  readonly folder: string;
  readonly paths: ReadonlySet<string>;
}

/** Checks a commit, ledger by ledger, those alone that it touches; null where it touches none. */
export async function checkCommit(
  index: CommitIndex,
  changed: readonly string[],
  options: CommitOptions,
): Promise<CommitCheck | null> {
  const folders = options.only === undefined ? ledgersOf(index, changed) : [options.only];
  const parts = folders.map((folder) => partOf(folder, changed)).filter(({ paths }) => paths.size > 0);
  if (parts.length === 0) return null;
  const whole = new Set(index.foldersWith(WORKSPACE_FILE));
  const results: PartCheck[] = [];
  for (const part of parts) if (whole.has(part.folder)) results.push(await checkPart(index, part, options));
  return {
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
    files: parts.reduce((sum, { paths }) => sum + paths.size, 0),
    records: results.reduce((sum, { records }) => sum + records, 0),
    errorFiles: [...new Set(results.flatMap(({ errorFiles }) => errorFiles))],
    withoutSettings: parts
      .map(({ folder }) => folder)
      .filter((folder) => !whole.has(folder) && hasRecords(index, folder)),
  };
}

/** The repository's ledgers, including those whose settings the commit deletes. */
function ledgersOf(index: CommitIndex, changed: readonly string[]): readonly string[] {
  const kept = index.foldersWith(WORKSPACE_FILE);
  const lost = changed
    .filter((path) => posix.basename(path) === WORKSPACE_FILE)
    .map((path) => posix.dirname(path))
    .filter((folder) => !kept.includes(folder));
  return [
    ...kept.filter((folder) => isLedger(folder, index.reader(folder))),
    ...lost.filter((folder) => isLedger(folder, index.before(folder, new Set([WORKSPACE_FILE])))),
  ].sort();
}

/** Whether a workspace.yaml is a ledger's, not another program's: outside a folder `data` it must name a hospital. */
function isLedger(folder: string, reader: Reader): boolean {
  if (posix.basename(folder) === 'data') return true;
  const settings = reader.list().find(({ path }) => path === WORKSPACE_FILE);
  if (settings === undefined || settings.obstacle !== undefined) return false;
  try {
    return /^hospital *:/m.test(Buffer.from(reader.read(WORKSPACE_FILE)).toString());
  } catch (error) {
    if (error instanceof ReadError) return false;
    throw error;
  }
}

function partOf(folder: string, changed: readonly string[]): Part {
  const lead = folder === '.' ? '' : `${folder}/`;
  const below = changed.filter((path) => path.startsWith(lead)).map((path) => path.slice(lead.length));
  return { folder, paths: new Set(below) };
}

/**
 * Whether records remain in a ledger whose settings are deleted, which is an error; a ledger may be deleted as a whole.
 */
function hasRecords(index: CommitIndex, folder: string): boolean {
  return index
    .reader(folder)
    .list()
    .some(({ path }) => roleOf(path).role === 'records');
}

type PartCheck = Pick<CommitCheck, 'diagnostics' | 'records' | 'errorFiles'>;

async function checkPart(
  index: CommitIndex,
  { folder, paths }: Part,
  { noSample, language }: CommitOptions,
): Promise<PartCheck> {
  const reader = index.reader(folder);
  const { ledger, findings } = await load(reader, { noSample });
  const before = await load(index.before(folder, paths), { noSample });
  const change: Change = { paths, before: before.ledger, after: ledger };
  const found = findingsOfChange(findings, change);
  const errors = found.filter(({ severity }) => severity === 'error');
  return {
    diagnostics: diagnose(reader, found, language),
    records: countChangedRecords(change),
    errorFiles: errors.map(({ at }) => posix.join(folder, at.file)),
  };
}

/** The path of a data folder from the top of the repository; null outside of it. */
export function belowTop({ top }: CommitIndex, workingDirectory: string, data: string): string | null {
  const below = withSlashes(relative(top, resolve(workingDirectory, data)));
  return below.startsWith('..') ? null : below || '.';
}
