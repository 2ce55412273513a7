import type { Reader } from '../files/reader.js';
import type { Entry } from '../ledger/ledger.js';
import { Locator, type ValueText } from '../source/locate.js';
import { recordLines } from '../source/record-lines.js';
import { lenientText } from '../source/text-encoding.js';

/** Where a record stands, as the user opens it: the file as `Reader.display` names it, lines from 1. */
export interface RecordPlace {
  readonly file: string;
  readonly line: number;
}

interface Located {
  readonly text: string;
  readonly locator: Locator;
}

/** The number of characters whose files are kept parsed, beside the file asked for last. */
const ROOM = 2 ** 20;

const located = new WeakMap<Reader, Map<string, Located>>();

/**
 * The locator of a file in its present state. It is kept, because values are looked up and findings located in the same
 * files. A file deleted since it was read has the locator of an empty text.
 */
export function locatorOf(reader: Reader, file: string): Locator {
  const files = located.get(reader) ?? new Map<string, Located>();
  located.set(reader, files);
  const text = readAgain(reader, file);
  const known = files.get(file);
  const own = known?.text === text ? known : { text, locator: new Locator(text) };
  files.delete(file);
  makeRoom(files, text.length);
  files.set(file, own);
  return own.locator;
}

/** Finds the lines of records; files are read again only when one of their records is asked for. */
export function recordPlaces(reader: Reader): (entry: Pick<Entry, 'file' | 'pointer'>) => RecordPlace {
  const locatorIn = fileByFile(reader);
  const linesOf = new Map<string, readonly number[] | null>();
  return ({ file, pointer }) => {
    const known = linesOf.get(file);
    const lines = known === undefined ? linesIn(reader, file) : known;
    linesOf.set(file, lines);
    const line = lines?.[Number(pointer.slice(1))] ?? locatorIn(file).range({ file, pointer }).line;
    return { file: reader.display(file), line };
  };
}

/** Where a file's records begin; null where only its locator knows. */
function linesIn(reader: Reader, file: string): readonly number[] | null {
  try {
    return recordLines(file, reader.read(file));
  } catch {
    return null;
  }
}

/** Looks up the texts of values; a file is read again only when one of its values is asked for. */
export function valueTexts(reader: Reader): (file: string, pointer: string) => ValueText | null {
  const locatorIn = fileByFile(reader);
  return (file, pointer) => locatorIn(file).valueText(pointer);
}

/** Keeps the last locator, for many places that come file by file. */
function fileByFile(reader: Reader): (file: string) => Locator {
  let last: { readonly file: string; readonly locator: Locator } | null = null;
  return (file) => {
    if (last?.file !== file) last = { file, locator: locatorOf(reader, file) };
    return last.locator;
  };
}

/** Drops the least recently used files until there is room for `wanted` characters. */
function makeRoom(files: Map<string, Located>, wanted: number): void {
  let taken = wanted;
  for (const { text } of files.values()) taken += text.length;
  for (const [file, { text }] of files) {
    if (taken <= ROOM) return;
    files.delete(file);
    taken -= text.length;
  }
}

function readAgain(reader: Reader, file: string): string {
  try {
    return lenientText(reader.read(file));
  } catch {
    return '';
  }
}
