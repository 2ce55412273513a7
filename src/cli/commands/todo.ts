import type { ReportDocument } from '../../document/report-document.js';
import { formatsFrom } from '../../render/formats.js';
import { EXIT } from '../errors.js';
import { PERIOD, YEAR, YEAR_ARGUMENT } from '../options.js';
import { present } from '../present.js';
import type { ReportOptions } from '../report-days.js';
import type { CommandSpec, Run } from './command.js';

interface Options extends ReportOptions {
  readonly branch?: string;
}

export const todo: CommandSpec<Options> = {
  name: 'todo',
  chinese: '待办',
  argument: YEAR_ARGUMENT,
  group: '查看和上报',
  summary: '待确认、待签章、到期任务、未督查、空白节气',
  formats: () => formatsFrom('document', 'workbook', 'paper', 'contract'),
  options: [...YEAR, PERIOD, { flags: '--branch <支部>', text: '只看一个支部的，并附催报文字' }],
  examples: [
    'yueyi todo',
    'yueyi todo 2025 --as-of 2025-07-07',
    'yueyi 待办 --branch 内科第二党支部',
    'yueyi todo -o 待办.json',
  ],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const { branch: word } = run.options;
  const [{ openReport }, { oneRecord }] = await Promise.all([import('../open-report.js'), import('../one-record.js')]);
  const context = await openReport(run, { ahead: true });
  if (!context) return EXIT.no;
  const branch = word === undefined ? undefined : oneRecord(context.ledger, '--branch', word, 'branches');
  const { buildTodo } = await import('../../reports/todo/todo-document.js');
  const document = buildTodo(context, branch);
  run.timing.mark('统计');
  await present(run, {
    document: () => document,
    workbook: () => document,
    paper: async () => (await import('../../reports/paper.js')).paperOf(context, document),
    contract: async () => {
      const { todoContract } = await import('../../reports/todo/todo-contract.js');
      return todoContract(context, branch, await reminderText(document));
    },
  });
  return EXIT.fine;
}

/** The blocks under the heading 催报, as one text to paste. */
async function reminderText({ body }: ReportDocument): Promise<string | null> {
  const start = body.findIndex((block) => block.type === 'heading' && block.id === 'reminder');
  if (start < 0) return null;
  const { blocksText } = await import('../../render/plain-text.js');
  return blocksText(body.slice(start + 1));
}
