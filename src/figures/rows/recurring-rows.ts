import type { Days } from '../days.js';
import type { Dimensions } from '../figure-id.js';
import { daysOf } from '../figure-id.js';
import type { FigureSource } from '../figure-source.js';
import type { FigureRow } from '../row.js';

/** Recurring problems of inspections. */
export const RECURRING_ROWS: readonly FigureRow[] = [
  {
    name: 'categories',
    label: '督查问题类别',
    unit: '类',
    needs: ['year'],
    may: ['period'],
    make: (source, dimensions) => ({
      made: 'derived',
      formula: 'count',
      // Where nobody has kept inspections there is no category to count.
      inputs: [source.get('inspections', dimensions), ...byCategory(source, dimensions)],
      rule: '类别的个数',
      value: ([all, ...times]) => (all === null ? null : times.length),
    }),
  },
  {
    name: 'recurring',
    label: '高频问题类别',
    unit: '类',
    needs: ['year'],
    may: ['period'],
    make: (source, dimensions) => ({
      made: 'derived',
      formula: 'count',
      inputs: [
        source.get('inspections', dimensions),
        source.get('policy-recurringFrom', {}),
        ...byCategory(source, dimensions),
      ],
      rule: '督查中出现的次数达到高频问题次数的类别的个数',
      value: ([all, from, ...times]) =>
        all === null ? null : times.filter((time) => (time ?? 0) >= (from ?? 0)).length,
      word: () => '高频',
    }),
  },
];

function byCategory(source: FigureSource, dimensions: Dimensions) {
  return categoriesOf(source, daysOf(dimensions)).map((type) => source.get('inspections', { ...dimensions, type }));
}

/** The categories of the problems found in a period, in the order they first occur. */
export function categoriesOf(source: FigureSource, period: Days | null): readonly string[] {
  const found = source
    .counted('inspections', period)
    .flatMap(({ value }) => (value.problems ?? []).map(({ category }) => category));
  return [...new Set(found)];
}
