import type { Figure } from '../document/figure.js';
import type { Light } from '../document/report-document.js';
import { branchInterval, overlaps, pairingInterval } from '../ledger/in-force.js';
import type { Entry } from '../ledger/ledger.js';
import { daysFromTo } from '../text/calendar-date.js';
import type { CountedKind } from './countable.js';
import { formatFigureId } from './figure-id.js';
import type { Figures } from './figures.js';
import { cyclesOf, type Period, upTo } from './period.js';
import { policyFigure } from './policies.js';
import { fieldsReferringTo, matches } from './where.js';

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

/** One thing to be done once: a week, a branch, or a branch in a week. */
interface TargetCell extends Period {
  readonly key: string;
  readonly of?: Entry;
}

type Records = readonly Entry<CountedKind>[];

export function measureTarget(figures: Figures, entry: Entry<'targets'>): TargetFigures {
  const { each, per } = entry.value;
  return each || per ? measureCells(figures, entry) : measureTotal(figures, entry);
}

/** A plain target: so many within the days; what is expected grows day by day. */
function measureTotal(figures: Figures, entry: Entry<'targets'>): TargetFigures {
  const { from, until, atLeast, count } = entry.value;
  const maker = new TargetMaker(figures, entry);
  const records = matching(figures, entry, entry.value);
  const done = count.sum === undefined ? maker.counted('done', '已完成', records) : maker.summed(records, count.sum);
  const goal = atLeast === undefined ? null : atLeast;
  const elapsed = Math.max(daysFromTo(from, figures.asOf < until ? figures.asOf : until), 0);
  const share = elapsed / daysFromTo(from, until);
  return maker.finish(maker.number('goal', '目标数', goal, [], '频次未约定'), done, share, goal === null ? null : Math.floor(goal * share));
}

/** A target of cells: each must be met by its last day, so what is expected are the cells due. */
function measureCells(figures: Figures, entry: Entry<'targets'>): TargetFigures {
  const maker = new TargetMaker(figures, entry);
  const { atLeast } = entry.value;
  const cells = cellsOf(figures, entry);
  const made = cells.map((cell) => {
    const records = matching(figures, entry, cell).filter((record) => belongsTo(entry, record, cell));
    return maker.counted('done', '已完成', records, cell.key);
  });
  if (atLeast === undefined) {
    const done = maker.counted('done', '已完成', matching(figures, entry, entry.value));
    return maker.finish(maker.number('goal', '目标数', null, [], '频次未约定'), done, 0, null);
  }
  const met = made.filter((cell) => (cell.value ?? 0) >= atLeast);
  const ids = made.map(({ id }) => id);
  const goal = maker.number('goal', '目标数', cells.length, ids);
  const done: Figure = { ...maker.number('done', '已完成', met.length, met.map(({ id }) => id)), records: () => met.flatMap((cell) => [...cell.records()]), sample: met.some(({ sample }) => sample) };
  const due = cells.filter((cell) => cell.until <= figures.asOf).length;
  return maker.finish(goal, figures.keep(done), cells.length === 0 ? 0 : due / cells.length, due);
}

function cellsOf({ ledger }: Figures, { value }: Entry<'targets'>): readonly TargetCell[] {
  const { from, until, each, per } = value;
  const cycles = per ? cyclesOf({ from, until }, per) : [{ from, until, key: '' }];
  if (!each) return cycles;
  const subjects = ledger.all(each.kind).filter((subject) => matches(ledger, subject, each.where));
  return subjects.flatMap((subject) =>
    cycles
      .filter((cycle) => inForce(ledger, subject, cycle))
      .map((cycle) => ({ ...cycle, of: subject, key: cycle.key ? `${subject.id}/${cycle.key}` : subject.id })),
  );
}

function inForce(ledger: Figures['ledger'], subject: Entry, { from, until }: Period): boolean {
  if (subject.kind === 'branches') return overlaps(branchInterval(ledger, subject as Entry<'branches'>), from, until);
  if (subject.kind === 'pairings') return overlaps(pairingInterval(ledger, subject as Entry<'pairings'>), from, until);
  return true;
}

function matching(figures: Figures, { value }: Entry<'targets'>, period: Period): Records {
  return figures
    .counted(value.count.kind, upTo(period, figures.asOf) ?? { from: '9999-12-31', until: '9999-12-31' })
    .filter((record) => matches(figures.ledger, record, value.count.where));
}

/** Whether a record counts for the branch, pairing or board a cell is about. */
function belongsTo({ value }: Entry<'targets'>, record: Entry, cell: TargetCell): boolean {
  if (!cell.of || !value.each) return true;
  const field = value.each.by ?? fieldsReferringTo(value.count.kind, value.each.kind)[0] ?? '';
  return [(record.value as unknown as Record<string, unknown>)[field]].flat().includes(cell.of.id);
}

/** Makes the figures of one target, each under its id. */
class TargetMaker {
  constructor(
    private readonly figures: Figures,
    private readonly entry: Entry<'targets'>,
  ) {}

  counted(measure: string, label: string, records: Records, cell?: string): Figure {
    return this.keep(measure, label, {
      value: records.length,
      formula: 'count',
      records: () => records.map(({ id }) => id),
      sample: records.some(({ sample }) => sample),
      ...(cell === undefined ? {} : { cell }),
    });
  }

  summed(records: Records, field: string): Figure {
    const amounts = records.map(({ value }) => (value as unknown as Record<string, unknown>)[field]).filter((amount) => typeof amount === 'number');
    const value = records.length > 0 && amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0);
    return this.keep('done', '已完成', {
      value,
      formula: 'sum',
      records: () => records.map(({ id }) => id),
      sample: records.some(({ sample }) => sample),
      ...(value === null ? { missing: '暂未统计' } : {}),
    });
  }

  /** A figure that stands in the target itself or follows from others. */
  number(measure: string, label: string, value: number | null, inputs: readonly string[], missing?: string): Figure {
    const records = (): string[] => [this.entry.id];
    return this.keep(measure, label, { value, formula: inputs.length > 0 ? 'count' : 'fact', inputs, records, ...(missing && value === null ? { missing } : {}) });
  }

  finish(goal: Figure, done: Figure, share: number, expectedValue: number | null): TargetFigures {
    const hasGoal = goal.value !== null && goal.value > 0 && done.value !== null;
    const ratio = hasGoal ? oneDecimal(((done.value ?? 0) / (goal.value ?? 1)) * 100) : null;
    const elapsed = hasGoal ? oneDecimal(share * 100) : null;
    const none = goal.missing ?? done.missing ?? '—';
    const percent = this.ratio('percent', '完成率', ratio, '%', [done.id, goal.id], none, done.sample);
    const pace = this.ratio('pace', '序时进度', elapsed, '%', [goal.id], none, false);
    const gap = this.ratio('gap', '与序时差', ratio === null || elapsed === null ? null : oneDecimal(ratio - elapsed), '百分点', [percent.id, pace.id], none, done.sample);
    const expected = this.keep('expected', '应完成', {
      value: hasGoal ? expectedValue : null,
      formula: 'ratio',
      inputs: [goal.id],
      records: () => [this.entry.id],
      ...(hasGoal ? {} : { missing: none }),
    });
    return { entry: this.entry, goal, done, percent, pace, gap, expected, light: this.light(goal, done, expected) };
  }

  private ratio(measure: string, label: string, value: number | null, unit: string, inputs: readonly string[], missing: string, sample: boolean): Figure {
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

  /** 已完成; 绿灯 达到序时; 黄灯 at least the workspace's share of what is expected; 红灯 below. */
  private light(goal: Figure, done: Figure, expected: Figure): Light {
    if (goal.value === null || done.value === null || expected.value === null) return 'none';
    if (goal.value > 0 && done.value >= goal.value) return 'done';
    if (done.value >= expected.value) return 'green';
    const yellowFrom = policyFigure(this.figures.ledger, 'yellowFrom').value;
    return done.value * 100 >= expected.value * yellowFrom ? 'yellow' : 'red';
  }

  private keep(measure: string, label: string, rest: Pick<Figure, 'value' | 'formula' | 'records'> & Partial<Figure> & { cell?: string }): Figure {
    const { cell, ...figure } = rest;
    const id = formatFigureId(measure, { target: this.entry.id, cell });
    const title = [this.entry.value.title, label, ...(cell === undefined ? [] : [cell])].join('·');
    return this.figures.keep({ unit: this.entry.value.unit, inputs: [], sample: this.entry.sample, ...figure, id, label: title });
  }
}

/** Percentages are printed with one decimal, half up. */
function oneDecimal(value: number): number {
  return Math.round((value + Number.EPSILON) * 10) / 10;
}
