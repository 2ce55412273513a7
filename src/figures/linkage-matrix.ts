import type { Figure } from '../document/figure.js';
import type { Entry } from '../ledger/ledger.js';
import { type Dimensions, formatFigureId } from './figure-id.js';
import type { Figures } from './figures.js';
import { yearPeriod } from './period.js';

/** What the matrix of 五联 and pairings is asked for; a program's pairings and linkages make its cells. */
type MatrixDimensions = Pick<Dimensions, 'year' | 'program' | 'pairing' | 'linkage'>;

/** Activities and meetings held under a linkage and a pairing; each once, whichever of the two is left open. */
export function linked(figures: Figures, dimensions: MatrixDimensions): Figure {
  // Sums, tables and problems ask for the same cells.
  const known = figures.kept(formatFigureId('linked', dimensions));
  if (known) return known;
  const parts = ['linked-activities', 'linked-meetings'].map((measure) => figures.get(measure, dimensions));
  return keep(figures, 'linked', dimensions, {
    label: '五联开展',
    unit: '次',
    inputs: parts,
    derivation: {
      rule: '活动场次 + 会议次数',
      value: (values) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    },
  });
}

/** How many cells a program's matrix has, or one of its rows or columns. */
export function matrixCells(figures: Figures, dimensions: MatrixDimensions): Figure {
  return keep(figures, 'matrix-cells', dimensions, {
    label: '五联应覆盖',
    unit: '项',
    inputs: cellsOf(figures, dimensions),
    derivation: { rule: '结对与联建内容两两对应的项数', value: ({ length }) => length },
    // The cells are there whatever was held in them.
    sample: pairingsOf(figures, dimensions).some(({ sample }) => sample),
  });
}

/** In how many cells nothing has been held yet. */
export function gaps(figures: Figures, dimensions: MatrixDimensions): Figure {
  return keep(figures, 'gaps', dimensions, {
    label: '五联空白',
    unit: '项',
    inputs: cellsOf(figures, dimensions),
    derivation: { rule: '其中尚未开展的项数', value: (values) => values.filter((value) => value === 0).length },
  });
}

/** The cells of a program's matrix in a year: its pairings in force by its linkages, cut to what is asked for. */
function cellsOf(figures: Figures, { year, program, pairing, linkage }: MatrixDimensions): readonly Figure[] {
  const linkages = figures.ledger.get('programs', program)?.value.linkages ?? [];
  return pairingsOf(figures, { year, program, pairing }).flatMap(({ id }) =>
    linkages
      .filter((each) => linkage === undefined || each.id === linkage)
      .map((each) => linked(figures, { year, pairing: id, linkage: each.id })),
  );
}

function pairingsOf(figures: Figures, { year, program, pairing }: MatrixDimensions): readonly Entry<'pairings'>[] {
  return figures
    .counted('pairings', year === undefined ? null : yearPeriod(Number(year)))
    .filter(({ id, value }) => value.program === program && (pairing === undefined || id === pairing));
}

function keep(
  figures: Figures,
  measure: string,
  dimensions: MatrixDimensions,
  {
    inputs,
    derivation,
    ...more
  }: Pick<Figure, 'label' | 'unit'> & {
    readonly sample?: boolean;
    readonly inputs: readonly Figure[];
    readonly derivation: NonNullable<Figure['derivation']>;
  },
): Figure {
  const { year, ...others } = dimensions;
  const names = Object.values(others).filter((value) => value !== undefined);
  const made = inputs.length > 0 ? { inputs: inputs.map(({ id }) => id), derivation } : { inputs: [] };
  return figures.keep({
    sample: inputs.some(({ sample }) => sample),
    ...more,
    ...made,
    id: formatFigureId(measure, dimensions),
    label: [more.label, ...names].join('·'),
    value: derivation.value(inputs.map(({ value }) => value)),
    formula: 'count',
    records: () => [
      ...new Map(inputs.flatMap((input) => [...input.records()].map((ref) => [`${ref.kind}/${ref.id}`, ref]))).values(),
    ],
  });
}
