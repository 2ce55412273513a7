import type { Figure } from '../../document/figure.js';
import { addDays, daysFromTo } from '../../text/calendar-date.js';
import { formatNumber } from '../../text/format-number.js';
import { COUNTABLE } from '../countable.js';
import { type Days, shared, upTo } from '../days.js';
import { type Dimensions, daysOf, TIMES } from '../figure-id.js';
import { oneDecimal, percentOf } from '../percent.js';
import { refOf } from '../ref-of.js';
import type { FigureRow, Made } from '../row.js';
import { cellNamed, isDueAtOnce, type MeasuredCell, measuredCells, targetCells } from '../targets/measured-cells.js';
import { type SeenTarget, targetRow } from '../targets/seen-target.js';
import { belongsTo, cellsOf, type TargetCell } from '../targets/target-cells.js';
import { amountOf, amountValue, matching, type Records } from '../targets/target-records.js';

/** There is none before a target begins, nor before the one day on which all of it is due. */
function hasPace(target: SeenTarget): boolean {
  const { from, until } = target.entry.value;
  return from <= target.asOf && (until <= target.asOf || !isDueAtOnce(target));
}

/** The cells that an id of a target may name. */
const CELLS: FigureRow['allowed'] = {
  cell: (ledger, { target }) => {
    const entry = ledger.get('targets', target);
    return entry ? cellsOf(ledger, entry).map(({ key }) => key) : [];
  },
};

/** The figures of every target; its pace follows the elapsed days, for a target of cells the cells due. */
export const TARGET_ROWS: readonly FigureRow[] = [
  targetRow({ name: 'goal', label: '目标数', may: ['month', 'cell'], allowed: CELLS, make: goalOf }),
  targetRow({
    name: 'done',
    label: '已完成',
    // In a year or a part of it: what was done in its days alone. At a month's end: what was done up to then.
    may: [...TIMES, 'cell'],
    allowed: CELLS,
    make: (target, { cell, year, period }) => {
      const days = daysOf({ year, period });
      return cell === undefined ? doneOf(target, days) : doneInCell(target, cell, days);
    },
  }),
  targetRow({
    name: 'percent',
    label: '完成率',
    unit: '%',
    decimals: 1,
    may: ['month'],
    make: ({ get }) => share('已完成 ÷ 目标数 × 100', get('done'), get('goal')),
  }),
  targetRow({
    name: 'pace',
    label: '序时进度',
    unit: '%',
    decimals: 1,
    may: ['month'],
    make: (target) => {
      const { entry, get } = target;
      const { each, per } = entry.value;
      if (!hasPace(target)) return { ...stated(target, null), missing: '未到期' };
      // Nothing to be done is nothing behind: 0 of 0 cells.
      if (each || per) return share('到期数 ÷ 目标数 × 100', get('due'), get('goal'));
      return share('已过天数 ÷ 总天数 × 100', get('elapsed'), get('days'), get('goal'));
    },
  }),
  targetRow({
    name: 'gap',
    label: '与序时差',
    unit: '百分点',
    decimals: 1,
    may: ['month'],
    make: ({ get }) => ({
      made: 'derived',
      formula: 'ratio',
      inputs: [get('percent'), get('pace')],
      rule: '完成率 − 序时进度',
      value: ([reached = null, gone = null]) => (reached === null || gone === null ? null : oneDecimal(reached - gone)),
    }),
  }),
  targetRow({ name: 'expected', label: '应完成', may: ['month'], make: expectedOf }),
  targetRow({
    name: 'elapsed',
    label: '已过天数',
    unit: '天',
    may: ['month'],
    make: (target) => {
      const gone = upTo(target.entry.value, target.asOf);
      return stated(target, gone ? Math.max(daysFromTo(gone.from, gone.until), 0) : 0);
    },
  }),
  targetRow({
    name: 'days',
    label: '总天数',
    unit: '天',
    may: ['month'],
    make: (target) => {
      const { from, until } = target.entry.value;
      // An end before the beginning is an error of the data; forced reports still need a number.
      return stated(target, Math.max(daysFromTo(from, until), 1));
    },
  }),
  targetRow({
    name: 'due',
    label: '到期数',
    may: ['month'],
    make: (target) => {
      const { each, per } = target.entry.value;
      return each || per
        ? stated(target, targetCells(target).filter(({ until }) => until <= target.asOf).length)
        : undefined;
    },
  }),
];

/** What measureTarget has of each target. */
export const TARGET_MEASURES: readonly string[] = TARGET_ROWS.map(({ name }) => name);

/** A number stated in the target or computed from its days. */
export function stated({ entry }: SeenTarget, value: number | null, label?: string, unit?: string): Made {
  return {
    made: 'stated',
    value,
    missing: '频次未约定',
    records: [refOf(entry)],
    ...(label === undefined ? {} : { label }),
    ...(unit === undefined ? {} : { unit }),
  };
}

/** A count of a target. */
export function tally(rule: string, inputs: readonly Figure[]): Made & { readonly made: 'derived' } {
  return { made: 'derived', formula: 'count', inputs, rule, value: ({ length }) => length };
}

/** `part` of `whole` in percent, one decimal; no value without a goal. */
export function share(rule: string, part: Figure, whole: Figure, goal = whole): Made {
  return {
    made: 'derived',
    formula: 'ratio',
    inputs: whole === goal ? [part, whole] : [part, whole, goal],
    rule: `${rule}，保留一位小数`,
    value: ([some, all, aim = all]) => (aim ? percentOf(some, all) : null),
  };
}

function goalOf(target: SeenTarget, { cell }: Dimensions): Made | undefined {
  const { atLeast, each, per, count } = target.entry.value;
  if (cell !== undefined) {
    // The target's own unit is that of its cells.
    const unit = count.sum === undefined ? COUNTABLE[count.kind].unit : undefined;
    return cellNamed(target, cell) && stated(target, atLeast ?? null, undefined, unit);
  }
  if (atLeast === undefined || !(each || per)) return stated(target, atLeast ?? null);
  const cells = measuredCells(target).map(({ done }) => done);
  // What has been done in the cells does not matter.
  return { ...tally('要完成的各格的个数', cells), witnesses: [target.entry] };
}

/** The cells met; within a part of the target's days, those that were met in these days. */
function doneOf(target: SeenTarget, days: Days | null): Made {
  const { atLeast, each, per } = target.entry.value;
  if (atLeast === undefined || !(each || per))
    return { ...amountOf(target, matching(target, within(target.entry.value, days))), ...target.keeping };
  // A week that still runs is not expected yet, and so not done: both count those due.
  const atOnce = isDueAtOnce(target);
  const met = measuredCells(target).filter(
    (cell) => cell.met && (cell.due || atOnce) && (days === null || isMetWithin(target, cell, days, atLeast)),
  );
  const done = met.map((cell) => cell.done);
  return {
    ...target.keeping,
    ...tally(`达到${formatNumber(atLeast)}的格的个数`, done),
    records: () => done.flatMap((cell) => [...cell.records()]),
  };
}

/** Whether a cell became met within some days. */
function isMetWithin(target: SeenTarget, { cell }: MeasuredCell, { from, until }: Days, atLeast: number): boolean {
  const isMetBy = (day: string): boolean => {
    const days = upTo(cell, day);
    return days !== null && amountValue(target, inCell(target, cell, days)) >= atLeast;
  };
  return isMetBy(until) && !isMetBy(addDays(from, -1));
}

function doneInCell(target: SeenTarget, key: string, days: Days | null): Made | undefined {
  const cell = cellNamed(target, key);
  if (!cell) return undefined;
  const { kind, sum } = target.entry.value.count;
  const amount = amountOf(target, inCell(target, cell, within(cell, days)));
  // The target's own unit is that of its cells: 周次.
  return { ...amount, ...target.keeping, ...(sum === undefined ? { unit: COUNTABLE[kind].unit } : {}) };
}

/** The intersection of a target's or cell's days with others. */
function within(own: Days, days: Days | null): Days | null {
  return days === null ? own : shared(own, days);
}

function inCell(target: SeenTarget, cell: TargetCell, days: Days | null): Records {
  return matching(target, days).filter((record) => belongsTo(target.entry, record, cell));
}

/** The expected number: for a plain target it grows day by day, for one of cells it is the cells due. */
function expectedOf({ entry, get }: SeenTarget): Made {
  const { each, per } = entry.value;
  if (each || per) {
    return {
      made: 'derived',
      formula: 'ratio',
      inputs: [get('goal'), get('due')],
      rule: '到期数',
      value: ([aim, gone = null]) => (aim ? gone : null),
    };
  }
  return {
    made: 'derived',
    formula: 'ratio',
    inputs: [get('goal'), get('elapsed'), get('days')],
    rule: '目标数 × 已过天数 ÷ 总天数，有小数的进一',
    value: ([aim, gone = null, all]) => (aim && all && gone !== null ? Math.ceil((aim * gone) / all) : null),
  };
}
