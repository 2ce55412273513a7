import type { Entry } from '../../ledger/ledger.js';
import type { Dimensions } from '../figure-id.js';
import type { Figures } from '../figures.js';
import { yearPeriod } from '../period.js';
import type { Composed, Values } from './composed.js';

const zeros = (values: Values): number => values.filter((value) => value === 0).length;

/** Pairings of which nothing is on record. */
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
