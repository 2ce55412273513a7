import type { Entry, Ledger } from '../ledger/ledger.js';
import type { Kind } from '../schema/kinds.js';
import { COUNTABLE, type Countable, type CountedKind } from './countable.js';
import type { Dimension, Dimensions } from './figure-id.js';

interface MeasureOf<K extends CountedKind> {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly kind: K;
  readonly formula: 'count' | 'sum' | 'distinct';
  /** What it counts beside its kind's rule, in the office's words. */
  readonly rule?: string;
  /** Says more about what another measure counts: for sentences, not for the list of a record's plain figures. */
  readonly detail?: true;
  /** Keeps only some of the counted records. */
  readonly only?: (entry: Entry<K>, ledger: Ledger, asOf: string) => boolean;
  /** Looks at what a record has come to, and so rests on whatever decides that. */
  readonly byState?: true;
  /** Where the measure sees fewer values on a dimension than its kind: 牵头 counts under the lead alone. */
  readonly values?: Countable<K>['values'];
  /** For sums: the amount each record adds; null where it is not recorded. */
  readonly amount?: (entry: Entry<K>, asOf: string, dimensions: Dimensions, ledger: Ledger) => number | null;
  /** For sums: whether the amount is only about right. */
  readonly hedged?: (entry: Entry<K>) => boolean;
  /** For distinct counts: the ids each record names. */
  readonly names?: {
    readonly kind: Kind;
    readonly of: (entry: Entry<K>, ledger: Ledger) => readonly (string | undefined)[];
  };
}

export type Measure = MeasureOf<CountedKind> & { readonly dimensions: readonly Dimension[] };

/** Fits a measure of one kind into the list of all; what it gets are that kind's records only. */
export function measure<K extends CountedKind>(row: MeasureOf<K>): Measure {
  const values = Object.keys({ ...COUNTABLE[row.kind].values, ...row.values });
  const dimensions: Dimension[] = ['year', 'month', ...(values as Dimension[])];
  return { ...(row as unknown as MeasureOf<CountedKind>), dimensions };
}
