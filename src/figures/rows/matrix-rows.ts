import { type Figure, recordIds } from '../../document/figure.js';
import type { Entry } from '../../ledger/ledger.js';
import type { Dimensions } from '../figure-id.js';
import { daysOf } from '../figure-id.js';
import type { FigureSource } from '../figure-source.js';
import type { FigureRow, Made } from '../row.js';

const WITHIN = ['period', 'program', 'pairing', 'linkage'] as const;

/** The matrix of 五联 and pairings, and the pairings without any record. */
export const MATRIX_ROWS: readonly FigureRow[] = [
  {
    name: 'linked',
    label: '五联开展',
    namesIds: true,
    unit: '次',
    needs: ['year'],
    may: WITHIN,
    // Activities and meetings held under a linkage and a pairing; each once, whichever of the two is left open.
    make: (source, dimensions) =>
      overInputs(
        ['linked-activities', 'linked-meetings'].map((measure) => source.get(measure, dimensions)),
        '活动场次 + 会议次数，没有登记的一类不计',
        (values) => (isUnknown(values) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0)),
      ),
  },
  {
    name: 'matrix-cells',
    label: '五联应覆盖',
    namesIds: true,
    unit: '项',
    // Only a programme's pairings and linkages make cells.
    needs: ['year', 'program'],
    may: ['period', 'pairing', 'linkage'],
    make: (source, dimensions) => ({
      ...overInputs(cellsOf(source, dimensions), '结对与联建内容两两对应的项数', ({ length }) => length),
      // The cells are there whatever was held in them.
      witnesses: pairingsOf(source, dimensions),
    }),
  },
  {
    name: 'gaps',
    label: '五联空白',
    namesIds: true,
    unit: '项',
    needs: ['year', 'program'],
    may: ['period', 'pairing', 'linkage'],
    make: (source, dimensions) => overInputs(cellsOf(source, dimensions), '其中尚未开展的项数', zeros),
  },
  {
    name: 'idle-pairings',
    label: '没有活动的结对',
    unit: '对',
    needs: ['year'],
    may: ['period', 'program', 'branch', 'pairing'],
    make: (source, dimensions) => ({
      made: 'derived',
      formula: 'count',
      inputs: recordIds(source.get('pairings', dimensions)).map((pairing) =>
        source.get('activities', { year: dimensions.year, period: dimensions.period, pairing }),
      ),
      rule: '活动为零的结对的个数',
      value: zeros,
    }),
  },
];

/** Whether there is something, and nothing of it is known. */
const isUnknown = (values: readonly (number | null)[]): boolean =>
  values.length > 0 && values.every((value) => value === null);

const zeros = (values: readonly (number | null)[]): number | null =>
  isUnknown(values) ? null : values.filter((value) => value === 0).length;

/** A count over other figures, with all their records, each once. */
function overInputs(
  inputs: readonly Figure[],
  rule: string,
  value: (values: readonly (number | null)[]) => number | null,
): Made & { readonly made: 'derived' } {
  const records = () => {
    const refs = inputs.flatMap((input) => [...input.records()]);
    return new Map(refs.map((ref) => [`${ref.kind}/${ref.id}`, ref])).values();
  };
  return { made: 'derived', formula: 'count', inputs, rule, value, records };
}

/** The cells of a program's matrix in a period: its pairings in force by its linkages, narrowed by the dimensions. */
function cellsOf(source: FigureSource, dimensions: Dimensions): readonly Figure[] {
  const { year, period, program, linkage } = dimensions;
  const linkages = source.ledger.get('programs', program)?.value.linkages ?? [];
  return pairingsOf(source, dimensions).flatMap(({ id }) =>
    linkages
      .filter((each) => linkage === undefined || each.id === linkage)
      .map((each) => source.get('linked', { year, period, pairing: id, linkage: each.id })),
  );
}

function pairingsOf(source: FigureSource, dimensions: Dimensions): readonly Entry<'pairings'>[] {
  const { program, pairing } = dimensions;
  return source
    .counted('pairings', daysOf(dimensions))
    .filter(({ id, value }) => value.program === program && (pairing === undefined || id === pairing));
}
