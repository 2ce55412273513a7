import { mkdirSync, readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Change, digestAt, digestOf, isBelow, isThere } from './plan.js';
import { readBytes } from './read-bytes.js';
import { OURS_ALONE, putFile } from './staging-folder.js';
import { NOT_WRITTEN, WriteError, writing } from './write-error.js';

/** In the folder that is written to; private, and ignored by git. */
const HISTORY = '.yueyi-undo';
/** So many writes are remembered. */
const MOST = 20;
const NAME = /^write-(\d{6})\.json$/;
const IGNORE = '.gitignore';
const IGNORED = Buffer.from('*\n');

interface PastFile {
  readonly path: string;
  /** The bytes before, as base64; null where there was no file. */
  readonly before: string | null;
  /** The digest of what was written; null for a deleted file. */
  readonly after: string | null;
}

/** A write that can be taken back. */
export interface PastWrite {
  /** Of its file in the history. */
  readonly name: string;
  /** What was done: the command. */
  readonly what: string;
  /** When, as ISO 8601. */
  readonly at: string;
  readonly files: readonly PastFile[];
}

/**
 * The changes that remember others, to be made with them all or none: a new entry of the history, and none for the oldest.
 * The caller has the folder's lock.
 */
export function remembered(home: string, what: string, changes: readonly Change[]): readonly Change[] {
  prepare(home);
  const names = namesIn(home);
  const last = Number(NAME.exec(names.at(-1) ?? '')?.[1] ?? 0);
  const name = `write-${String(last + 1).padStart(6, '0')}.json`;
  const files = changes.map(({ path, content, expected }): PastFile => {
    const after = content === null ? null : digestOf(Buffer.from(content));
    return { path, before: expected === null ? null : Buffer.from(expected).toString('base64'), after };
  });
  const text = JSON.stringify({ what, at: new Date().toISOString(), files });
  const old = names.slice(0, Math.max(0, names.length + 1 - MOST));
  return [
    ...old.map((each) => ({
      path: `${HISTORY}/${each}`,
      content: null,
      expected: readBytes(join(home, HISTORY, each)),
    })),
    { path: `${HISTORY}/${name}`, content: text, expected: null, isPrivate: true },
  ];
}

/** The remembered writes of a folder, the last first. What is no entry, or is damaged, is left out. @throws WriteError */
export function pastWrites(home: string): readonly PastWrite[] {
  const read = (name: string): PastWrite[] => {
    try {
      const past = JSON.parse(readFileSync(join(home, HISTORY, name), 'utf8')) as Omit<PastWrite, 'name'>;
      return past.files.every(({ path }) => isBelow(path)) ? [{ ...past, name }] : [];
    } catch {
      return [];
    }
  };
  return writing(home, () => namesIn(home).reverse().flatMap(read));
}

/** The changed files of a write of which somebody has written another text since. */
export function changedSince(home: string, { files }: PastWrite): readonly string[] {
  return files.filter(({ path, after }) => digestAt(join(home, path)) !== after).map(({ path }) => path);
}

/** The bytes of a file before a write; null where there was none. */
export function bytesBefore({ before }: PastFile): Uint8Array | null {
  return before === null ? null : Buffer.from(before, 'base64');
}

/** The changes that take a write back and forget it. @throws WriteError where that cannot be done */
export function changesBack(home: string, past: PastWrite): readonly Change[] {
  const [newest] = namesIn(home).reverse();
  const [changed] = changedSince(home, past);
  if (changed !== undefined || newest !== past.name) throw new WriteError(changed ?? HISTORY, NOT_WRITTEN.changed);
  const entry = join(home, HISTORY, past.name);
  return [
    ...past.files.map((file) => ({
      path: file.path,
      content: bytesBefore(file),
      expected: readBytes(join(home, file.path)),
    })),
    { path: `${HISTORY}/${past.name}`, content: null, expected: readBytes(entry) },
  ];
}

/** Makes the folder, which git must ignore before anything else is in it. */
function prepare(home: string): void {
  const folder = join(home, HISTORY);
  if (!isThere(folder)) mkdirSync(folder, { mode: 0o700 });
  const ignore = join(folder, IGNORE);
  // A killed run may have left it empty.
  if (digestAt(ignore) === digestOf(IGNORED)) return;
  if (isThere(ignore)) unlinkSync(ignore);
  putFile(ignore, IGNORED, OURS_ALONE);
}

function namesIn(home: string): string[] {
  const folder = join(home, HISTORY);
  return isThere(folder)
    ? readdirSync(folder)
        .filter((name) => NAME.test(name))
        .sort()
    : [];
}
