import type { Figure } from '../../document/figure.js';
import type { Block, Inline, ReportDocument, Table } from '../../document/report-document.js';
import { formatFigureId } from '../../figures/figure-id.js';
import { isWholeYear } from '../../figures/period.js';
import { TODO_MEASURE, type TodoGroup } from '../../figures/todo/todo-item.js';
import { type TodoList, todoLists } from '../../figures/todo/todo-list.js';
import { type Entry, labelOf } from '../../ledger/ledger.js';
import { withFigures } from '../collect-figures.js';
import { hospitalName, inWords, type ReportContext } from '../context.js';
import { frontOf } from '../front.js';
import { amount, joined, periodInlines, sentence, text } from '../inlines.js';
import { asOfNote } from '../notes.js';
import { reminder } from './reminder.js';
import { columnsOf, TODO_TABLES, type TodoTable } from './todo-tables.js';

/** 待办: a table for each group with items; for one branch also a text to send (催报). */
export function buildTodo(context: ReportContext, branch?: Entry<'branches'>): ReportDocument {
  const lists = todoLists(context.figures, context.period, branch?.id);
  const filled = lists.filter(({ items }) => items.length > 0);
  const body: Block[] = [
    opening(context, lists, branch),
    ...filled.map((list) => tableOf(context, list, branch)),
    ...nothingIn(lists, filled),
    ...(branch && filled.length > 0 ? reminderBlocks(context, filled, branch) : []),
  ];
  const shown = lists.flatMap(({ items }) => items.map(({ entry }) => entry));
  const front = frontOf(context, titleOf(context, branch), { shown });
  return withFigures({ front, body, appendices: [] }, context.figures);
}

function titleOf(context: ReportContext, branch: Entry<'branches'> | undefined): string {
  return `${hospitalName(context)}${context.period.name}待办${branch ? `（${labelOf(branch)}）` : ''}`;
}

/** The number of items in total and of each kind. */
function opening(context: ReportContext, lists: readonly TodoList[], branch: Entry<'branches'> | undefined): Block {
  const filled = lists.filter(({ items }) => items.length > 0);
  const parts = filled.map(({ group }) => [text(group), amount(count(context, branch, group))]);
  return { type: 'paragraph', content: parts.length > 0 ? counted(parts) : [text(nothing(context, lists))] };

  function counted(all: readonly Inline[][]): Inline[] {
    const due = isWholeYear(context.period) ? '' : sentence`${periodInlines(context.period)}里到期的，`;
    return sentence`${due}共有待办${amount(count(context, branch))}：${joined(all, '、')}。`;
  }
}

function nothing(context: ReportContext, lists: readonly TodoList[]): string {
  return lists.length > 0 ? '没有待办。' : `${inWords(context)}还没有登记可以列入待办的内容。`;
}

function tableOf(context: ReportContext, { group, items }: TodoList, branch: Entry<'branches'> | undefined): Table {
  const table: TodoTable = TODO_TABLES[group];
  return {
    type: 'table',
    title: group,
    columns: columnsOf(table),
    rows: table.rows(context, items),
    notes: [sentence`${asOfNote(context)}共${amount(count(context, branch, group))}。${table.note(context)}`],
  };
}

/** The sentence that names the groups without items, so that it is clear they were checked. */
function nothingIn(lists: readonly TodoList[], filled: readonly TodoList[]): Block[] {
  const empty = lists.filter((list) => !filled.includes(list)).map(({ group }) => [text(group)]);
  if (empty.length === 0) return [];
  return [{ type: 'notice', tone: 'info', content: sentence`无待办：${joined(empty, '、')}。` }];
}

function reminderBlocks(context: ReportContext, filled: readonly TodoList[], branch: Entry<'branches'>): Block[] {
  const items = filled.flatMap((list) => list.items);
  return [
    { type: 'heading', id: 'reminder', level: 1, number: '', title: '催报' },
    ...reminder(context, items, branch, count(context, branch)).map(
      (content): Block => ({ type: 'paragraph', content }),
    ),
  ];
}

function count({ figures, period }: ReportContext, branch?: Entry<'branches'>, group?: TodoGroup): Figure {
  const id = formatFigureId(TODO_MEASURE, { ...period.dimensions, type: group, branch: branch?.id });
  const figure = figures.byId(id);
  if (!figure) throw new TypeError(`no figure ${id}`);
  return figure;
}
