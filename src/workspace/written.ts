import type { Reader } from '../files/reader.js';
import type { Locator, Written } from '../source/locate.js';
import { locatorOf } from './locators.js';

/** Looks up how values were typed. A file is read again once, and only when something in it must be explained. */
export function writtenIn(reader: Reader): (file: string, pointer: string) => Written | null {
  let last: { readonly file: string; readonly locator: Locator } | null = null;
  return (file, pointer) => {
    // Refused records come file by file.
    if (last?.file !== file) last = { file, locator: locatorOf(reader, file) };
    return last.locator.written(pointer);
  };
}
