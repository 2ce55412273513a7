import { nodeAt } from '../schema/dictionary.js';
import type { Kind } from '../schema/kinds.js';
import type { NameReader } from './name-reader.js';
import type { FieldPath } from './record-fields.js';

/**
 * How what somebody wrote for a field is read. A word typed at the keyboard and a cell of a sheet are read alike, but for:
 * - typed, a day may be 今天, or stand without a year (`now`), and a name may be its pinyin or one character of it
 *   (`NameReader`'s `guesses`): who types sees at once what was taken, and can take it back. A cell was filled in by
 *   somebody else on some other day, among a thousand others: such a word is refused.
 * - a cell may hold a spreadsheet's number of a day: 45731 is 2025-03-15.
 */
export interface Manner {
  readonly names: NameReader;
  /** The record as far as it is known: an action belongs to its program. */
  readonly owner: object;
  /** At the keyboard alone: the day it is, YYYY-MM-DD, and the year of a date without one. */
  readonly now?: { readonly today: string; readonly year: number };
}

/** What stands where a value is wanted. */
export interface Written {
  readonly text: string;
  /** What a number cell holds. */
  readonly number?: number;
}

/** What it is found to mean. */
export type Reading = Sure | Unsure;

export interface Sure {
  readonly value: unknown;
  /** How exact a number is: 约, 余, 近, 不少于. */
  readonly bound?: string;
  /** A name that was taken for a record: “东湖街道”认作“东湖”. */
  readonly taken?: string;
}

export interface Unsure {
  /** Begins with what was written: “义疹”不在可选内容里. */
  readonly problem: string;
  /** What to write instead, without a full stop. */
  readonly way: string;
  /** Its meaning is likely, but the user has to say; else it means nothing that the field can hold. */
  readonly isDoubt: boolean;
}

/** Whether a reading gives a value. */
export function isSure(reading: Reading): reading is Sure {
  return 'value' in reading;
}

/** What was written, as a problem begins. */
export function quoted(text: string): string {
  return `“${text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text}”`;
}

const LONGEST_SHOWN = 20;

/** Where a record says how exact a number is: `beneficiariesBound`, `bound` of a fact's `value`; null where it cannot. */
export function boundPath(kind: Kind, path: FieldPath): FieldPath | null {
  const key = String(path.at(-1));
  const own = [...path.slice(0, -1), key === 'value' ? 'bound' : `${key}Bound`];
  return nodeAt(kind, own.map(String)) === undefined ? null : own;
}

/** The problem of a number that is not exact where only an exact one can stand. */
export function needsExact(text: string): Unsure {
  return { problem: `${quoted(text)}不是确切的数`, way: '这里只写确切的数，或在备注里说明', isDoubt: true };
}
