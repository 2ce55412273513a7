import type { Figures } from '../figures.js';
import { yearPeriod } from '../period.js';
import { policyFigure } from '../policies.js';
import type { Composed } from './composed.js';

/** What inspections find again and again. */
export const INSPECTION_FIGURES: readonly Composed[] = [
  {
    name: 'categories',
    label: '督查问题类别',
    unit: '类',
    formula: 'count',
    needs: ['year'],
    behind: (figures, { year }) => ({
      inputs: categoriesOf(figures, year).map((type) => figures.get('inspections', { year, type })),
      rule: '类别的个数',
      value: ({ length }) => length,
    }),
  },
  {
    name: 'recurring',
    label: '高频问题类别',
    unit: '类',
    formula: 'count',
    needs: ['year'],
    behind: (figures, { year }) => ({
      inputs: [
        policyFigure(figures.ledger, 'recurringFrom'),
        ...categoriesOf(figures, year).map((type) => figures.get('inspections', { year, type })),
      ],
      rule: '督查中出现的次数达到高频问题次数的类别的个数',
      value: ([from, ...times]) => times.filter((time) => (time ?? 0) >= (from ?? 0)).length,
    }),
  },
];

/** The categories of the problems found in a year, in the order they first occur. */
export function categoriesOf(figures: Figures, year: string | undefined): readonly string[] {
  const found = figures
    .counted('inspections', yearPeriod(Number(year)))
    .flatMap(({ value }) => (value.problems ?? []).map(({ category }) => category));
  return [...new Set(found)];
}
