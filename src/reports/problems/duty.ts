import { addDays, lastDay, monthOf } from '../../text/calendar-date.js';
import { officeName, type ReportContext } from '../context.js';
import type { Problem } from './problem.js';

/** Who puts a problem right, by their part in the work. */
export function dutyOwner(context: ReportContext, { duty }: Problem): string {
  return duty.who === 'office' ? officeName(context) : duty.who;
}

/** The day by which: the end of the month after the report, or of the year where the work itself lasts as long. */
export function dutyDay({ asOf, year }: ReportContext, { duty }: Problem): string {
  const end = `${year}-12-31`;
  return duty.by === 'year' && end > asOf ? end : lastDay(monthOf(addDays(lastDay(monthOf(asOf)), 1)));
}
