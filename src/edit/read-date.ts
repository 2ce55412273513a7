import type { SchemaNode } from '../schema/dictionary.js';
import { addDays, type PartialDate } from '../text/calendar-date.js';
import { isPartialDate } from '../text/date-format.js';
import { halfWidth } from '../text/half-width.js';
import { lacksYear, readTypedDate } from '../text/typed-date.js';
import { type Manner, quoted, type Reading, type Written } from './reading.js';

const NEAR: Readonly<Record<string, number>> = { 前天: -2, 昨天: -1, 今天: 0, 明天: 1, 后天: 2 };
/** Serials of days from 1990 to 2100; a smaller number is something else. */
const [FIRST_SERIAL, LAST_SERIAL] = [32_874, 73_415];
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
/** A time of day and a day of the week behind a date. */
const BEHIND =
  /(?:[ T]|(?<=[日号]))\s*(?:上午|下午|晚上)?\s*\d{1,2}[:：点时].*$|\s*[(（]?(?:星期|周)[一二三四五六日天][)）]?.*$/;

/**
 * A date in any of the ways in which people and spreadsheets write it; one with the year behind is refused, and one without
 * a year, where it is not known (`Manner`).
 */
export function readDate({ format }: SchemaNode, written: Written, { now }: Pick<Manner, 'now'>): Reading {
  const { text } = written;
  const date = now ? dateTyped(text, now) : cellDate(written);
  if (date !== null && (format !== 'date' || date.length === 10)) return { value: date };
  const way = `写成 2025-03-15${now ? '、3月15日 或 今天' : ''} 的样子`;
  const is =
    date !== null ? '没有写到哪一天' : lacksYear(plain(text)) && !now ? '没有写年份' : '不是日期，或没有这一天';
  return { problem: `${quoted(text)}${is}`, way, isDoubt: false };
}

/**
 * The date that somebody types on a day: without a year (3月15日, 3.15) it is in the one given; 今天, 昨天. Null where it is
 * not certain.
 */
export function dateTyped(text: string, { today, year }: NonNullable<Manner['now']>): PartialDate | null {
  const days = NEAR[text.trim()];
  if (days !== undefined) return addDays(today, days);
  const typed = plain(text);
  if (!lacksYear(typed)) return dateOf(typed);
  return readTypedDate(
    typed.includes('月') ? `${year}年${typed}` : `${year}${/[./-]/.exec(typed)?.[0] ?? '-'}${typed}`,
  );
}

function cellDate({ text, number }: Written): PartialDate | null {
  const typed = plain(text);
  if (number !== undefined) return serialDay(number);
  return /^\d{5}$/.test(typed) ? serialDay(Number(typed)) : dateOf(typed);
}

function dateOf(typed: string): PartialDate | null {
  const [, year, month, day] = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(typed) ?? [];
  const parts = year === undefined ? typed : `${year}-${month}-${day}`;
  return isPartialDate(parts) ? parts : readTypedDate(parts);
}

/** A spreadsheet's number of a day; a year alone is a year. */
function serialDay(number: number): string | null {
  const day = Math.floor(number);
  if (day >= 1949 && day <= 2100 && day === number) return String(day);
  if (/^(?:19|20)\d{6}$/.test(String(number))) return dateOf(String(number));
  if (day < FIRST_SERIAL || day > LAST_SERIAL) return null;
  return new Date(SERIAL_ZERO + day * DAY).toISOString().slice(0, 10);
}

const plain = (text: string): string =>
  halfWidth(text)
    .trim()
    .replace(BEHIND, '')
    .replace(/[.。]$/, '');
