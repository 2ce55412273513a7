import type { Figure, FigureRecord } from '../../document/figure.js';

/** The number of rows shown on a screen; the rest is counted. */
const FIRST = 20;

/** The first of a long list, and how many more there are. */
export function shownOf<T>(items: readonly T[], all: boolean, first = FIRST): { items: readonly T[]; hidden: number } {
  const shown = all ? items : items.slice(0, first);
  return { items: shown, hidden: items.length - shown.length };
}

/** The number of rows under a list, as a figure whose records are the rows. */
export function tallyFigure(id: string, label: string, unit: string, rows: readonly (FigureRecord | Figure)[]): Figure {
  return {
    id,
    label,
    value: rows.length,
    unit,
    formula: 'count',
    inputs: [],
    records: () => rows.map((row) => ('kind' in row ? row : { kind: 'figures', id: row.id })),
    sample: false,
  };
}
