import { workday } from '../../calendar/workday.js';
import type { Cell, Inline } from '../../document/report-document.js';
import type { TodoItem } from '../../figures/todo/todo-item.js';
import { addTo } from '../../ledger/add-to.js';
import { addDays } from '../../text/calendar-date.js';
import type { ReportContext } from '../context.js';
import { cell, day, record, text } from '../inlines.js';
import { contentOf, dateCell, listed, unitCell } from './todo-cells.js';

/** Joins consecutive missed cycles into one row. */
export function cycleRows(_: ReportContext, items: readonly TodoItem[]): readonly (readonly Cell[])[] {
  const gathered = gather(items, ({ entry, subject, type }) => [entry.id, subject?.id, type].join('/'));
  return gathered.flatMap((group) => runsOf(group).map(cycleRow));
}

function cycleRow(run: readonly TodoItem[]): readonly Cell[] {
  const [first] = run;
  if (!first) return [];
  return [
    [record(first.entry)],
    first.subject ? [record(first.subject)] : cell('全院'),
    [{ type: 'date', date: first.date ?? '', until: run.at(-1)?.until ?? '' }],
    cell(first.type === '本期未完成' ? `${THIS[contentOf('targets', first.entry).per ?? 'year']}未完成` : first.type),
  ];
}

const THIS = { year: '本年', quarter: '本季度', month: '本月', week: '本周' } as const;

/** Splits where a cycle does not begin on the day after the previous one. */
function runsOf(items: readonly TodoItem[]): TodoItem[][] {
  const runs: TodoItem[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    const end = last?.at(-1)?.until;
    if (last && end !== undefined && addDays(end, 1) === item.date) last.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** One row for each target, with the names of the subjects not met. */
export function coverageRows(_: ReportContext, items: readonly TodoItem[]): readonly (readonly Cell[])[] {
  return gather(items, ({ entry }) => entry.id).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const names = group.flatMap(({ subject }) => (subject ? [[record(subject)]] : []));
    return [[[record(first.entry)], listed(names), dateCell(first)]];
  });
}

/** One row for each action, with its missed days and its coming ones. */
export function occasionRows(context: ReportContext, items: readonly TodoItem[]): readonly (readonly Cell[])[] {
  return gather(items, ({ entry, part, type }) => [entry.id, part, type].join('/')).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return [[[actionName(first)], cell(first.type), listed(group.map(occasion)), unitCell(context, first.units)]];
  });
}

function actionName({ entry, part }: TodoItem): Inline {
  const action = contentOf('programs', entry).actions?.find(({ id }) => id === part);
  return record(entry, action?.name ?? part);
}

/** A coming day, with a remark where it is no workday. */
function occasion({ occasion: name = '', date = '', type }: TodoItem): readonly Inline[] {
  const work = type === '即将到来' ? text(`，${WORK[String(workday(date)) as keyof typeof WORK]}`) : undefined;
  return [text(`${name}（`), day(date, true), ...(work ? [work] : []), text('）')];
}

const WORK = { true: '工作日', false: '休息日', null: '放假安排未公布' } as const;

/** Items that share a key, in the order of each key's first. */
function gather(items: readonly TodoItem[], keyOf: (item: TodoItem) => string): readonly (readonly TodoItem[])[] {
  const groups = new Map<string, TodoItem[]>();
  for (const item of items) addTo(groups, keyOf(item), item);
  return [...groups.values()];
}
