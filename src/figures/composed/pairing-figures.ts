import { recordIds } from '../../document/figure.js';
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
      inputs: recordIds(figures.get('pairings', { year, ...within })).map((pairing) =>
        figures.get('activities', { year, pairing }),
      ),
      rule: '活动为零的结对的个数',
      value: zeros,
    }),
  },
];
