import { namedPeriod } from '../text/named-period.js';
import type { Interval } from './in-force.js';
import { onDay } from './kind-row.js';
import type { RecordOf } from './ledger.js';

/**
 * The day an evaluation (考核评估) belongs to: the last one of the period it is about, so that it counts where the period
 * ends however late it was made; the day it was made where that is earlier. Null for a period of no known form.
 */
export function evaluatedDay({ period, date }: RecordOf<'evaluations'>): Interval | null {
  const until = namedPeriod(period)?.until;
  return until === undefined ? null : onDay(date < until ? date : until);
}
