import {
  addDays,
  addMonths,
  firstDay,
  isoWeek,
  lastDay,
  lastDayOfWeek,
  monthOf,
  quarterOf,
} from '../text/calendar-date.js';
import type { Dimensions } from './figure-id.js';

/** A stretch of days, YYYY-MM-DD, both counted. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

export type Cycle = 'year' | 'quarter' | 'month' | 'week';

/** What a cycle is called, and the last day of the one that a day lies in. */
const CYCLES: Readonly<Record<Cycle, { key: (day: string) => string; end: (day: string) => string }>> = {
  year: { key: (day) => day.slice(0, 4), end: (day) => lastDay(day.slice(0, 4)) },
  quarter: { key: quarterOf, end: (day) => lastDay(monthOf(addMonths(day, 2 - ((Number(day.slice(5, 7)) - 1) % 3)))) },
  month: { key: monthOf, end: (day) => lastDay(monthOf(day)) },
  // ISO weeks have ISO years: 29 December 2025 lies in 2026-W01.
  week: { key: isoWeek, end: lastDayOfWeek },
};

/** The named cycles a period touches, each cut to the days within it. */
export function cyclesOf({ from, until }: Period, cycle: Cycle): readonly (Period & { readonly key: string })[] {
  const found: { key: string; from: string; until: string }[] = [];
  const { key, end } = CYCLES[cycle];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const first = day;
    day = earlier(end(day), until);
    found.push({ key: key(first), from: first, until: day });
  }
  return found;
}

/** Days compare as text. */
export function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

export function later(a: string, b: string): string {
  return a < b ? b : a;
}

export function yearPeriod(year: number): Period {
  return { from: firstDay(String(year)), until: lastDay(String(year)) };
}

/** The days that the dimensions of an id name; null where they name none: all days. */
export function daysOf({ year, month }: Dimensions): Period | null {
  const named = month ?? year;
  return named === undefined ? null : { from: firstDay(named), until: lastDay(named) };
}

/** A period up to a day; null where it begins later. */
export function upTo({ from, until }: Period, asOf: string): Period | null {
  return from > asOf ? null : { from, until: until < asOf ? until : asOf };
}
