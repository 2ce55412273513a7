import { weekdayName } from '../../calendar/weekday.js';
import type { Block, Cell, ReportDocument } from '../../document/report-document.js';
import { dueDayOf, isDueBy, type TodoItem, todoTime } from '../../figures/todo/todo-item.js';
import { todoLists } from '../../figures/todo/todo-list.js';
import { labelOf } from '../../ledger/ledger.js';
import { withFigures } from '../collect-figures.js';
import { hospitalName, type ReportContext } from '../context.js';
import { frontOf } from '../front.js';
import { day, sentence, text } from '../inlines.js';
import { asOfNote } from '../notes.js';
import type { PlaceOf } from '../registry/place-of.js';
import { paragraph, type Reminder, reminderMessage, signed } from './reminder.js';
import { TODO_COLUMNS, todoRows } from './todo-rows.js';

/** What falls due by a day: the items, soonest first, and the message to send. */
export interface Due {
  /** The day up to which it is looked ahead. */
  readonly by: string;
  readonly items: readonly TodoItem[];
  readonly message: readonly Block[];
  /** The same as a paper, and as a table to work with. */
  readonly paper: ReportDocument;
  readonly workbook: ReportDocument;
}

/**
 * What falls due by a day, of all or of one branch, with what is overdue. A week that was missed and a solar term that
 * went by empty are not among it: nothing can be done about them any more.
 */
export function dueBy(context: ReportContext, by: string, placeOf: PlaceOf, reminding?: Reminder): Due {
  const branch = reminding?.branch;
  const items = todoLists(context.figures, context.period, branch?.id, by)
    .flatMap((list) => list.items.filter((item) => isDueBy(item, by)))
    .sort((a, b) => (dueDayOf(a) < dueDayOf(b) ? -1 : Number(dueDayOf(a) > dueDayOf(b))));
  const message = messageOf(context, by, items, placeOf, reminding);
  const title = `${hospitalName(context)}到期提醒${branch ? `（${labelOf(branch)}）` : ''}`;
  const front = frontOf(context, title, {
    shown: items.map(({ entry }) => entry),
    ...(items.length > 0 ? { ownSignature: true } : {}),
  });
  const banners = front.notices.map((notice) => paragraph([text(notice)]));
  const rows = todoRows(context, items, placeOf);
  const table: Block = { type: 'table', title: '', columns: TODO_COLUMNS, rows, notes: [asOfNote(context)] };
  const documentOf = (body: readonly Block[]) => withFigures({ front, body, appendices: [] }, context.figures);
  return {
    by,
    items,
    message: items.length === 0 ? message : [...banners, ...message],
    paper: documentOf(message),
    workbook: documentOf(items.length === 0 ? message : [table]),
  };
}

function messageOf(
  context: ReportContext,
  by: string,
  items: readonly TodoItem[],
  placeOf: PlaceOf,
  reminding: Reminder | undefined,
): readonly Block[] {
  const { asOf } = context;
  if (items.length === 0) {
    const whose = reminding ? `${labelOf(reminding.branch)}：` : '';
    return [paragraph(sentence`${whose}截至${day(asOf)}，到${day(by)}没有到期的待办。`)];
  }
  const what = sentence`以下事项已过期限，或在${day(by)}（${weekdayName(by)}）前（含当天）到期`;
  if (reminding) return reminderMessage(context, items, reminding, sentence`贵支部${what}`);
  const isLate = (item: TodoItem): boolean => todoTime(item, asOf) === '已过期限';
  const lines = (wanted: readonly TodoItem[], title: string): readonly Block[] => {
    const rows = todoRows(context, wanted, placeOf);
    return rows.length === 0 ? [] : [paragraph([text(title)]), ...rows.map(line)];
  };
  return [
    paragraph(sentence`${hospitalName(context)}到期提醒：截至${day(asOf)}，${what}。`),
    ...lines(items.filter(isLate), '已过期限：'),
    ...lines(
      items.filter((item) => !isLate(item)),
      '将到期：',
    ),
    ...signed(context),
  ];
}

/** 1. 6月30日，即将到期：修订急救用药规范（重症支部）。 */
function line([when = [], what = []]: readonly Cell[], index: number): Block {
  return paragraph([{ type: 'ordinal', value: index + 1 }, text('. '), ...when, text('，'), ...what, text('。')]);
}
