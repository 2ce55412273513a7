import type { Reader } from '../files/reader.js';
import type { Entry } from '../ledger/ledger.js';
import { Locator } from '../source/locate.js';
import { textOf } from '../source/text-of.js';

/** Where a record stands, as the user opens it: the file as `Reader.display` names it, lines from 1. */
export interface RecordPlace {
  readonly file: string;
  readonly line: number;
}

/** Finds the lines of records; a file is read again once, and only when one of its records is asked for. */
export function recordPlaces(reader: Reader): (entry: Pick<Entry, 'file' | 'pointer'>) => RecordPlace {
  const locators = new Map<string, Locator>();
  return ({ file, pointer }) => {
    const locator = locators.get(file) ?? new Locator(textOf(reader.read(file)) ?? '');
    locators.set(file, locator);
    return { file: reader.display(file), line: locator.range({ file, pointer }).line };
  };
}
