import type { Days } from '../../figures/days.js';
import type { ReportContext } from '../context.js';
import { byGroup, type CalendarItem, touches } from './calendar-item.js';
import { dayItems } from './day-items.js';
import { dueItems } from './due-items.js';
import { workItems } from './work-items.js';

/** What stands in the calendar of the period: by day, a day's in the order of the groups, else in the ledger's. */
export function calendarItems(context: ReportContext): readonly CalendarItem[] {
  return [...dayItems(context), ...workItems(context), ...dueItems(context)]
    .filter((item) => touches(item, context.period))
    .sort((a, b) => (a.date === b.date ? byGroup(a, b) : a.date < b.date ? -1 : 1));
}

/** The items to list under one of several months: those that begin in it, and in the first those from before it. */
export function itemsOfMonth(items: readonly CalendarItem[], month: Days, isFirst: boolean): readonly CalendarItem[] {
  return items.filter(({ date }) => date <= month.until && (isFirst || month.from <= date));
}
