import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { EXIT } from '../errors.js';
import { checkFormat, openReport, type ReportOptions, reportOptions } from '../report-options.js';
import type { CommandSpec, Run } from './command.js';

export const progress: CommandSpec = {
  name: 'progress',
  group: '查看和上报',
  summary: '进展：目标、榜单、结对、行动、支部各一张表',
  options: [...reportOptions, { flags: '--format <格式>', text: 'text（默认）或 json' }],
  examples: [
    'yueyi progress --year 2025',
    'yueyi progress --year 2025 --as-of 2025-06-30',
    'yueyi progress --format json -o 进展.json',
  ],
  run,
};

async function run(run: Run<ReportOptions>): Promise<number> {
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
  deliver(run, renderTerminal(document, productLook(run)));
  return EXIT.fine;
}
