import type { Revision } from '../../git/revision.js';
import { type FigureChange, figureChanges, type Side } from '../../history/figure-changes.js';
import { type RecordChange, recordChanges } from '../../history/record-changes.js';
import type { RecordSnapshot } from '../../history/record-snapshot.js';
import { buildAnnual } from '../annual/annual-document.js';
import { collectFigures } from '../collect-figures.js';
import type { ReportContext } from '../context.js';
import { targetsTable } from '../tables/targets-table.js';

/** One of the two states that are compared. */
export interface State {
  readonly context: ReportContext;
  /** Absent for the files as they are. */
  readonly revision?: Revision;
  /** Where a record of this state stands: file as the user opens it, and line. */
  readonly placeOf: (record: RecordSnapshot) => { readonly file: string; readonly line: number };
}

/** Two states of one year's figures, and what differs. */
export interface Comparison {
  readonly before: State;
  readonly after: State;
  readonly figures: readonly FigureChange[];
  readonly records: readonly RecordChange[];
}

/** Compares the figures of the annual report and of the targets. */
export function compare(before: State, after: State): Comparison {
  const [old, now] = [sideOf(before), sideOf(after)];
  const figures = figureChanges(old, now);
  return { before, after, figures, records: recordChanges(figures, old.figures, now.figures) };
}

/** The state that contains a record of the comparison. */
export function stateOf({ before, after }: Comparison, { cause }: RecordChange): State {
  return cause === 'deleted' ? before : after;
}

function sideOf({ context }: State): Side {
  const targets = collectFigures([targetsTable(context)], context.figures);
  return { figures: context.figures, printed: [...buildAnnual(context).figures, ...targets] };
}
