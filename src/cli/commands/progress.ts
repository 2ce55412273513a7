import { checkFormat } from '../check-format.js';
import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { EXIT } from '../errors.js';
import { openReport, type ReportOptions } from '../report-options.js';
import type { Run } from './command.js';

/** Runs `yueyi progress` and returns the exit code. */
export async function run(run: Run<ReportOptions>): Promise<number> {
  checkFormat(run.options.format, ['text', 'json']);
  const context = await openReport(run);
  if (!context) return EXIT.no;
  if (run.options.format === 'json') {
    const { progressContract } = await import('../../reports/progress/progress-contract.js');
    deliver(run, `${JSON.stringify(progressContract(context), null, 2)}\n`);
    return EXIT.fine;
  }
  const { buildProgress } = await import('../../reports/progress/progress-document.js');
  const { renderTerminal } = await import('../../render/terminal.js');
  const document = buildProgress(context);
  run.timing.mark('统计');
  deliver(run, renderTerminal(document, { ...productLook(run), ids: run.options.ids ?? false }));
  return EXIT.fine;
}
