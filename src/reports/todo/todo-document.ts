import type { Figure } from '../../document/figure.js';
import type { Block, Inline, ReportDocument } from '../../document/report-document.js';
import { formatFigureId } from '../../figures/figure-id.js';
import { isWholeYear } from '../../figures/period.js';
import { TODO_MEASURE, TODO_TIMES, type TodoGroup, todoTime } from '../../figures/todo/todo-item.js';
import { type TodoList, todoLists } from '../../figures/todo/todo-list.js';
import { unkeptKinds } from '../../figures/todo/unkept-kinds.js';
import { type Entry, labelOf } from '../../ledger/ledger.js';
import { kindTitle } from '../../schema/kinds.js';
import { withFigures } from '../collect-figures.js';
import { hospitalName, inWords, type ReportContext } from '../context.js';
import { frontOf } from '../front.js';
import { amount, cell, periodInlines, sentence, text } from '../inlines.js';
import { asOfNote } from '../notes.js';
import type { PlaceOf } from '../registry/place-of.js';
import { type Reminder, reminderBlocks } from './reminder.js';
import { toldGroup } from './todo-groups.js';
import { TODO_COLUMNS, todoRows } from './todo-rows.js';

/**
 * 待办: what is overdue, then what this week asks for, then the rest, each with its record; a summary of all groups
 * last. For one branch also a text to send (催报).
 */
export function buildTodo(context: ReportContext, placeOf: PlaceOf, reminding?: Reminder): ReportDocument {
  const branch = reminding?.branch;
  const lists = todoLists(context.figures, context.period, branch?.id);
  const items = lists.flatMap((list) => list.items);
  const reminder =
    reminding && items.length > 0 ? reminderBlocks(context, items, reminding, count(context, branch)) : [];
  const body: Block[] = [
    ...TODO_TIMES.flatMap((time): Block[] => {
      const own = items.filter((item) => todoTime(item, context.asOf) === time);
      if (own.length === 0) return [];
      const rows = todoRows(context, own, placeOf);
      return [{ type: 'table', title: time, columns: TODO_COLUMNS, rows, notes: [] }];
    }),
    ...summary(context, lists, branch),
    ...unkept(context),
    ...reminder,
  ];
  const front = frontOf(context, titleOf(context, branch), {
    shown: items.map(({ entry }) => entry),
    ...(reminder.length > 0 ? { ownSignature: true } : {}),
  });
  return withFigures({ front, body, appendices: [] }, context.figures);
}

function titleOf(context: ReportContext, branch: Entry<'branches'> | undefined): string {
  return `${hospitalName(context)}${context.period.name}待办${branch ? `（${labelOf(branch)}）` : ''}`;
}

/** How many items there are of each group, those without any too, so that it is clear that they were looked at. */
function summary(
  context: ReportContext,
  lists: readonly TodoList[],
  branch: Entry<'branches'> | undefined,
): readonly Block[] {
  if (lists.length === 0)
    return [{ type: 'paragraph', content: [text(`${inWords(context)}还没有登记可以列入待办的内容。`)] }];
  return [
    {
      type: 'table',
      title: '汇总',
      columns: [{ title: '类别' }, { title: '待办', align: 'right' }, { title: '口径' }],
      rows: lists.map(({ group }) => [
        cell(group),
        [amount(count(context, branch, group))],
        toldGroup(group).note(context),
      ]),
      total: [cell('合计'), [amount(count(context, branch))], cell(undefined)],
      notes: [sentence`${asOfNote(context)}${dueIn(context)}`],
    },
  ];
}

function dueIn({ period }: ReportContext): readonly Inline[] {
  return isWholeYear(period) ? [] : sentence`只列${periodInlines(period)}里到期的。`;
}

/** Where nobody keeps the ledger, nothing is known to be missing: it is said once for each kind, not for each record. */
function unkept(context: ReportContext): readonly Block[] {
  const kinds = unkeptKinds(context.figures, context.period).map(
    ({ kind, boardType }) => kindTitle(kind) + (boardType === undefined ? '' : `（${boardType}）`),
  );
  if (kinds.length === 0) return [];
  const content = [text(`${inWords(context)}没有登记的：${kinds.join('、')}；有没有待办，看不出来。`)];
  return [{ type: 'notice', tone: 'info', content }];
}

function count({ figures, period }: ReportContext, branch?: Entry<'branches'>, group?: TodoGroup): Figure {
  const id = formatFigureId(TODO_MEASURE, { ...period.dimensions, type: group, branch: branch?.id });
  const figure = figures.byId(id);
  if (!figure) throw new TypeError(`no figure ${id}`);
  return figure;
}
