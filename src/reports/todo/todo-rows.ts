import { workday } from '../../calendar/workday.js';
import type { Cell, Column, Inline } from '../../document/report-document.js';
import type { TodoItem, TodoType } from '../../figures/todo/todo-item.js';
import { addTo } from '../../ledger/add-to.js';
import { addDays } from '../../text/calendar-date.js';
import type { ReportContext } from '../context.js';
import { cell, day, joined, record, sentence, span, text } from '../inlines.js';
import { shortUnitNames } from '../names.js';
import { type PlaceOf, placeInline } from '../registry/place-of.js';
import { contentOf } from './todo-cells.js';
import { toldGroup } from './todo-groups.js';

export const TODO_COLUMNS: readonly Column[] = ['日期', '事项', '记录'].map((title) => ({ title }));

/** A row for each item, or for several that only their weeks or their branches tell apart. */
export function todoRows(
  context: ReportContext,
  items: readonly TodoItem[],
  placeOf: PlaceOf,
): readonly (readonly Cell[])[] {
  const groups = new Map<string, TodoItem[]>();
  for (const [index, item] of items.entries()) addTo(groups, keyOf(item, index), item);
  return [...groups.values()].flatMap(runsOf).map((run) => rowOf(context, run, placeOf));
}

function keyOf({ group, type, entry, subject }: TodoItem, index: number): string {
  if (group === '周期目标') return [group, type, entry.id, subject?.id].join('/');
  return group === '覆盖目标' ? [group, entry.id].join('/') : String(index);
}

/** Splits cycles where one does not begin on the day after the previous one. */
function runsOf(items: readonly TodoItem[]): TodoItem[][] {
  const runs: TodoItem[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    const end = last?.at(-1)?.until;
    if (last && (item.group !== '周期目标' || (end !== undefined && addDays(end, 1) === item.date))) last.push(item);
    else runs.push([item]);
  }
  return runs;
}

function rowOf(context: ReportContext, run: readonly TodoItem[], placeOf: PlaceOf): readonly Cell[] {
  const [first] = run;
  if (!first) return [];
  const { entry, date, group } = first;
  const until = run.at(-1)?.until;
  const shown =
    until === undefined ? date && day(date, isOfYear(context, date)) : span(date ?? until, until, context.year);
  return [
    cell(shown, '未定'),
    sentence`${stateOf(first)}：${toldGroup(group).what(context, first)}（${whoOf(context, run)}）`,
    [record({ ...entry, sample: false }, entry.id), text(' '), placeInline(placeOf(entry))],
  ];
}

function isOfYear({ year }: ReportContext, date: string): boolean {
  return date.startsWith(String(year));
}

/** 本周未完成 says more than 本期未完成, and a coming day whether it is worked. */
function stateOf({ type, entry, date = '' }: TodoItem): string {
  if (type === '本期未完成') return `${THIS[contentOf('targets', entry).per ?? 'year']}未完成`;
  return type === '即将到来' ? `${SHORT[type]}（${WORK[String(workday(date)) as keyof typeof WORK]}）` : type;
}

const THIS = { year: '本年', quarter: '本季度', month: '本月', week: '本周' } as const;
const SHORT = { 即将到来: '将到' } satisfies Partial<Record<TodoType, string>>;
const WORK = { true: '工作日', false: '休息日', null: '放假未公布' } as const;

/** The units that see to it; of a target for each branch all that are missing, of one of the hospital nobody in particular. */
function whoOf(context: ReportContext, run: readonly TodoItem[]): Cell {
  const units = [...new Set(run.flatMap((item) => item.units))];
  if (units.length > 0) return shortUnitNames(context, units);
  const subjects = run.flatMap(({ subject }): (readonly Inline[])[] => (subject ? [[record(subject)]] : []));
  if (subjects.length > 0) return joined(subjects, '、');
  return run[0]?.group === '周期目标' ? cell('全院') : sentence`未登记`;
}
