import type { Reader } from '../files/reader.js';
import { Locator, type Written } from '../source/locate.js';
import { textOf } from '../source/text-of.js';

/** Looks up how values were typed. A file is read again once, and only when something in it must be explained. */
export function writtenIn(reader: Reader): (file: string, pointer: string) => Written | null {
  let last: { readonly file: string; readonly locator: Locator } | null = null;
  return (file, pointer) => {
    // Refused records come file by file: no more than one file's positions are held.
    if (last?.file !== file) last = { file, locator: new Locator(readAgain(reader, file)) };
    return last.locator.written(pointer);
  };
}

/** A file that has gone since it was read explains nothing more. */
function readAgain(reader: Reader, file: string): string {
  try {
    return textOf(reader.read(file)) ?? '';
  } catch {
    return '';
  }
}
