import type { Kind } from '../schema/kinds.js';
import { firstDay, lastDay, type PartialDate } from '../text/calendar-date.js';
import type { Happening } from './happening.js';
import type { Interval } from './in-force.js';
import type { Entry, Ledger, RecordOf } from './ledger.js';

/** A ledger as seen on a day: YYYY-MM-DD. */
export interface Sight {
  readonly ledger: Ledger;
  readonly asOf: string;
}

/** What a record's state is on a day: the word printed, and every word it may be looked up by. */
export interface RecordState {
  readonly label: string;
  readonly words: readonly string[];
}

/** The states of a kind's records, derived from their dates and dated events. */
interface States<K extends Kind> {
  /** Every word a state can be, in the order they are gone through. */
  readonly words: readonly string[];
  readonly of: (sight: Sight, entry: Entry<K>) => RecordState;
}

/** What is known of a kind beside its schema, which has its Chinese name and its fields. */
export interface KindRow<K extends Kind> {
  /** The field that names a record; a kind without one is known by its ids. */
  readonly named?: keyof RecordOf<K> & string;
  /** The dimension of figures (`activities@pairing=东湖`) whose values are ids of this kind. */
  readonly dimension?: 'program' | 'pairing' | 'branch' | 'board' | 'target' | 'task' | 'activity';
  /**
   * The days a record belongs to: its day, its year, or as long as it is in force. `null` for a record that does not say
   * yet (an agreement nobody has signed): it belongs to no period rather than to every one. `dateless` for a kind whose
   * records are in force as long as the ledger knows them: no period can be asked for.
   */
  readonly days: 'dateless' | ((ledger: Ledger, entry: Entry<K>) => Interval | null);
  /** The day to print beside a record: when it took place, or what is known of it by the day asked for. */
  readonly date?: (sight: Sight, entry: Entry<K>) => PartialDate | undefined;
  /** None for a kind whose records do not change with time. */
  readonly states?: States<K>;
  /** What a record says of days, and what that is called. */
  readonly happenings?: (value: RecordOf<K>) => readonly Happening[];
}

/** No bound is known: every day. */
const ALWAYS: Interval = { from: null, until: null };

export const onDay = (day: string): Interval => ({ from: day, until: day });

/** From the first day of a date to the last one of another, or of the same. */
export function spanOf(from: PartialDate, until: PartialDate = from): Interval {
  return { from: firstDay(from), until: lastDay(until) };
}

export const inYear = (year: number | undefined): Interval => (year === undefined ? ALWAYS : spanOf(String(year)));

export const one = (word: string): RecordState => ({ label: word, words: [word] });

/** The states of what is in force from one day until another. */
export function inForceStates<K extends Kind>(days: (ledger: Ledger, entry: Entry<K>) => Interval): States<K> {
  return {
    words: ['未开始', '有效', '已结束'],
    of: ({ ledger, asOf }, entry) => {
      const { from, until } = days(ledger, entry);
      if (from !== null && from > asOf) return one('未开始');
      return one(until !== null && until < asOf ? '已结束' : '有效');
    },
  };
}
