import type { Derivation, Figure, FigureRecord } from '../document/figure.js';
import type { Light } from '../document/report-document.js';
import { type Entry, fieldsOf } from '../ledger/ledger.js';
import { formatNumber } from '../text/format-number.js';
import type { CountedKind } from './countable.js';
import { formatFigureId } from './figure-id.js';
import type { Figures } from './figures.js';
import { oneDecimal, percentOf } from './percent.js';
import { policyFigure } from './policies.js';
import { refOf } from './ref-of.js';
import { sumOf } from './sum-of.js';
import type { TargetCell } from './target-cells.js';

/** The measures a target has, each with the dimension `target`; cells have `due`, the others `elapsed` and `days`. */
export const TARGET_MEASURES: readonly string[] = [
  'goal',
  'done',
  'percent',
  'pace',
  'gap',
  'expected',
  'elapsed',
  'days',
  'due',
];

/** Measures whose unit is the day, whatever the target counts. */
const DAY_MEASURES: readonly string[] = ['elapsed', 'days', 'window-90', 'window-30'];

/** What is known of one target on the day. Without a goal there is no percent, pace or light. */
export interface TargetFigures {
  readonly entry: Entry<'targets'>;
  readonly goal: Figure;
  readonly done: Figure;
  /** done / goal × 100, one decimal, not capped. */
  readonly percent: Figure;
  /** Share of the days gone, or of the cells due, in percent. */
  readonly pace: Figure;
  /** percent − pace, in percentage points. */
  readonly gap: Figure;
  /** How much should be done by the day, rounded down. */
  readonly expected: Figure;
  readonly light: Light;
  /** How many cells have fallen due; only of a target of cells. */
  readonly due?: Figure;
  /** What must be done cell by cell (weeks, branches), in order; empty for a plain target. */
  readonly cells: readonly MeasuredCell[];
}

/** One cell of a target and what has been done in it. */
export interface MeasuredCell {
  readonly cell: TargetCell;
  readonly done: Figure;
  readonly met: boolean;
  /** Its last day has passed: what is not met is missing, not still to come. */
  readonly due: boolean;
}

export type CountedRecords = readonly Entry<CountedKind>[];

/** A figure to be kept: what differs from one of this target's to the next. */
type Draft = Pick<Figure, 'formula' | 'value'> & Partial<Figure> & { readonly cell?: string | undefined };

/** Makes the figures of one target, each under its id. */
export class TargetMaker {
  constructor(
    private readonly figures: Figures,
    readonly entry: Entry<'targets'>,
    /** The month at whose end the target is seen, YYYY-MM; the figures' day without one. */
    private readonly month?: string,
  ) {}

  /** What records amount to: their number, or the sum of the field the target names. */
  amount(measure: string, label: string, records: CountedRecords, cell?: string): Figure {
    const { sum } = this.entry.value.count;
    return sum === undefined
      ? this.counted(measure, label, records, cell)
      : this.summed(measure, label, records, sum, cell);
  }

  private counted(measure: string, label: string, records: CountedRecords, cell?: string): Figure {
    return this.keep(measure, label, {
      value: records.length,
      formula: 'count',
      records: () => records.map(refOf),
      sample: records.some(({ sample }) => sample),
      cell,
    });
  }

  private summed(measure: string, label: string, records: CountedRecords, field: string, cell?: string): Figure {
    const amounts = records.map(({ value }) => {
      const amount = fieldsOf(value)[field];
      return typeof amount === 'number' ? amount : null;
    });
    const hedged = records.some(({ value }) => `${field}Bound` in value);
    return this.keep(measure, label, {
      ...sumOf(amounts, hedged),
      formula: 'sum',
      records: () => records.map((entry, index) => ({ ...refOf(entry), amount: amounts[index] ?? null })),
      sample: records.some(({ sample }) => sample),
      cell,
    });
  }

  /** A number that stands in the target itself or follows from its days. */
  stated(measure: string, label: string, value: number | null, missing = '—'): Figure {
    const unit = DAY_MEASURES.includes(measure) ? { unit: '天' } : {};
    return this.keep(measure, label, { value, formula: 'fact', ...unit, ...(value === null ? { missing } : {}) });
  }

  /** How many cells there are to meet; what has been done in them does not matter. */
  cells(cells: readonly Figure[]): Figure {
    return this.tally('goal', '目标数', '要完成的各格的个数', cells, { sample: this.entry.sample });
  }

  /** How many cells reach `atLeast`. */
  met(cells: readonly MeasuredCell[], atLeast: number): Figure {
    const met = cells.flatMap((cell) => (cell.met ? [cell.done] : []));
    return this.tally('done', '已完成', `达到${formatNumber(atLeast)}的格的个数`, met, {
      records: () => met.flatMap((cell) => [...cell.records()]),
    });
  }

  paceByDays(goal: Figure, elapsed: Figure, days: Figure): Figure {
    return this.percentage('pace', '序时进度', '已过天数 ÷ 总天数 × 100', elapsed, days, goal);
  }

  paceByCells(goal: Figure, due: Figure): Figure {
    // Nothing to be done is nothing behind: 0 of 0 cells.
    return this.percentage('pace', '序时进度', '到期数 ÷ 目标数 × 100', due, goal);
  }

  expectedByDays(goal: Figure, elapsed: Figure, days: Figure): Figure {
    return this.derived('expected', '应完成', 'ratio', [goal, elapsed, days], {
      rule: '目标数 × 已过天数 ÷ 总天数，舍去小数',
      value: ([aim, gone, all]) =>
        aim && all && gone !== null && gone !== undefined ? Math.floor((aim * gone) / all) : null,
    });
  }

  expectedByCells(goal: Figure, due: Figure): Figure {
    return this.derived('expected', '应完成', 'ratio', [goal, due], {
      rule: '到期数',
      value: ([aim, gone]) => (aim ? (gone ?? null) : null),
    });
  }

  finish(
    goal: Figure,
    done: Figure,
    pace: Figure,
    expected: Figure,
    cells: readonly MeasuredCell[] = [],
    due?: Figure,
  ): TargetFigures {
    const percent = this.percentage('percent', '完成率', '已完成 ÷ 目标数 × 100', done, goal);
    const gap = this.derived(
      'gap',
      '与序时差',
      'ratio',
      [percent, pace],
      {
        rule: '完成率 − 序时进度',
        value: ([reached, gone]) =>
          reached === null || reached === undefined || gone === null || gone === undefined
            ? null
            : oneDecimal(reached - gone),
      },
      { unit: '百分点', decimals: 1 },
    );
    const light = this.light(goal, done, expected);
    return { entry: this.entry, goal, done, percent, pace, gap, expected, light, cells, ...(due ? { due } : {}) };
  }

  /** `part` of `whole` in percent, one decimal; nothing without a goal. */
  percentage(measure: string, label: string, rule: string, part: Figure, whole: Figure, goal = whole): Figure {
    const inputs = whole === goal ? [part, whole] : [part, whole, goal];
    return this.derived(
      measure,
      label,
      'ratio',
      inputs,
      {
        rule: `${rule}，保留一位小数`,
        value: ([some, all, aim = all]) => (aim ? percentOf(some, all) : null),
      },
      { unit: '%', decimals: 1 },
    );
  }

  /** How many figures there are. */
  tally(measure: string, label: string, rule: string, inputs: readonly Figure[], more: Partial<Figure> = {}): Figure {
    if (inputs.length === 0) return this.keep(measure, label, { value: 0, formula: 'count', records: () => [] });
    return this.derived(measure, label, 'count', inputs, { rule, value: ({ length }) => length }, more);
  }

  /** A figure made of others: a sample behind one of them stands behind it too. */
  derived(
    measure: string,
    label: string,
    formula: Figure['formula'],
    inputs: readonly Figure[],
    derivation: Derivation,
    more: Partial<Figure> = {},
  ): Figure {
    const { missing: reason = '—', ...rest } = more;
    const value = derivation.value(inputs.map((input) => input.value));
    const missing = inputs.find((input) => input.missing !== undefined)?.missing ?? reason;
    return this.keep(measure, label, {
      value,
      formula,
      inputs: inputs.map(({ id }) => id),
      derivation,
      sample: this.entry.sample || inputs.some(({ sample }) => sample),
      ...rest,
      ...(value === null ? { missing } : {}),
    });
  }

  /** None without a goal; 已完成; 绿灯 达到序时; 黄灯 at least the workspace's share of what is expected; 红灯 below. */
  private light(goal: Figure, done: Figure, expected: Figure): Light {
    if (goal.value === null || done.value === null || expected.value === null) return 'none';
    if (goal.value > 0 && done.value >= goal.value) return 'done';
    if (done.value >= expected.value) return 'green';
    const yellowFrom = policyFigure(this.figures.ledger, 'yellowFrom').value;
    return done.value * 100 >= expected.value * yellowFrom ? 'yellow' : 'red';
  }

  private keep(measure: string, label: string, { cell, ...figure }: Draft): Figure {
    const id = formatFigureId(measure, { month: this.month, target: this.entry.id, cell });
    const title = [this.entry.value.title, label, ...[this.month, cell].filter((part) => part !== undefined)].join('·');
    return this.figures.keep({
      unit: this.entry.value.unit,
      inputs: [],
      records: (): FigureRecord[] => [refOf(this.entry)],
      sample: this.entry.sample,
      ...figure,
      id,
      label: title,
    });
  }
}
