import { checkFormat } from '../check-format.js';
import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { EXIT } from '../errors.js';
import { openReport, type ReportOptions } from '../report-options.js';
import type { Run } from './command.js';

/** Runs `yueyi report` and returns the exit code. */
export async function run(run: Run<ReportOptions>): Promise<number> {
  checkFormat(run.options.format, ['text', 'json']);
  const context = await openReport(run);
  if (!context) return EXIT.no;
  const { buildAnnual } = await import('../../reports/annual/annual-document.js');
  const document = buildAnnual(context);
  run.timing.mark('统计');
  if (run.options.format === 'json') {
    const { renderReportJson } = await import('../../render/report-json.js');
    deliver(run, renderReportJson(document, context.year));
  } else {
    const { renderTerminal } = await import('../../render/terminal.js');
    deliver(run, renderTerminal(document, { ...productLook(run), ids: run.options.ids ?? false }));
  }
  return EXIT.fine;
}
