import { addDays, type PartialDate } from '../text/calendar-date.js';
import { isPartialDate } from '../text/date-format.js';
import { lacksYear, readTypedDate } from '../text/typed-date.js';

const NEAR: Readonly<Record<string, number>> = { 前天: -2, 昨天: -1, 今天: 0, 明天: 1, 后天: 2 };

/**
 * The date that somebody types on a day: in any way `readTypedDate` knows, without a year (3月15日, 3.15) in the year given,
 * or 今天, 昨天. Null where it is not certain.
 */
export function dateTyped(
  text: string,
  { today, year }: { readonly today: string; readonly year: number },
): PartialDate | null {
  const typed = text.trim();
  if (isPartialDate(typed)) return typed;
  const days = NEAR[typed];
  if (days !== undefined) return addDays(today, days);
  if (!lacksYear(typed)) return readTypedDate(typed);
  return readTypedDate(typed.includes('月') ? `${year}年${typed}` : `${year}${separatorOf(typed)}${typed}`);
}

const separatorOf = (typed: string): string => /[./-]/.exec(typed.normalize('NFKC'))?.[0] ?? '-';
