import { productLook } from '../context.js';
import { deliver } from '../deliver.js';
import { EXIT } from '../errors.js';
import { checkFormat, openReport, type ReportOptions, reportOptions } from '../report-options.js';
import type { CommandSpec, Run } from './command.js';

export const report: CommandSpec = {
  name: 'report',
  group: '查看和上报',
  summary: '年度党建工作总结，按当年提纲成文',
  options: [...reportOptions, { flags: '--format <格式>', text: 'text（默认）或 json' }],
  examples: [
    'yueyi report --year 2025',
    'yueyi report --year 2021 -o 总结.txt',
    'yueyi report --year 2025 --format json',
  ],
  run,
};

async function run(run: Run<ReportOptions>): Promise<number> {
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
    deliver(run, renderTerminal(document, productLook(run)));
  }
  return EXIT.fine;
}
