import type { Entry } from '../../ledger/ledger.js';
import type { Kind } from '../../schema/kinds.js';

/** A record of the new year, made from one of the old. */
export interface CarriedRecord {
  readonly kind: Kind;
  /** The id of the old one. */
  readonly from: string;
  readonly value: { readonly id: string };
  /** The file that it goes into, below the data folder. */
  readonly file: string;
  /** What the clerk has to look at, in Chinese, written above it as a comment. */
  readonly remark: string;
}

/** A record of the old year that has no other in the new one. */
export interface Uncarried {
  readonly kind: Kind;
  readonly id: string;
  /** Why it ends with the old year, in Chinese; absent where it goes on as it is. */
  readonly why?: string;
}

/** What of a year is carried into the next. */
export interface Carried {
  readonly records: readonly CarriedRecord[];
  readonly others: readonly Uncarried[];
}

/** A text with a year in place of the one before it; undefined where it does not name that. */
export function inYear(text: string, year: number): string | undefined {
  const renamed = text.replace(new RegExp(`(?<!\\d)${year - 1}(?!\\d)`, 'g'), String(year));
  return renamed === text ? undefined : renamed;
}

/** What a record says of one document or occasion, which its copy does not have. */
const OF_ONE_YEAR: readonly string[] = ['id', 'aliases', 'source', 'note', 'excuse'];

/** The fields of a record's copy for a year, whose name has that year. */
export function copiedFields(value: object, year: number, without: readonly string[]): Record<string, unknown> {
  const fields = Object.entries(value).filter(([key]) => !OF_ONE_YEAR.includes(key) && !without.includes(key));
  const isName = (key: string): boolean => key === 'title' || key === 'name';
  return Object.fromEntries(
    fields.map(([key, each]) => [key, isName(key) && typeof each === 'string' ? (inYear(each, year) ?? each) : each]),
  );
}

/** The file of a record's copy: that of the record, with the new year in its name. */
export function fileInYear({ file }: Entry, year: number): string {
  return inYear(file, year) ?? file;
}
