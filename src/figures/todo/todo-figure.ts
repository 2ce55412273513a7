import type { Figure, FigureRecord } from '../../document/figure.js';
import { labelOf } from '../../ledger/ledger.js';
import { type Dimensions, formatFigureId } from '../figure-id.js';
import type { Figures } from '../figures.js';
import { refOf } from '../ref-of.js';
import { hasSample, TODO_GROUPS, TODO_MEASURE, type TodoGroup, type TodoItem } from './todo-item.js';
import { todoItems, todoLists } from './todo-list.js';

/**
 * How many things wait: `todo@year=2025` in all, `todo@year=2025,type=协议,branch=外科党支部` of one group and for one
 * branch. undefined where the dimensions are not the list's.
 */
export function todoFigure(figures: Figures, dimensions: Dimensions): Figure | undefined {
  const { year, type, branch, ...others } = dimensions;
  if (year === undefined || Object.keys(others).length > 0) return undefined;
  if (type === undefined) return totalFigure(figures, Number(year), branch);
  if (!isGroup(type)) return undefined;
  return groupFigure(figures, type, Number(year), branch);
}

function isGroup(word: string): word is TodoGroup {
  return (TODO_GROUPS as readonly string[]).includes(word);
}

/** Two problems of one inspection wait twice: each record adds as much as waits for it. */
function groupFigure(figures: Figures, group: TodoGroup, year: number, branch: string | undefined): Figure {
  const items = todoItems(figures, group, year, branch) ?? [];
  return figures.keep({
    ...baseOf(figures, year, branch, group),
    value: items.length,
    formula: 'sum',
    inputs: [],
    records: () => recordsOf(items),
    sample: items.some(hasSample),
  });
}

function totalFigure(figures: Figures, year: number, branch: string | undefined): Figure {
  const lists = todoLists(figures, year, branch);
  const inputs = lists.map(({ group }) => groupFigure(figures, group, year, branch));
  const add = (values: readonly (number | null)[]): number =>
    values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return figures.keep({
    ...baseOf(figures, year, branch),
    value: add(inputs.map(({ value }) => value)),
    formula: 'sum',
    inputs: inputs.map(({ id }) => id),
    ...(inputs.length > 0 ? { derivation: { rule: '各类待办相加', value: add } } : {}),
    records: () => recordsOf(lists.flatMap(({ items }) => items)),
    sample: inputs.some(({ sample }) => sample),
  });
}

function baseOf({ ledger }: Figures, year: number, branch: string | undefined, group?: TodoGroup) {
  const unit = ledger.get('branches', branch);
  return {
    id: formatFigureId(TODO_MEASURE, { year: String(year), type: group, branch }),
    label: ['待办', ...(group ? [group] : []), ...(branch === undefined ? [] : [unit ? labelOf(unit) : branch])].join(
      '·',
    ),
    unit: '项',
  };
}

/** Each record once, with how many items are about it. */
function recordsOf(items: readonly TodoItem[]): FigureRecord[] {
  const entries = new Set(items.map(({ entry }) => entry));
  return Array.from(entries, (entry) => ({
    ...refOf(entry),
    amount: items.filter((item) => item.entry === entry).length,
  }));
}
