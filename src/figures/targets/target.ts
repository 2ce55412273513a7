import type { Figure } from '../../document/figure.js';
import type { Light } from '../../document/report-document.js';
import type { Entry } from '../../ledger/ledger.js';
import { policyValue } from '../../ledger/policy-value.js';
import type { FigureSource } from '../figure-source.js';
import { type MeasuredCell, measuredCells } from './measured-cells.js';
import { type SeenTarget, seeTarget } from './seen-target.js';

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
  /** How much should be done by the day, rounded up. */
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
      light: lightOf(target, goal, done),
      cells: measuredCells(target),
      ...((each || per) && atLeast !== undefined ? { due: target.get('due') } : {}),
    };
  });
}

/**
 * 已完成; 绿灯 达到序时; 黄灯 at least the workspace's share of that; 红灯 below. None without a goal, where nothing is known,
 * before the target begins, and while less than one whole unit is due: then nobody is behind, and nobody ahead.
 */
function lightOf(target: SeenTarget, goal: Figure, done: Figure): Light {
  if (goal.value === null || done.value === null) return 'none';
  if (goal.value > 0 && done.value >= goal.value) return 'done';
  // Compared without dividing: what is printed is rounded, what decides is not.
  const { due, whole } = paceOf(target, goal.value);
  if (target.asOf < target.entry.value.from || due < whole) return 'none';
  if (done.value * whole >= due) return 'green';
  return done.value * whole * 100 >= due * policyValue(target.source.ledger, 'yellowFrom') ? 'yellow' : 'red';
}

/** How much is due by the day, as so many parts of a whole unit. */
function paceOf({ entry, get }: SeenTarget, goal: number): { readonly due: number; readonly whole: number } {
  const { each, per } = entry.value;
  if (each || per) return { due: get('due').value ?? 0, whole: 1 };
  return { due: goal * (get('elapsed').value ?? 0), whole: get('days').value ?? 1 };
}
