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
  readonly replyBy?: string;
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
    {
      flags: '--due <期限>',
      text: '到期提醒：只列 3d（3天内）、1w（1周内）或某日以前到期的和已过期限的，成文可发；有就返回 1，供定时任务判断',
    },
    { flags: '--reply-by <日期>', text: '催报请支部在哪一天前回复，默认本周五（放假就提前）' },
  ],
  examples: [
    'yueyi todo',
    'yueyi todo 2025 --as-of 2025-07-07',
    'yueyi 待办 --branch 内科第二党支部',
    'yueyi todo --branch all -o 催报/',
    'yueyi todo --due 3d -o 提醒.txt',
    'yueyi todo -o 待办.json',
  ],
  run,
};

async function run(run: Run<Options>): Promise<number> {
  const { branch: word, due, replyBy, period } = run.options;
  if (replyBy !== undefined && word === undefined)
    throw new CannotRun('--reply-by 要和 --branch 一起用', '例如 --branch all --reply-by 2025-07-11。');
  if (due !== undefined && period !== undefined)
    throw new CannotRun('--due 和 --period 不能一起用', '--due 从截至日往后看，--period 看一年里的一段。');
  const { openReport } = await import('../open-report.js');
  const context = await openReport(run, { ahead: true });
  if (!context) return EXIT.no;
  const { recordPlaces } = await import('../../workspace/locations.js');
  const answerBy = await replyDayOf(context, replyBy);
  const placeOf = recordPlaces(context.reader);
  const tell = due === undefined ? await teller(context, placeOf) : await dueTeller(context, placeOf, due);
  if (word === undefined) {
    const { product, isDue } = tell();
    await present(run, product);
    return isDue ? EXIT.no : EXIT.fine;
  }
  const { recordsMeant } = await import('../each-record.js');
  const { entries, isEach } = recordsMeant(context, '--branch', word, 'branches');
  const told = entries.map((branch) => ({ id: branch.id, ...tell({ branch, replyBy: answerBy }) }));
  run.timing.mark('统计');
  const isDue = told.some((each) => each.isDue);
  // A branch with nothing due is sent nothing.
  await presentAll(run, isEach && isDue ? told.filter((each) => each.isDue) : told, isEach);
  return isDue ? EXIT.no : EXIT.fine;
}

/** A product, and whether anything is due in it, which is the answer that was asked for. */
interface Told {
  readonly product: Product;
  readonly isDue: boolean;
}

/** Tells the todo list of the hospital, or of a branch. */
async function teller(context: ReportContext, placeOf: PlaceOf): Promise<(reminding?: Reminder) => Told> {
  const { buildTodo } = await import('../../reports/todo/todo-document.js');
  return (reminding) => {
    const document = buildTodo(context, placeOf, reminding);
    const product: Product = {
      document: () => document,
      workbook: () => document,
      paper: async () => (await import('../../reports/paper.js')).paperOf(context, document),
      contract: async () => {
        const { todoContract } = await import('../../reports/todo/todo-contract.js');
        return todoContract(context, placeOf, { reminding, text: await reminderText(document) });
      },
    };
    return { product, isDue: false };
  };
}

/** Tells what falls due within a term. @throws CannotRun for an invalid term */
async function dueTeller(
  context: ReportContext,
  placeOf: PlaceOf,
  typed: string,
): Promise<(reminding?: Reminder) => Told> {
  const [{ dueBy }, { dueDay }] = await Promise.all([
    import('../../reports/todo/due-document.js'),
    import('../due-day.js'),
  ]);
  const by = dueDay(typed, context.asOf);
  return (reminding) => {
    const due = dueBy(context, by, placeOf, reminding);
    const isDue = due.items.length > 0;
    const product: Product = {
      document: () => ({ body: due.message }),
      workbook: () => due.workbook,
      paper: async () => (await import('../../reports/paper.js')).paperOf(context, due.paper),
      contract: async () => {
        const { todoContract } = await import('../../reports/todo/todo-contract.js');
        const { blocksText } = await import('../../render/plain-text.js');
        return todoContract(context, placeOf, { reminding, due, text: isDue ? blocksText(due.message) : null });
      },
    };
    return { product, isDue };
  };
}

/** The day by which branches are asked to answer. @throws CannotRun where it is no day, or before the one seen */
async function replyDayOf({ asOf }: ReportContext, typed: string | undefined): Promise<string> {
  if (typed === undefined) return (await import('../../calendar/reply-day.js')).replyDay(asOf);
  const { isDate } = await import('../../text/date-format.js');
  if (!isDate(typed))
    throw new CannotRun(`--reply-by 的值“${typed}”不是日期`, '写成年-月-日，例如 --reply-by 2025-07-11。');
  if (typed < asOf) throw new CannotRun(`--reply-by 的 ${typed} 在截至日 ${asOf} 之前`, '写截至日以后的一天。');
  return typed;
}

/** The blocks under the heading 催报, as one text to paste. */
async function reminderText({ body }: ReportDocument): Promise<string | null> {
  const start = body.findIndex((block) => block.type === 'heading' && block.id === 'reminder');
  if (start < 0) return null;
  const { blocksText } = await import('../../render/plain-text.js');
  return blocksText(body.slice(start + 1));
}
