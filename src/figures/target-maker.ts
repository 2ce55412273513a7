import type { Figure } from '../document/figure.js';
import type { Light } from '../document/report-document.js';
import type { Entry } from '../ledger/ledger.js';
import { formatNumber } from '../text/format-number.js';
import type { CountedKind } from './countable.js';
import { formatFigureId } from './figure-id.js';
import type { Figures } from './figures.js';
import { policyFigure } from './policies.js';
import { sumOf } from './sum-of.js';

/** The measures every target has, each with the dimension `target`. */
export const TARGET_MEASURES: readonly string[] = ['goal', 'done', 'percent', 'pace', 'gap', 'expected'];

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
}

export type CountedRecords = readonly Entry<CountedKind>[];

/** Makes the figures of one target, each under its id. */
export class TargetMaker {
  constructor(
    private readonly figures: Figures,
    private readonly entry: Entry<'targets'>,
  ) {}

  counted(measure: string, label: string, records: CountedRecords, cell?: string): Figure {
    return this.keep(measure, label, {
      value: records.length,
      formula: 'count',
      records: () => records.map(({ id }) => id),
      sample: records.some(({ sample }) => sample),
      ...(cell === undefined ? {} : { cell }),
    });
  }

  summed(records: CountedRecords, field: string, cell?: string): Figure {
    const amounts = records.map(({ value }) => {
      const amount = (value as unknown as Record<string, unknown>)[field];
      return typeof amount === 'number' ? amount : null;
    });
    return this.keep('done', '已完成', {
      ...sumOf(amounts),
      formula: 'sum',
      records: () => records.map(({ id }) => id),
      sample: records.some(({ sample }) => sample),
      ...(cell === undefined ? {} : { cell }),
    });
  }

  /** A figure that stands in the target itself or follows from others. */
  number(measure: string, label: string, value: number | null, inputs: readonly string[], missing?: string): Figure {
    const records = (): string[] => [this.entry.id];
    return this.keep(measure, label, {
      value,
      formula: inputs.length > 0 ? 'count' : 'fact',
      inputs,
      records,
      ...(missing && value === null ? { missing } : {}),
    });
  }

  finish(goal: Figure, done: Figure, share: number, expectedValue: number | null): TargetFigures {
    const hasGoal = goal.value !== null && goal.value > 0;
    const ratio = hasGoal && done.value !== null ? oneDecimal(((done.value ?? 0) * 100) / (goal.value ?? 1)) : null;
    const elapsed = hasGoal ? oneDecimal(share * 100) : null;
    const none = goal.missing ?? done.missing ?? '—';
    const percent = this.ratio('percent', '完成率', ratio, '%', [done.id, goal.id], none, done.sample);
    const pace = this.ratio('pace', '序时进度', elapsed, '%', [goal.id], none, false);
    const gap = this.ratio(
      'gap',
      '与序时差',
      ratio === null || elapsed === null ? null : oneDecimal(ratio - elapsed),
      '百分点',
      [percent.id, pace.id],
      none,
      done.sample,
    );
    const expected = this.keep('expected', '应完成', {
      value: hasGoal ? expectedValue : null,
      formula: 'ratio',
      inputs: [goal.id],
      records: () => [this.entry.id],
      ...(hasGoal ? {} : { missing: none }),
    });
    return { entry: this.entry, goal, done, percent, pace, gap, expected, light: this.light(goal, done, expected) };
  }

  private ratio(
    measure: string,
    label: string,
    value: number | null,
    unit: string,
    inputs: readonly string[],
    missing: string,
    sample: boolean,
  ): Figure {
    return this.keep(measure, label, {
      value,
      unit,
      formula: 'ratio',
      inputs,
      records: () => [this.entry.id],
      sample,
      decimals: 1,
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

  private keep(
    measure: string,
    label: string,
    rest: Pick<Figure, 'value' | 'formula' | 'records'> & Partial<Figure> & { cell?: string },
  ): Figure {
    const { cell, ...figure } = rest;
    const id = formatFigureId(measure, { target: this.entry.id, cell });
    const title = [this.entry.value.title, label, ...(cell === undefined ? [] : [cell])].join('·');
    return this.figures.keep({
      unit: this.entry.value.unit,
      inputs: [],
      sample: this.entry.sample,
      ...figure,
      id,
      label: title,
    });
  }
}

/** Percentages are printed with one decimal, half up. */
function oneDecimal(value: number): number {
  return Number(formatNumber(value, 1));
}
