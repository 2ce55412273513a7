import { addDays, firstDay, isoWeek, lastDay, monthOf, quarterOf } from '../text/calendar-date.js';

/** A stretch of days, YYYY-MM-DD, both counted. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

export type Cycle = 'year' | 'quarter' | 'month' | 'week';

const KEY: Readonly<Record<Cycle, (day: string) => string>> = {
  year: (day) => day.slice(0, 4),
  quarter: quarterOf,
  month: monthOf,
  // ISO weeks have ISO years: 29 December 2025 lies in 2026-W01.
  week: isoWeek,
};

/** The named cycles a period touches, each cut to the days within it. */
export function cyclesOf({ from, until }: Period, cycle: Cycle): readonly (Period & { readonly key: string })[] {
  const found: { key: string; from: string; until: string }[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const key = KEY[cycle](day);
    const last = found.at(-1);
    if (last?.key === key) last.until = day;
    else found.push({ key, from: day, until: day });
  }
  return found;
}

/** Days compare as text. */
export function earlier(a: string, b: string): string {
  return [a, b].sort()[0] ?? a;
}

export function later(a: string, b: string): string {
  return [a, b].sort()[1] ?? a;
}

export function yearPeriod(year: number): Period {
  return { from: firstDay(String(year)), until: lastDay(String(year)) };
}

/** A period up to a day; null where it begins later. */
export function upTo({ from, until }: Period, asOf: string): Period | null {
  return from > asOf ? null : { from, until: until < asOf ? until : asOf };
}
