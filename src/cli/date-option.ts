import { dateTyped } from '../edit/read-date.js';
import { isDate } from '../text/date-format.js';
import type { Run } from './commands/command.js';
import { todayOf } from './context.js';
import { CannotRun } from './errors.js';

/** The day of an option, typed in any way: 3月15日 is in this year. @throws CannotRun */
export function dateOption({ world }: Run<object>, flag: string, typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const today = todayOf(world, isDate);
  const date = dateTyped(typed, { today, year: Number(today.slice(0, 4)) });
  if (date !== null && isDate(date)) return date;
  throw new CannotRun(`${flag} 的值“${typed}”不是日期`, '写成 2025-03-15、3月15日 或 今天 的样子。');
}
