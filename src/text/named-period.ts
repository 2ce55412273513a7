import { firstDay, lastDay } from './calendar-date.js';
import { isPartialDate } from './date-format.js';

/** A year, or a part of it that has a name. */
export interface NamedPeriod {
  /** YYYY */
  readonly year: string;
  /** What follows the year in its name: empty, 上半年, 第二季度, 6月. */
  readonly word: string;
  /** YYYY-MM-DD, both included. */
  readonly from: string;
  readonly until: string;
}

const NAMED = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/;
const HALVES = ['上半年', '下半年'] as const;
const QUARTERS = ['一', '二', '三', '四'] as const;

/** Parses a period as ids and records write it: 2025, 2025-H1, 2025-Q2, 2025-06; null for any other text. */
export function namedPeriod(id: string): NamedPeriod | null {
  const [, year, half, quarter, month] = NAMED.exec(id) ?? [];
  if (year === undefined || !isPartialDate(year)) return null;
  if (half !== undefined) return spanned(year, HALVES[Number(half) - 1] ?? '', Number(half) * 6 - 5, 6);
  if (quarter !== undefined) {
    return spanned(year, `第${QUARTERS[Number(quarter) - 1]}季度`, Number(quarter) * 3 - 2, 3);
  }
  return month === undefined ? wholeYear(year) : spanned(year, `${Number(month)}月`, Number(month), 1);
}

/**
 * @param year YYYY
 * @throws RangeError for a year that no date of a ledger may have
 */
export function wholeYear(year: string): NamedPeriod {
  return spanned(year, '', 1, 12);
}

/** A part of a year that begins in a month and lasts some months. */
function spanned(year: string, word: string, month: number, months: number): NamedPeriod {
  const monthId = (number: number): string => `${year}-${String(number).padStart(2, '0')}`;
  return { year, word, from: firstDay(monthId(month)), until: lastDay(monthId(month + months - 1)) };
}
