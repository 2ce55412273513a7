import { checkFormat } from '../check-format.js';
import { deliver } from '../deliver.js';
import { EXIT } from '../errors.js';
import { renderText } from '../render-text.js';
import { openReport, type ReportOptions } from '../report-options.js';
import { viewOf } from '../view-option.js';
import type { Run } from './command.js';

interface ProgressOptions extends ReportOptions {
  readonly by?: string;
}

/** Runs `yueyi progress` and returns the exit code. */
export async function run(run: Run<ProgressOptions>): Promise<number> {
  checkFormat(run.options.format, ['text', 'markdown', 'json']);
  const view = viewOf(run.options.by);
  const context = await openReport(run);
  if (!context) return EXIT.no;
  if (run.options.format === 'json') {
    const { progressContract } = await import('../../reports/progress/progress-contract.js');
    deliver(run, `${JSON.stringify(progressContract(context), null, 2)}\n`);
    return EXIT.fine;
  }
  const { buildProgress } = await import('../../reports/progress/progress-document.js');
  const document = buildProgress(context, view);
  run.timing.mark('统计');
  deliver(run, await renderText(run, document));
  return EXIT.fine;
}
