import type { Figure } from '../../document/figure.js';
import type { Light } from '../../document/report-document.js';
import type { Entry } from '../../ledger/ledger.js';
import { policyValue } from '../../ledger/policy-value.js';
import type { FigureSource } from '../figure-source.js';
import { type MeasuredCell, measuredCells } from './measured-cells.js';
import { seeTarget } from './seen-target.js';

/** The figures of one target as of the day. Without a goal there is no percentage, pace or light. */
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

/** The figures of one target as of the figures' day, or as of the end of an earlier month (YYYY-MM). */
export function measureTarget(source: FigureSource, entry: Entry<'targets'>, month?: string): TargetFigures {
  return source.once(`target ${month ?? ''} ${entry.id}`, () => {
    const target = seeTarget(source, entry, month);
    const [goal, done, expected] = [target.get('goal'), target.get('done'), target.get('expected')];
    const { atLeast, each, per } = entry.value;
    return {
      entry,
      goal,
      done,
      percent: target.get('percent'),
      pace: target.get('pace'),
      gap: target.get('gap'),
      expected,
      light: lightOf(source, goal, done, expected),
      cells: measuredCells(target),
      ...((each || per) && atLeast !== undefined ? { due: target.get('due') } : {}),
    };
  });
}

/** none without a goal; 已完成; 绿灯 达到序时; 黄灯 at least the workspace's share of the expected number; 红灯 below. */
function lightOf({ ledger }: FigureSource, goal: Figure, done: Figure, expected: Figure): Light {
  if (goal.value === null || done.value === null || expected.value === null) return 'none';
  if (goal.value > 0 && done.value >= goal.value) return 'done';
  if (done.value >= expected.value) return 'green';
  const yellowFrom = policyValue(ledger, 'yellowFrom');
  return done.value * 100 >= expected.value * yellowFrom ? 'yellow' : 'red';
}
