import { type Entry, fieldsOf } from '../../ledger/ledger.js';
import { matches } from '../../ledger/where.js';
import { COUNTABLE, type CountedKind } from '../countable.js';
import { type Days, upTo } from '../days.js';
import type { Made } from '../row.js';
import { sumOf } from '../sum-of.js';
import type { SeenTarget } from './seen-target.js';

export type Records = readonly Entry<CountedKind>[];

/** The records a target counts within some days, in the ledger's order. */
export function matching({ source, entry, asOf }: SeenTarget, within: Days | null): Records {
  const { kind, where } = entry.value.count;
  const days = within && upTo(within, asOf);
  return days ? source.counted(kind, days, asOf).filter((record) => matches(source.ledger, record, where)) : [];
}

/** The number of records, or the sum of the field that the target names. */
export function amountOf({ entry }: SeenTarget, records: Records): Made {
  const { kind, sum } = entry.value.count;
  if (sum === undefined) return { made: 'counted', records };
  const hedged = records.some(({ value }) => `${sum}Bound` in value);
  return { made: 'summed', records, amounts: amountsOf(records, sum), hedged, recordUnit: COUNTABLE[kind].unit };
}

/** The same as a plain number; 0 where it is unknown. */
export function amountValue({ entry }: SeenTarget, records: Records): number {
  const { sum } = entry.value.count;
  return sum === undefined ? records.length : (sumOf(amountsOf(records, sum)).value ?? 0);
}

function amountsOf(records: Records, field: string): readonly (number | null)[] {
  return records.map(({ value }) => {
    const amount = fieldsOf(value)[field];
    return typeof amount === 'number' ? amount : null;
  });
}
