import type { SchemaNode } from '../schema/dictionary.js';
import { isPartialDate } from '../text/date-format.js';
import { halfWidth } from '../text/half-width.js';
import { lacksYear, readTypedDate } from '../text/typed-date.js';
import type { Reading } from './cell-reading.js';
import type { SheetCell } from './sheet.js';

/** Serials of days from 1990 to 2100; a smaller number is something else. */
const [FIRST_SERIAL, LAST_SERIAL] = [32_874, 73_415];
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
/** A time of day and a day of the week behind a date. */
const BEHIND =
  /(?:[ T]|(?<=[日号]))\s*(?:上午|下午|晚上)?\s*\d{1,2}[:：点时].*$|\s*[(（]?(?:星期|周)[一二三四五六日天][)）]?.*$/;

/** A day in any of the ways in which people and spreadsheets write it; one without a year or with the year behind is refused. */
export function readDay({ format }: SchemaNode, { text, number }: SheetCell): Reading {
  const date = number === undefined ? dayOf(text) : serialDay(number);
  if (date !== null && (format !== 'date' || date.length === 10)) return { value: date };
  if (date !== null) return { fault: `“${text}”要写到哪一天` };
  if (lacksYear(text)) return { fault: `“${text}”没有写年份，写成 2025-03-15 的样子` };
  return { fault: `“${text}”不是日期，或者没有这一天，写成 2025-03-15 的样子` };
}

function dayOf(text: string): string | null {
  const plain = halfWidth(text)
    .trim()
    .replace(BEHIND, '')
    .replace(/[.。]$/, '');
  if (/^\d{5}$/.test(plain)) return serialDay(Number(plain));
  if (/^(?:19|20)\d{6}$/.test(plain)) {
    const parts = `${plain.slice(0, 4)}-${plain.slice(4, 6)}-${plain.slice(6)}`;
    return isPartialDate(parts) ? parts : null;
  }
  return isPartialDate(plain) ? plain : readTypedDate(plain);
}

/** A spreadsheet's number of a day; a year alone is a year. */
function serialDay(number: number): string | null {
  const day = Math.floor(number);
  if (day >= 1949 && day <= 2100 && day === number) return String(day);
  if (/^(?:19|20)\d{6}$/.test(String(number))) return dayOf(String(number));
  if (day < FIRST_SERIAL || day > LAST_SERIAL) return null;
  return new Date(SERIAL_ZERO + day * DAY).toISOString().slice(0, 10);
}
