import { addDays } from '../text/calendar-date.js';
import { isDate } from '../text/date-format.js';
import { halfWidth } from '../text/half-width.js';
import { CannotRun } from './errors.js';

const TERM = /^(\d{1,3})(?:(d|天|日)|w|周)$/;

/**
 * The last day of a term that begins with a day: 3d (3天), 1w (1周), or a day itself.
 * @throws CannotRun where it is none of them, or before that day
 */
export function dueDay(typed: string, asOf: string): string {
  const text = halfWidth(typed.trim()).toLowerCase();
  const [, number, days] = TERM.exec(text) ?? [];
  if (number !== undefined) return addDays(asOf, Number(number) * (days === undefined ? 7 : 1));
  if (!isDate(text))
    throw new CannotRun(`--due 的值“${typed}”不是天数、周数或日期`, '写成 3d（3天内）、1w（1周内）或 2025-07-11。');
  if (text < asOf) throw new CannotRun(`--due 的 ${text} 在截至日 ${asOf} 之前`, '写截至日以后的一天。');
  return text;
}
