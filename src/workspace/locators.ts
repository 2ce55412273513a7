import type { Reader } from '../files/reader.js';
import { Locator } from '../source/locate.js';
import { textOf } from '../source/text-of.js';

interface Located {
  readonly text: string;
  readonly locator: Locator;
}

/** So many characters of files are held with their places, beside the file that was asked for last. */
const ROOM = 2 ** 20;

const located = new WeakMap<Reader, Map<string, Located>>();

/**
 * What finds places in a file, as it is now: parsed once for those who look up what was typed and those who show where it
 * stands. A file that has gone since it was read has no places.
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
