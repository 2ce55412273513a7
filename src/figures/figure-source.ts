import type { Figure } from '../document/figure.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import type { CountedKind } from './countable.js';
import type { Days } from './days.js';
import type { Dimensions } from './figure-id.js';
import type { SelectionOf } from './record-index.js';

/** What the rows of the registry use: a ledger as of a day, its records that count, and other figures. */
export interface FigureSource {
  readonly ledger: Ledger;
  /** YYYY-MM-DD: dated records and events after this day do not count. */
  readonly asOf: string;
  /** YYYY-MM-DD: that an activity was held may have been said up to this day; the day itself where one was asked for. */
  readonly confirmedBy: string;
  /** YYYY-MM-DD: the day on which it is asked: nothing can have been held after it. */
  readonly today: string;
  /**
   * A measure under given dimensions, e.g. `get('activities', { year: '2025', pairing: '东湖' })`.
   * @throws TypeError where no row is called so, or what the dimensions name is not there
   */
  get(measure: string, dimensions: Dimensions): Figure;
  /** The figure of an id as printed anywhere; undefined if there is none. */
  byId(id: string): Figure | undefined;
  /** The records of a kind that count within a period up to the day, or to an earlier one, in the ledger's order. */
  counted<K extends CountedKind>(kind: K, period: Days | null, asOf?: string): readonly Entry<K>[];
  /** The records a counting row counts under dimensions, in the ledger's order. */
  select<K extends CountedKind>(selection: SelectionOf<K>, dimensions: Dimensions): readonly Entry<K>[];
  /** Something many figures look at (a target's cells), computed the first time it is asked for by this key. */
  once<T>(key: string, compute: () => T): T;
}
