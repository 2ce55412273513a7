import type { PartialDate } from './calendar-date.js';
import { isPartialDate } from './date-format.js';
import { halfWidth } from './half-width.js';

/** 〇 as input methods offer it: the character, a circle, a large circle, the numeral. */
const DIGITS = '〇一二三四五六七八九';
const ZEROS = /[○◯Ｏ零]/g;
const WRITTEN = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号]?)?)?$/;
const SEPARATED = /^(\d{4})([./-])(\d{1,2})(?:\2(\d{1,2}))?$/;
const NO_YEAR = /^(?:\d{1,2}月(?:\d{1,2}[日号]?)?|\d{1,2}[./-]\d{1,2})$/;

/**
 * The date meant by one of the ways in which offices write it: 2025年3月11日, 2025.3.11, 2025/3/11, 2025-3-1,
 * full-width digits, 二〇二五年三月十一日, and the same without day or month. Null where it is not certain: without a
 * year, with the year behind (11/3/2025), or where there is no such day.
 */
export function readTypedDate(text: string): PartialDate | null {
  const plain = asciiDigits(text);
  const written = WRITTEN.exec(plain);
  const separated = SEPARATED.exec(plain);
  const parts = written?.slice(1) ?? (separated ? [separated[1], separated[3], separated[4]] : []);
  const date = parts
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  return isPartialDate(date) ? date : null;
}

/** Whether a text is a month and a day without a year: 3月11日, 3.11. */
export function lacksYear(text: string): boolean {
  return NO_YEAR.test(asciiDigits(text));
}

function asciiDigits(text: string): string {
  const folded = halfWidth(text.replace(ZEROS, '〇')).replace(/\s/g, '');
  return folded.replace(/[〇一二三四五六七八九十]+/g, (found) => (found.includes('十') ? tens(found) : each(found)));
}

const each = (numerals: string): string => [...numerals].map((numeral) => DIGITS.indexOf(numeral)).join('');

/** 十一 → 11, 二十 → 20, 三十一 → 31; anything else is returned unchanged. */
function tens(numerals: string): string {
  const [, before = '', after = ''] = /^([一二三])?十([一二三四五六七八九])?$/.exec(numerals) ?? [];
  if (numerals.length !== before.length + 1 + after.length) return numerals;
  return `${before === '' ? 1 : DIGITS.indexOf(before)}${after === '' ? 0 : DIGITS.indexOf(after)}`;
}
