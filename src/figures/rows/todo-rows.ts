import type { FigureRecord } from '../../document/figure.js';
import type { Entry } from '../../ledger/ledger.js';
import { periodOf } from '../figure-id.js';
import type { FigureSource } from '../figure-source.js';
import type { Period } from '../period.js';
import { refOf } from '../ref-of.js';
import type { FigureRow, Made } from '../row.js';
import { hasSample, isTodoGroup, TODO_GROUPS, TODO_MEASURE, type TodoItem } from '../todo/todo-item.js';
import { todoItems, todoLists } from '../todo/todo-list.js';

/**
 * The number of todo items: `todo@year=2025` in total, `todo@year=2025,type=协议,branch=外科党支部` of one group and for one
 * branch.
 */
export const TODO_ROWS: readonly FigureRow[] = [
  {
    name: TODO_MEASURE,
    label: '待办',
    unit: '项',
    needs: ['year'],
    may: ['period', 'type', 'branch'],
    allowed: { type: () => TODO_GROUPS },
    make: (source, { type, branch, ...dimensions }) => {
      const period = periodOf(dimensions);
      if (type === undefined) return allWaiting(source, period, branch);
      return isTodoGroup(type) ? waiting(todoItems(source, type, period, branch) ?? []) : undefined;
    },
  },
];

/** Two problems of one inspection are two items: each record adds the number of its items. */
function waiting(items: readonly TodoItem[]): Made {
  const times = timesOf(items);
  return {
    made: 'summed',
    records: [...times.keys()],
    amounts: [...times.values()],
    witnesses: items.map((item) => ({ sample: hasSample(item) })),
  };
}

function allWaiting(source: FigureSource, period: Period, branch: string | undefined): Made {
  const lists = todoLists(source, period, branch);
  const items = lists.flatMap((list) => list.items);
  return {
    made: 'derived',
    formula: 'sum',
    inputs: lists.map(({ group }) => source.get(TODO_MEASURE, { ...period.dimensions, type: group, branch })),
    rule: '各类待办相加',
    value: (values) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    records: () => Array.from(timesOf(items), ([entry, amount]): FigureRecord => ({ ...refOf(entry), amount })),
  };
}

/** Each record once, with how many items are about it. */
function timesOf(items: readonly TodoItem[]): ReadonlyMap<Entry, number> {
  const times = new Map<Entry, number>();
  for (const { entry } of items) times.set(entry, (times.get(entry) ?? 0) + 1);
  return times;
}
