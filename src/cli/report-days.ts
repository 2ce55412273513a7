import { isDate } from '../text/date-format.js';
import type { Run } from './commands/command.js';
import { todayOf } from './context.js';
import { CannotRun } from './errors.js';

/** What every report takes. */
export interface ReportOptions {
  readonly year?: string;
  readonly asOf?: string;
  /** Prints the figures' ids beside the numbers. */
  readonly ids?: boolean;
}

/** The year a report is about, the last day that counts, and the day it is made. */
export interface ReportDays {
  readonly year: number;
  readonly asOf: string;
  readonly today: string;
}

/**
 * Reads the year and the day from the options, else from today. `usual` is the year what was asked for is about.
 * @throws CannotRun where they are none
 */
export function reportDays({ world, options }: Run<Pick<ReportOptions, 'year' | 'asOf'>>, usual?: number): ReportDays {
  const today = todayOf(world, isDate);
  const typed = options.year === undefined ? undefined : yearMeant(options.year);
  if (typed === null) throw new CannotRun(`--year 的值“${options.year}”不是年份`, '写成四位年份，例如 --year 2025。');
  const year = typed ?? usual ?? Number(today.slice(0, 4));
  return { year, asOf: asOfOf(options.asOf, year, today), today };
}

/**
 * The same command with the year of its only argument as `--year`: `yueyi report 2025`, `yueyi 总结 2025年`.
 * @throws CannotRun where it is none, or `--year` says another
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
function yearMeant(typed: string): number | null {
  return /^(?:19|20)\d{2}年?$/.test(typed) ? Number.parseInt(typed, 10) : null;
}

function asOfOf(typed: string | undefined, year: number, today: string): string {
  if (typed === undefined) return today < `${year}-12-31` ? today : `${year}-12-31`;
  if (!isDate(typed)) throw new CannotRun(`--as-of 的值“${typed}”不是日期`, '写成年-月-日，例如 --as-of 2025-06-30。');
  return typed;
}
