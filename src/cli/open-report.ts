import { createContext, type ReportContext } from '../reports/context.js';
import { isYearKnown, recordedYears } from '../reports/selection.js';
import type { Run } from './commands/command.js';
import { openLedger, refuseErrors } from './open-ledger.js';
import { type ReportOptions, reportDays, withYearArgument } from './report-days.js';

/**
 * Opens the ledger for a report of the year and the day that were asked for, and refuses one with errors: null.
 * @throws CannotRun where year or day are none
 */
export async function openReport(asked: Run<ReportOptions>): Promise<ReportContext | null> {
  const run = withYearArgument(asked);
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
