import { cyclesOf } from '../figures/days.js';
import type { Dimensions } from '../figures/figure-id.js';
import { parsePeriod } from '../figures/period.js';
import { firstDay, lastDay } from '../text/calendar-date.js';
import type { ReportContext } from './context.js';

/** A month of the period, cut to the days within it. */
export interface Month {
  /** YYYY-MM. */
  readonly key: string;
  /** What figures of its days name in their ids. */
  readonly dimensions: Dimensions;
}

export function monthsOf({ period }: Pick<ReportContext, 'period'>): readonly Month[] {
  return cyclesOf(period, 'month').map(({ key, from, until }) => {
    const isWhole = from === firstDay(key) && until === lastDay(key);
    return { key, dimensions: isWhole ? { month: key } : (parsePeriod(`${from}..${until}`)?.dimensions ?? {}) };
  });
}

/** The months that have begun by the day. */
export function monthsSeen(context: ReportContext): readonly Month[] {
  return monthsOf(context).filter((month) => hasBegun(context, month));
}

export function hasBegun({ asOf, period }: ReportContext, { key }: Month): boolean {
  return firstDay(key) <= asOf && period.from <= asOf;
}
