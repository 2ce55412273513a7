import { type Entry, fieldsOf } from '../../ledger/ledger.js';
import { matches } from '../../ledger/where.js';
import type { CountedKind } from '../countable.js';
import { type Period, upTo } from '../period.js';
import type { Made } from '../row.js';
import type { SeenTarget } from './seen-target.js';

type Records = readonly Entry<CountedKind>[];

/** The records a target counts within a period, in the ledger's order. */
export function matching({ source, entry, asOf }: SeenTarget, period: Period): Records {
  const { kind, where } = entry.value.count;
  const days = upTo(period, asOf);
  return days ? source.counted(kind, days, asOf).filter((record) => matches(source.ledger, record, where)) : [];
}

/** What records amount to: their number, or the sum of the field the target names. */
export function amountOf({ entry }: SeenTarget, records: Records): Made {
  const { sum } = entry.value.count;

  if (sum === undefined) return { made: 'counted', records };
  const amounts = records.map(({ value }) => {
    const amount = fieldsOf(value)[sum];
    return typeof amount === 'number' ? amount : null;
  });
  return { made: 'summed', records, amounts, hedged: records.some(({ value }) => `${sum}Bound` in value) };
}
