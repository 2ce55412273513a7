import { createContext, type ReportContext } from '../reports/context.js';
import { isYearKnown, recordedYears } from '../reports/selection.js';
import { isDate } from '../text/date-format.js';
import type { Run } from './commands/command.js';
import { todayOf } from './context.js';
import { CannotRun } from './errors.js';
import { openLedger, refuseErrors } from './open-ledger.js';

/** What every report takes. */
export interface ReportOptions {
  readonly year?: string;
  readonly asOf?: string;
  readonly format: string;
  /** Prints the figures' ids beside the numbers; text alone. */
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
  const year = options.year === undefined && usual !== undefined ? usual : yearOf(options.year, today);
  return { year, asOf: asOfOf(options.asOf, year, today), today };
}

/** Checks the year and the day, opens the ledger, and refuses one with errors. null where it was refused. */
export async function openReport(run: Run<ReportOptions>): Promise<ReportContext | null> {
  const days = reportDays(run);
  const opened = await openLedger(run);
  const errors = await refuseErrors(opened, run);
  if (errors === null) return null;
  const { ledger, revision } = opened;
  const context = createContext({ ledger, ...days, errors, ...(revision ? { revision } : {}) });
  if (!isYearKnown(context)) sayEmptyYear(run, context);
  return context;
}

/** A year nothing is recorded of is more often mistyped than meant: said beside the product, which is made all the same. */
function sayEmptyYear({ world, options }: Run<ReportOptions>, { ledger, year }: ReportContext): void {
  const years = recordedYears(ledger);
  if (options.quiet || years.length === 0) return;
  world.stderr.write(`台账里没有${year}年的记录；有记录的年份：${years.join('、')}。\n`);
}

function yearOf(typed: string | undefined, today: string): number {
  if (typed === undefined) return Number(today.slice(0, 4));
  if (!/^(?:19|20)\d{2}$/.test(typed))
    throw new CannotRun(`--year 的值“${typed}”不是年份`, '写成四位年份，例如 --year 2025。');
  return Number(typed);
}

function asOfOf(typed: string | undefined, year: number, today: string): string {
  if (typed === undefined) return today < `${year}-12-31` ? today : `${year}-12-31`;
  if (!isDate(typed)) throw new CannotRun(`--as-of 的值“${typed}”不是日期`, '写成年-月-日，例如 --as-of 2025-06-30。');
  return typed;
}
