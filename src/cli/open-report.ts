import { isWholeYear } from '../figures/period.js';
import type { Reader } from '../files/reader.js';
import { createContext, type ReportContext } from '../reports/context.js';
import { isYearKnown, recordedYears } from '../reports/selection.js';
import { formatDate } from '../text/chinese-date.js';
import type { Run } from './commands/command.js';
import { CannotRun } from './errors.js';
import { openLedger, refuseErrors } from './open-ledger.js';
import { type ReportDays, type ReportOptions, reportDays, withYearArgument } from './report-days.js';

/** What a report is made of, and the reader it was read with. */
export interface OpenedReport extends ReportContext {
  readonly reader: Reader;
}

/**
 * Opens the ledger for a report on the period and the day given; null for a ledger with errors, which is refused.
 * @throws CannotRun for an invalid period or day; unless the report looks `ahead`, also for a part of the year that has
 *   not begun, on which it would be full of false zeros
 */
export async function openReport(
  asked: Run<ReportOptions>,
  {
    ahead = false,
    anyYear = false,
  }: {
    readonly ahead?: boolean;
    /** The product is about records, whatever the year: one without any is no mistake. */
    readonly anyYear?: boolean;
  } = {},
): Promise<OpenedReport | null> {
  const run = withYearArgument(asked);
  const days = reportDays(run);
  if (!ahead) refuseUnbegun(days);
  const opened = await openLedger(run);
  const errors = await refuseErrors(opened, run);
  if (errors === null) return null;
  const { ledger, reader, revision } = opened;
  const context = createContext({ ledger, ...days, errors, ...(revision ? { revision } : {}) });
  if (!anyYear && !isYearKnown(context)) warnEmptyYear(run, context);
  return { ...context, reader };
}

function refuseUnbegun({ period, asOf }: ReportDays): void {
  if (isWholeYear(period) || period.from <= asOf) return;
  throw new CannotRun(
    `到${formatDate(asOf)}，${period.name}还没有开始`,
    '换一个已经开始的期间，或用 --as-of 写明看到哪一天。',
  );
}

/** Warns about a year without records, which is probably mistyped; the product is made nevertheless. */
function warnEmptyYear({ world, options }: Run<ReportOptions>, { ledger, year }: ReportContext): void {
  const years = recordedYears(ledger);
  if (options.quiet || years.length === 0) return;
  world.stderr.write(`台账里没有${year}年的记录；有记录的年份：${years.join('、')}。\n`);
}
