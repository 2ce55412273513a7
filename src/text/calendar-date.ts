import { addDays as addDaysTo } from 'date-fns/addDays';
import { addMonths as addMonthsTo } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { getISOWeek } from 'date-fns/getISOWeek';
import { getISOWeekYear } from 'date-fns/getISOWeekYear';
import { getQuarter } from 'date-fns/getQuarter';
import { lastDayOfISOWeek } from 'date-fns/lastDayOfISOWeek';
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth';
import { isDate, isPartialDate } from './date-format.js';

/** A day, YYYY-MM-DD. Days stay strings: they sort as text and no time zone can move them. */
export type DateString = string;

/** YYYY, YYYY-MM or YYYY-MM-DD, as exact as the source is. */
export type PartialDate = string;

/** Before and after every day a ledger may speak of: the bounds of a period that has none. */
export const EARLIEST_DAY: DateString = '0001-01-01';
export const LATEST_DAY: DateString = '9999-12-31';

/** The first day a date may mean, because a year or a month is compared as a whole interval. @throws RangeError */
export function firstDay(date: PartialDate): DateString {
  requirePartialDate(date);
  return `${date}${'-01-01'.slice(date.length === 4 ? 0 : 3)}`.slice(0, 10);
}

/** The last day a date may mean: 2025-02 → 2025-02-28. @throws RangeError */
export function lastDay(date: PartialDate): DateString {
  requirePartialDate(date);
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 10 ? date : dateString(lastDayOfMonth(toDate(`${date}-01`)));
}

/** Whether all of `a` lies before all of `b`, because "before" holds only if it is certain. @throws RangeError */
export function certainlyBefore(a: PartialDate, b: PartialDate): boolean {
  return lastDay(a) < firstDay(b);
}

/** The day `days` days later, earlier if negative: for warning periods and tolerances. @throws RangeError */
export function addDays(date: DateString, days: number): DateString {
  return dateString(addDaysTo(toDate(date), days));
}

/** The same day `months` months later, the month's last day where it is shorter: for the term of an agreement. @throws RangeError */
export function addMonths(date: DateString, months: number): DateString {
  return dateString(addMonthsTo(toDate(date), months));
}

/** Days from `a` to `b`, both counted, as 序时进度 needs them: 1 for the same day, 0 or less if b < a. @throws RangeError */
export function daysFromTo(a: DateString, b: DateString): number {
  return differenceInCalendarDays(toDate(b), toDate(a)) + 1;
}

/** The ISO week with its own year: 2025-12-29 → 2026-W01. Weekly 督查 is counted by it. @throws RangeError */
export function isoWeek(date: DateString): string {
  const day = toDate(date);
  return `${pad(getISOWeekYear(day), 4)}-W${pad(getISOWeek(day), 2)}`;
}

/** The Sunday of a day's week. @throws RangeError */
export function lastDayOfWeek(date: DateString): DateString {
  return dateString(lastDayOfISOWeek(toDate(date)));
}

/** The quarter of a day: 2025-03-11 → 2025-Q1, for targets per quarter. @throws RangeError */
export function quarterOf(date: DateString): string {
  return `${date.slice(0, 4)}-Q${getQuarter(toDate(date))}`;
}

/** The month of a day: 2025-03-11 → 2025-03, for tables by month. */
export function monthOf(date: DateString): string {
  return date.slice(0, 7);
}

/** The year of a date of any precision, as a number, because every product is about a year. */
export function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4));
}

/** Midnight in the host's zone: date-fns calculates there, and no Date ever leaves this file. */
function toDate(date: DateString): Date {
  if (!isDate(date)) throw new RangeError(`${JSON.stringify(date)} is not a date YYYY-MM-DD`);
  return new Date(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8)));
}

function dateString(date: Date): DateString {
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

function requirePartialDate(date: PartialDate): void {
  if (!isPartialDate(date)) {
    throw new RangeError(`${JSON.stringify(date)} is not a date YYYY, YYYY-MM or YYYY-MM-DD`);
  }
}
