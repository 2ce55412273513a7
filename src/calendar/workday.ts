import { calendar } from '#generated/calendar.js';
import { type DateString, daysFromTo } from '../text/calendar-date.js';

/**
 * Whether a day is worked, with the year's 调休 as the State Council announced it; null where the year's list is not
 * known (未公布, or older than the table), because every year moves some weekends.
 */
export function workday(date: DateString): boolean | null {
  const set = calendar.holidays[date.slice(0, 4)];
  if (set === undefined) return null;
  const [, mark] = new RegExp(`(?:^|[-+])${date.slice(5, 7)}${date.slice(8)}([-+])`).exec(set) ?? [];
  if (mark !== undefined) return mark === '+';
  // 3 January 2000 was a Monday.
  const weekday = (((daysFromTo('2000-01-03', date) - 1) % 7) + 7) % 7;
  return weekday < 5;
}
