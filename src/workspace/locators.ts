import type { Reader } from '../files/reader.js';
import { Locator } from '../source/locate.js';
import { textOf } from '../source/text-of.js';

interface Located {
  readonly text: string;
  readonly locator: Locator;
}

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
  if (known?.text === text) return known.locator;
  const locator = new Locator(text);
  files.set(file, { text, locator });
  return locator;
}

function readAgain(reader: Reader, file: string): string {
  try {
    return textOf(reader.read(file)) ?? '';
  } catch {
    return '';
  }
}
