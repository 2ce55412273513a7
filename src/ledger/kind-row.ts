import type { Kind } from '../schema/kinds.js';
import { firstDay, lastDay, type PartialDate } from '../text/calendar-date.js';
import type { Happening } from './happening.js';
import type { Interval } from './in-force.js';
import type { Entry, Ledger, RecordOf } from './ledger.js';

/** A ledger, and the day as of which its records are judged, YYYY-MM-DD. */
export interface LedgerOnDay {
  readonly ledger: Ledger;
  readonly asOf: string;
  /** The day up to which an activity may have been confirmed; `asOf` unless given. */
  readonly confirmedBy?: string;
}

/** A record's state on a day: the label printed, and every word it can be filtered by. */
export interface RecordState {
  readonly label: string;
  readonly words: readonly string[];
}

/** The states of a kind's records, derived from their dates and dated events. */
interface States<K extends Kind> {
  /** Every possible state, in the usual order. */
  readonly words: readonly string[];
  readonly of: (sight: LedgerOnDay, entry: Entry<K>) => RecordState;
}

/** Everything about a kind that is not in its schema, which has its Chinese name and its fields. */
export interface KindRow<K extends Kind> {
  /** The field with a record's name; in a kind without one the id is the name. */
  readonly named?: keyof RecordOf<K> & string;
  /** The dimension of figures (`activities@pairing=东湖`) whose values are ids of this kind. */
  readonly dimension?: 'program' | 'pairing' | 'branch' | 'board' | 'target' | 'task' | 'activity';
  /**
   * The days a record belongs to: its day, its year, or the days it is in force. `null` for a record without a day yet (an
   * agreement nobody has signed), which belongs to no period. `dateless` for a kind whose records are always in force and
   * cannot be filtered by period.
   */
  readonly days: 'dateless' | ((ledger: Ledger, entry: Entry<K>) => Interval | null);
  /** The date to print beside a record: when it took place, as known on the day asked for. */
  readonly date?: (sight: LedgerOnDay, entry: Entry<K>) => PartialDate | undefined;
  /** Absent for a kind whose records do not change with time. */
  readonly states?: States<K>;
  /** The dated events of a record. */
  readonly happenings?: (value: RecordOf<K>) => readonly Happening[];
}

/** Both bounds unknown: every day. */
export const ALWAYS: Interval = { from: null, until: null };

export const onDay = (day: string): Interval => ({ from: day, until: day });

/** From the first day of a date to the last one of another, or of the same. */
export function spanOf(from: PartialDate, until: PartialDate = from): Interval {
  return { from: firstDay(from), until: lastDay(until) };
}

export const inYear = (year: number | undefined): Interval => (year === undefined ? ALWAYS : spanOf(String(year)));

export const simpleState = (word: string): RecordState => ({ label: word, words: [word] });

/** The states 未开始, 有效 and 已结束 of records with an interval in force. */
export function inForceStates<K extends Kind>(days: (ledger: Ledger, entry: Entry<K>) => Interval): States<K> {
  return {
    words: ['未开始', '有效', '已结束'],
    of: ({ ledger, asOf }, entry) => {
      const { from, until } = days(ledger, entry);
      if (from !== null && from > asOf) return simpleState('未开始');
      return simpleState(until !== null && until < asOf ? '已结束' : '有效');
    },
  };
}
