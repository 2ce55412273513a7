import { addDays, addMonths, isoWeek, lastDay, lastDayOfWeek, monthOf, quarterOf } from '../text/calendar-date.js';

/** A span of days, YYYY-MM-DD, both included. */
export interface Days {
  readonly from: string;
  readonly until: string;
}

export type Cycle = 'year' | 'quarter' | 'month' | 'week';

/** The name of the cycle that contains a day, and the last day of that cycle. */
const CYCLES: Readonly<Record<Cycle, { key: (day: string) => string; end: (day: string) => string }>> = {
  year: { key: (day) => day.slice(0, 4), end: (day) => lastDay(day.slice(0, 4)) },
  quarter: { key: quarterOf, end: (day) => lastDay(monthOf(addMonths(day, 2 - ((Number(day.slice(5, 7)) - 1) % 3)))) },
  month: { key: monthOf, end: (day) => lastDay(monthOf(day)) },
  // ISO weeks have ISO years: 29 December 2025 lies in 2026-W01.
  week: { key: isoWeek, end: lastDayOfWeek },
};

/** The named cycles that overlap a span of days, each cut to the days within it. */
export function cyclesOf({ from, until }: Days, cycle: Cycle): readonly (Days & { readonly key: string })[] {
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

/** The intersection of two spans; null where they are disjoint. */
export function shared(a: Days, b: Days): Days | null {
  const days = { from: later(a.from, b.from), until: earlier(a.until, b.until) };
  return days.from <= days.until ? days : null;
}

/** A span cut off after a day; null where it begins later. */
export function upTo({ from, until }: Days, asOf: string): Days | null {
  return from > asOf ? null : { from, until: until < asOf ? until : asOf };
}
