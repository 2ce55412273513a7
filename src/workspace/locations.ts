import type { Reader } from '../files/reader.js';
import type { Entry } from '../ledger/ledger.js';
import { Locator, type ValueText } from '../source/locate.js';
import { textOf } from '../source/text-of.js';

/** Where a record stands, as the user opens it: the file as `Reader.display` names it, lines from 1. */
export interface RecordPlace {
  readonly file: string;
  readonly line: number;
}

interface Located {
  readonly text: string;
  readonly locator: Locator;
}

/** So many characters of files are kept parsed, beside the file that was asked for last. */
const ROOM = 2 ** 20;

const located = new WeakMap<Reader, Map<string, Located>>();

/**
 * Turns places in a file, as it is now, into lines and columns. A file is parsed once for those who look up what was typed
 * and those who show where it stands; one that has gone since it was read has no places.
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
  return ({ file, pointer }) => ({
    file: reader.display(file),
    line: locatorIn(file).range({ file, pointer }).line,
  });
}

/** Looks up values as they were typed; files are read again only when something in them must be explained. */
export function valueTexts(reader: Reader): (file: string, pointer: string) => ValueText | null {
  const locatorIn = fileByFile(reader);
  return (file, pointer) => locatorIn(file).valueText(pointer);
}

/** For many places that come file by file: a file is read again only after another was asked for. */
function fileByFile(reader: Reader): (file: string) => Locator {
  let last: { readonly file: string; readonly locator: Locator } | null = null;
  return (file) => {
    if (last?.file !== file) last = { file, locator: locatorOf(reader, file) };
    return last.locator;
  };
}

/** Forgets the files that were asked for longest ago. */
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
    return textOf(reader.read(file)) ?? '';
  } catch {
    return '';
  }
}
