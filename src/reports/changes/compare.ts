import { printedFigures } from '../../document/inlines-of.js';
import { parseFigureId } from '../../figures/figure-id.js';
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
  /** How many changed records were not looked at, because there are too many. */
  readonly untried: number;
  /** Whether every figure is told, and every record on a line of its own. */
  readonly all: boolean;
}

/**
 * Compares the figures of the annual report and of the targets: those that its paragraphs and tables print, without a row
 * for each activity; or `all`, with those they are made of.
 */
export function compare(before: State, after: State, all = true): Comparison {
  const [old, now] = [sideOf(before, all), sideOf(after, all)];
  const figures = figureChanges(old, now);
  return { before, after, all, figures, ...recordChanges(figures, old.figures, now.figures) };
}

/** The state that contains a record of the comparison. */
export function stateOf({ before, after }: Comparison, { cause }: RecordChange): State {
  return cause === 'deleted' ? before : after;
}

function sideOf({ context }: State, all: boolean): Side {
  const { figures } = context;
  const annual = buildAnnual(context);
  const targets = [targetsTable(context)];
  if (all) return { figures, printed: [...annual.figures, ...collectFigures(targets, figures)] };
  const read = printedFigures([...annual.body, ...annual.appendices.flatMap(({ body }) => body), ...targets]);
  const printed = [...new Map(read.map((figure) => [figure.id, figure])).values()];
  return { figures, printed: printed.filter(({ id }) => parseFigureId(id)?.dimensions.activity === undefined) };
}
