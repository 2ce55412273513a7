import { alertCount } from './alert-count.js';
import { ALERT_TYPES } from './alerts.js';
import { COMPOSED } from './composed/composed-named.js';
import type { Dimension, Dimensions } from './figure-id.js';
import type { Figures } from './figures.js';
import { gaps, linked, matrixCells } from './linkage-matrix.js';
import { COVERAGE_MEASURES, coverageIn, metDueOf, missedOf } from './target-coverage.js';
import { TARGET_MEASURES } from './target-maker.js';
import { PROJECTION_MEASURES, projectionOf } from './target-projection.js';
import { lateDays } from './task-figures.js';
import { todoFigure } from './todo/todo-figure.js';
import { TODO_GROUPS, TODO_MEASURE } from './todo/todo-item.js';

/** Figures that are more than a row of MEASURES: which ids they have, and what makes and keeps them. */
interface FigureFamily {
  readonly measures: readonly string[];
  /** What an id must name, and what it may. */
  readonly needs: readonly Dimension[];
  readonly may?: readonly Dimension[];
  /** The words `type` may be. */
  readonly types?: readonly string[];
  /** Makes the figure of an id (often with its whole family) and keeps it; nothing where what is named is not there. */
  readonly make: (figures: Figures, measure: string, dimensions: Dimensions) => void;
}

/** Every family: a new one is a row here. */
const FAMILIES: readonly FigureFamily[] = [
  {
    measures: TARGET_MEASURES.filter((measure) => measure !== 'done'),
    needs: ['target'],
    may: ['month'],
    make: makeTarget,
  },
  {
    measures: ['done'],
    needs: ['target'],
    // What is done is told cell by cell too.
    may: ['month', 'cell'],
    make: makeTarget,
  },
  {
    measures: PROJECTION_MEASURES,
    needs: ['target'],
    make: (figures, _, { target }) => {
      const entry = figures.ledger.get('targets', target);
      if (entry) projectionOf(figures, entry);
    },
  },
  {
    measures: COVERAGE_MEASURES,
    needs: ['target'],
    may: ['month'],
    make: (figures, measure, { target, month }) => {
      const entry = figures.ledger.get('targets', target);
      if (!entry) return;
      if (month !== undefined) coverageIn(figures, entry, month);
      else if (measure === 'missed') missedOf(figures, entry);
      else metDueOf(figures, entry);
    },
  },
  {
    measures: ['linked'],
    needs: ['year'],
    may: ['program', 'pairing', 'linkage'],
    make: (figures, _, { year, program, pairing, linkage }) => {
      linked(figures, { year, program, pairing, linkage });
    },
  },
  {
    measures: ['matrix-cells', 'gaps'],
    // Only a programme's pairings and linkages make cells.
    needs: ['year', 'program'],
    may: ['pairing', 'linkage'],
    make: (figures, measure, { year, program, pairing, linkage }) => {
      (measure === 'gaps' ? gaps : matrixCells)(figures, { year, program, pairing, linkage });
    },
  },
  {
    measures: ['late-days'],
    needs: ['task'],
    make: (figures, _, { task }) => {
      const entry = figures.ledger.get('tasks', task);
      if (entry) lateDays(figures, entry);
    },
  },
  {
    measures: ['alerts'],
    needs: ['year', 'type'],
    types: ALERT_TYPES,
    make: (figures, _, { year, type = '' }) => {
      alertCount(figures, Number(year), type);
    },
  },
  {
    measures: [TODO_MEASURE],
    needs: ['year'],
    may: ['type', 'branch'],
    types: TODO_GROUPS,
    make: (figures, _, dimensions) => {
      todoFigure(figures, dimensions);
    },
  },
  ...COMPOSED.map(({ name, needs, may = [] }) => ({
    measures: [name],
    needs,
    may,
    make: (figures: Figures, measure: string, dimensions: Dimensions): void => {
      figures.get(measure, dimensions);
    },
  })),
];

function makeTarget(figures: Figures, _: string, { target, month }: Dimensions): void {
  const entry = figures.ledger.get('targets', target);
  if (entry) figures.target(entry, month);
}

export const FAMILY_MEASURES: readonly string[] = FAMILIES.flatMap(({ measures }) => measures);

export function familyOf(measure: string): FigureFamily | undefined {
  return FAMILIES.find(({ measures }) => measures.includes(measure));
}
