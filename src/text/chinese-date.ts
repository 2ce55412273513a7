import type { PartialDate } from './calendar-date.js';

/** `short` leaves the year out wherever a month remains: 3月11日. */
export interface DateStyle {
  readonly short?: boolean;
}

/** A date of any precision as official papers write it: 2025年3月11日, 2025年3月, 2025年. */
export function formatDate(date: PartialDate, style: DateStyle = {}): string {
  const { year, rest } = partsOf(date);
  return style.short && rest !== '' ? rest : `${year}年${rest}`;
}

/**
 * A period, naming what both ends share once: 2025年1—12月, 2025年3月11日—12月31日,
 * 2025年3月11—31日, 2024年12月—2025年1月, 2021—2025年. `short` needs both ends in one year.
 */
export function formatPeriod(from: PartialDate, until: PartialDate, style: DateStyle = {}): string {
  if (from === until) return formatDate(from, style);
  const a = partsOf(from);
  const b = partsOf(until);
  if (a.rest === '' && b.rest === '') return `${a.year}—${b.year}年`;
  if (a.year !== b.year || a.rest === '' || b.rest === '') return `${formatDate(from)}—${formatDate(until)}`;
  return formatDate(from, style).replace(a.rest, () => withinYear(from, until));
}

function withinYear(from: PartialDate, until: PartialDate): string {
  const a = partsOf(from);
  const b = partsOf(until);
  if (from.length === 7 && until.length === 7) return `${a.month}—${b.month}月`;
  const bothDays = from.length === 10 && until.length === 10;
  return bothDays && a.month === b.month ? `${a.month}月${a.day}—${b.day}日` : `${a.rest}—${b.rest}`;
}

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** What follows the year: 3月11日, 3月 or nothing. */
  readonly rest: string;
}

function partsOf(date: PartialDate): DateParts {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day, rest: `${month > 0 ? `${month}月` : ''}${day > 0 ? `${day}日` : ''}` };
}
