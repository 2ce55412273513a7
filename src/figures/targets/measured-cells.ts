import type { Figure } from '../../document/figure.js';
import type { SeenTarget } from './seen-target.js';
import { cellsOf, type TargetCell } from './target-cells.js';

/** One cell of a target and what has been done in it. */
export interface MeasuredCell {
  readonly cell: TargetCell;
  readonly done: Figure;
  readonly met: boolean;
  /** Its last day has passed: what is not met is missing, not still to come. */
  readonly due: boolean;
  /** Whether anybody has kept what it counts: else what is not met is unknown, not missing. */
  readonly kept: boolean;
}

/**
 * The measured cells of a target (weeks, branches), in order; empty for a plain target, and where cells have no goal.
 */
export function measuredCells(target: SeenTarget): readonly MeasuredCell[] {
  const { source, entry, asOf, month = '' } = target;
  const kept = target.keeping.unknown === undefined;
  const { atLeast, each, per } = entry.value;
  if (atLeast === undefined || !(each || per)) return [];
  return source.once(`measured cells ${month} ${entry.id}`, () =>
    targetCells(target).map((cell) => {
      const done = target.get('done', cell.key);
      return { cell, done, met: (done.value ?? 0) >= atLeast, due: cell.until <= asOf, kept };
    }),
  );
}

/** The cells whose last day has passed without being met: weeks without an inspection. */
export function missedCells(cells: readonly MeasuredCell[]): readonly MeasuredCell[] {
  return cells.filter(({ due, met, kept }) => kept && due && !met);
}

/** Whether all of a target is due on one last day, as what each branch has to do once: then there is no pace before it. */
export function isDueAtOnce(target: SeenTarget): boolean {
  const { atLeast, each, per } = target.entry.value;
  if (atLeast === undefined || !(each || per)) return false;
  return new Set(targetCells(target).map(({ until }) => until)).size <= 1;
}

/** The cells of a target, in order. */
export function targetCells(target: SeenTarget): readonly TargetCell[] {
  return [...cellsByKey(target).values()];
}

export function cellNamed(target: SeenTarget, key: string): TargetCell | undefined {
  return cellsByKey(target).get(key);
}

function cellsByKey({ source, entry }: SeenTarget): ReadonlyMap<string, TargetCell> {
  const cells = () => new Map(cellsOf(source.ledger, entry).map((cell) => [cell.key, cell]));
  return source.once(`cells ${entry.id}`, cells);
}
