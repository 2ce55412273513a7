import type { ReportDocument } from '../../document/report-document.js';
import { formatsFrom, type Product } from '../../render/formats.js';
import type { ReportContext } from '../../reports/context.js';
import type { PlaceOf } from '../../reports/registry/place-of.js';
import type { Reminder } from '../../reports/todo/reminder.js';
import { CannotRun, EXIT } from '../errors.js';
import { PERIOD, YEAR, YEAR_ARGUMENT } from '../options.js';
import { present, presentAll } from '../present.js';
import type { ReportOptions } from '../report-days.js';
import type { CommandSpec, Run } from './command.js';

interface Options extends ReportOptions {
  readonly branch?: string;
  readonly due?: string;
}

export const todo: CommandSpec<Options> = {
  name: 'todo',
  chinese: '待办',
  argument: YEAR_ARGUMENT,
  group: '查看和上报',
  summary: '待确认、待签章、到期任务、未督查、空白节气',
  formats: () => formatsFrom('document', 'workbook', 'paper', 'contract'),
  options: [
    ...YEAR,
    PERIOD,
    { flags: '--branch <支部>', text: '只看一个支部的，并附催报文字；all（全部）：各支部各一份' },
    { flags: '--due <日期>', text: '催报请支部在哪一天前回复，默认本周五（放假就提前）' },
  ],
  examples: [
    'yueyi todo',
    'yueyi todo 2025 --as-of 2025-07-07',
    'yueyi 待办 --branch 内科第二党支部',
    'yueyi todo --branch all -o 催报/',
    'yueyi todo -o 待办.json',
  ],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const { branch: word, due } = run.options;
  if (due !== undefined && word === undefined)
    throw new CannotRun('--due 要和 --branch 一起用', '例如 --branch all --due 2025-07-11。');
  const { openReport } = await import('../open-report.js');
  const context = await openReport(run, { ahead: true });
  if (!context) return EXIT.no;
  const { recordPlaces } = await import('../../workspace/locations.js');
  const replyBy = await replyDayOf(context, due);
  const productOf = await maker(context, recordPlaces(context.reader));
  if (word === undefined) {
    await present(run, productOf());
    return EXIT.fine;
  }
  const { recordsMeant } = await import('../each-record.js');
  const { entries, isEach } = recordsMeant(context, '--branch', word, 'branches');
  const products = entries.map((branch) => ({ id: branch.id, product: productOf({ branch, replyBy }) }));
  run.timing.mark('统计');
  await presentAll(run, products, isEach);
  return EXIT.fine;
}

/** Makes the products of the hospital, or of a branch. */
async function maker(context: ReportContext, placeOf: PlaceOf): Promise<(reminding?: Reminder) => Product> {
  const { buildTodo } = await import('../../reports/todo/todo-document.js');
  return (reminding) => {
    const document = buildTodo(context, placeOf, reminding);
    return {
      document: () => document,
      workbook: () => document,
      paper: async () => (await import('../../reports/paper.js')).paperOf(context, document),
      contract: async () => {
        const { todoContract } = await import('../../reports/todo/todo-contract.js');
        return todoContract(context, placeOf, reminding, await reminderText(document));
      },
    };
  };
}

/** The day by which branches are asked to answer. @throws CannotRun where it is no day, or before the one seen */
async function replyDayOf({ asOf }: ReportContext, typed: string | undefined): Promise<string> {
  if (typed === undefined) return (await import('../../calendar/reply-day.js')).replyDay(asOf);
  const { isDate } = await import('../../text/date-format.js');
  if (!isDate(typed)) throw new CannotRun(`--due 的值“${typed}”不是日期`, '写成年-月-日，例如 --due 2025-07-11。');
  if (typed < asOf) throw new CannotRun(`--due 的 ${typed} 在截至日 ${asOf} 之前`, '写截至日以后的一天。');
  return typed;
}

/** The blocks under the heading 催报, as one text to paste. */
async function reminderText({ body }: ReportDocument): Promise<string | null> {
  const start = body.findIndex((block) => block.type === 'heading' && block.id === 'reminder');
  if (start < 0) return null;
  const { blocksText } = await import('../../render/plain-text.js');
  return blocksText(body.slice(start + 1));
}
