import type { Figure } from '../../document/figure.js';
import type { Entry } from '../../ledger/ledger.js';
import type { Dimensions } from '../figure-id.js';
import type { Figures } from '../figures.js';
import { yearPeriod } from '../period.js';
import type { Composed, Values } from './composed.js';

const zeros = (values: Values): number => values.filter((value) => value === 0).length;

/** Pairings and their linkages of which nothing is on record. */
export const PAIRING_FIGURES: readonly Composed[] = [
  {
    name: 'idle-pairings',
    label: '没有活动的结对',
    unit: '对',
    formula: 'count',
    needs: ['year'],
    may: ['program', 'branch', 'pairing'],
    behind: (figures, { year, ...within }) => ({
      inputs: pairingsIn(figures, { year, ...within }).map(({ id }) =>
        figures.get('activities', { year, pairing: id }),
      ),
      rule: '活动为零的结对的个数',
      value: zeros,
    }),
  },
  {
    name: 'linkage-cells',
    label: '结对和五联的组合',
    unit: '项',
    formula: 'count',
    needs: ['year'],
    may: ['program', 'pairing'],
    behind: (figures, dimensions) => ({
      inputs: cellsIn(figures, dimensions),
      rule: '各结对、各联建内容的活动和会议两两成格，数格',
      value: ({ length }) => length / 2,
    }),
  },
  {
    name: 'empty-cells',
    label: '没有记录的结对和五联的组合',
    unit: '项',
    formula: 'count',
    needs: ['year'],
    may: ['program', 'pairing'],
    behind: (figures, dimensions) => ({
      inputs: cellsIn(figures, dimensions),
      rule: '各结对、各联建内容的活动和会议都为零的格的个数',
      value: (values) => values.filter((value, at) => at % 2 === 0 && value === 0 && values[at + 1] === 0).length,
    }),
  },
];

function pairingsIn(figures: Figures, { year, program, branch, pairing }: Dimensions): readonly Entry<'pairings'>[] {
  return figures
    .counted('pairings', yearPeriod(Number(year)))
    .filter(
      ({ id, value }) =>
        (pairing === undefined || id === pairing) &&
        (program === undefined || value.program === program) &&
        (branch === undefined || [value.lead, ...(value.assist ?? []), ...(value.joined ?? [])].includes(branch)),
    );
}

/** The activities and the meetings of each pairing under each linkage of its program, in turn. */
function cellsIn(figures: Figures, dimensions: Dimensions): readonly Figure[] {
  const { year } = dimensions;
  return pairingsIn(figures, dimensions).flatMap(({ id: pairing, value }) =>
    (figures.ledger.get('programs', value.program)?.value.linkages ?? []).flatMap(({ id: linkage }) => [
      figures.get('activities', { year, pairing, linkage }),
      figures.get('meetings', { year, pairing, linkage }),
    ]),
  );
}
