import { addDays, firstDay, lastDay, monthOf, quarterOf } from '../text/calendar-date.js';
import { formatPeriod } from '../text/chinese-date.js';
import { isPartialDate } from '../text/date-format.js';
import { halfWidth } from '../text/half-width.js';
import { type NamedPeriod, namedPeriod, wholeYear } from '../text/named-period.js';
import type { Days } from './days.js';

/** The period of a product: a year, or a part of one. */
export interface Period extends Days {
  /** As ids and files write it: 2025, 2025-H1, 2025-Q2, 2025-06, 2025-03-01..2025-05-15. The same days have one id. */
  readonly id: string;
  /** The year it lies in. */
  readonly year: number;
  /** 2025年, 2025年上半年, 2025年第二季度, 2025年6月, 2025年3月1日—5月15日. */
  readonly name: string;
  /** What ids name: `year=2025`, `year=2025,period=2025-06`. */
  readonly dimensions: { readonly year: string; readonly period?: string };
}

const SPAN = /^([\d-]+)\.\.([\d-]+)$/;
const TYPED = /^((?:19|20)\d{2})年?(?:([上下])半年|第?([一二三四1-4])季度|(\d{1,2})月)?$/;

export function yearPeriod(year: number): Period {
  return periodCalled(String(year), wholeYear(String(year)));
}

/** Parses a period in an id; null where it is malformed, ends before it begins, or touches two years. */
export function parsePeriod(id: string): Period | null {
  const found = namedPeriod(id);
  return found ? periodCalled(id, found) : parseSpan(id);
}

/** Parses a typed period: 2025-q2, 2025年第二季度, ２０２５年６月, 2025-03至2025-05; null where it is none. */
export function readPeriod(typed: string): Period | null {
  const text = halfWidth(typed.trim());
  const [, year, half, quarter, month] = TYPED.exec(text) ?? [];
  if (year === undefined) return parsePeriod(text.toUpperCase().replace(/[至~—–]/, '..'));
  if (half !== undefined) return parsePeriod(`${year}-H${half === '上' ? 1 : 2}`);
  if (quarter !== undefined) {
    return parsePeriod(`${year}-Q${Number(quarter) || '一二三四'.indexOf(quarter) + 1}`);
  }
  return parsePeriod(month === undefined ? year : `${year}-${month.padStart(2, '0')}`);
}

/** The same days of the year before. */
export function yearBefore({ id, year }: Period): Period {
  const before = id.replaceAll(String(year), String(year - 1));
  // The 29th of February has no day of its own in the year before.
  return parsePeriod(before) ?? parsePeriod(before.replaceAll('-02-29', '-02-28')) ?? yearPeriod(year - 1);
}

/** The month after a month, the quarter after a quarter; after other days the rest of the month that follows them. */
export function periodAfter({ id, until, year }: Period): Period {
  const first = addDays(until, 1);
  const next = id.endsWith('-H1')
    ? `${year}-H2`
    : id.endsWith('-H2')
      ? `${year + 1}-H1`
      : /-Q\d$/.test(id)
        ? quarterOf(first)
        : id === String(year)
          ? String(year + 1)
          : `${first}..${lastDay(monthOf(first))}`;
  return parsePeriod(next) ?? yearPeriod(year + 1);
}

/** The same day of the year before; for the 29th of February, which that has not, the 28th. */
export function dayLastYear(day: string): string {
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return before.endsWith('-02-29') ? `${before.slice(0, -2)}28` : before;
}

/**
 * The year before a year, the half before a half, the quarter or month before those; null for days without a name, which
 * none comes before.
 */
export function periodBefore({ id, from, year }: Period): Period | null {
  const last = addDays(from, -1);
  if (id === String(year)) return yearBefore(yearPeriod(year));
  if (/-H\d$/.test(id)) return parsePeriod(`${last.slice(0, 4)}-H${last < `${year}-01-01` ? 2 : 1}`);
  if (/-Q\d$/.test(id)) return parsePeriod(quarterOf(last));
  return id === monthOf(from) ? parsePeriod(monthOf(last)) : null;
}

export function isWholeYear({ dimensions }: Period): boolean {
  return dimensions.period === undefined;
}

/** The period from one date to another within a year: a named one (2025-Q2) where it has just these days. */
function parseSpan(id: string): Period | null {
  const [, first = '', last = ''] = SPAN.exec(id) ?? [];
  if (!isPartialDate(first) || !isPartialDate(last)) return null;
  const [from, until] = [firstDay(first), lastDay(last)];
  const year = from.slice(0, 4);
  if (from > until || !until.startsWith(year)) return null;
  const same = namesWithin(year).find((period) => period.from === from && period.until === until);
  if (same) return same;
  const days = `${from}..${until}`;
  const name = formatPeriod(from, until);
  return { id: days, year: Number(year), name, from, until, dimensions: { year, period: days } };
}

function namesWithin(year: string): readonly Period[] {
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
  const parts = ['', '-H1', '-H2', '-Q1', '-Q2', '-Q3', '-Q4', ...months.map((month) => `-${month}`)];
  return parts.flatMap((part) => parsePeriod(`${year}${part}`) ?? []);
}

function periodCalled(id: string, { year, word, from, until }: NamedPeriod): Period {
  const dimensions = id === year ? { year } : { year, period: id };
  return { id, year: Number(year), name: `${year}年${word}`, from, until, dimensions };
}
