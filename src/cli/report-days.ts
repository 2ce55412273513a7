import { earlier, later } from '../figures/days.js';
import { type Period, readPeriod, yearPeriod } from '../figures/period.js';
import { yearOf } from '../text/calendar-date.js';
import { isDate } from '../text/date-format.js';
import type { Run } from './commands/command.js';
import { todayOf } from './context.js';
import { CannotRun } from './errors.js';

/** The options of every report. */
export interface ReportOptions {
  readonly year?: string;
  readonly period?: string;
  readonly asOf?: string;
  /** Prints the figures' ids beside the numbers. */
  readonly ids?: boolean;
}

/** The period a report is about, the last day that counts, and the day it is made. */
export interface ReportDays {
  readonly period: Period;
  readonly asOf: string;
  /** The day up to which activities may have been confirmed: today, or the day asked for. */
  readonly confirmedBy: string;
  readonly today: string;
}

type DayOptions = Pick<ReportOptions, 'year' | 'period' | 'asOf'>;

/**
 * Parses the period and the day: the period is `--period`, else `--year`, else the year that the question is about
 * (`usual`), that of `--as-of`, or today's; the day is `--as-of`, else the earlier of today and the period's last day.
 * @throws CannotRun where they are invalid or contradict each other
 */
export function reportDays({ world, options }: Run<DayOptions>, usual?: number): ReportDays {
  const today = todayOf(world, isDate);
  const year = options.year === undefined ? undefined : yearTyped(options.year);
  const asOf = options.asOf === undefined ? undefined : dayTyped(options.asOf);
  const period =
    options.period === undefined
      ? yearPeriod(year ?? usual ?? yearOf(asOf ?? today))
      : periodTyped(options.period, year);
  const day = asOf ?? earlier(today, period.until);
  return { period, asOf: day, confirmedBy: asOf === undefined ? later(today, day) : day, today };
}

/**
 * The same run with the year in its only argument as `--year`: `yueyi report 2025`, `yueyi 总结 2025年`.
 * @throws CannotRun where the argument is no year, or contradicts `--year`
 */
export function withYearArgument<R extends Run<ReportOptions>>(run: R): R {
  const [typed] = run.args;
  if (typed === undefined) return run;
  const year = yearMeant(typed);
  if (year === null) throw new CannotRun(`“${typed}”不是年份`, '写成四位年份，例如 2025。');
  const { year: other = typed } = run.options;
  if (yearMeant(other) !== year)
    throw new CannotRun(`年份写了两个：“${typed}”和“--year ${other}”`, '只写一个，例如 2025。');
  return { ...run, options: { ...run.options, year: typed } };
}

/** 2025 or 2025年; null for anything else. */
export function yearMeant(typed: string): number | null {
  return /^(?:19|20)\d{2}年?$/.test(typed) ? Number.parseInt(typed, 10) : null;
}

function yearTyped(typed: string): number {
  const year = yearMeant(typed);
  if (year === null) throw new CannotRun(`--year 的值“${typed}”不是年份`, '写成四位年份，例如 --year 2025。');
  return year;
}

function periodTyped(typed: string, year: number | undefined): Period {
  const period = readPeriod(typed);
  if (!period)
    throw new CannotRun(
      `--period 的值“${typed}”不是一年之内的期间`,
      '写成 2025-06（月）、2025-Q2（季度）、2025-H1（半年）、2025（全年），或 2025-03-01..2025-05-31（起止）。',
    );
  if (year !== undefined && year !== period.year)
    throw new CannotRun(`--period 的${period.name}不在${year}年里`, '年份不用另写，只写 --period。');
  return period;
}

function dayTyped(typed: string): string {
  if (!isDate(typed)) throw new CannotRun(`--as-of 的值“${typed}”不是日期`, '写成年-月-日，例如 --as-of 2025-06-30。');
  return typed;
}
