import type { Figure } from '../../document/figure.js';
import type { FigureChange } from '../../history/figure-changes.js';

/** The growth of a figure; null where a side has no value, or both are equal. */
export function differenceOf({ id, before, after }: FigureChange): Figure | null {
  if (!before || !after || before.value === null || after.value === null || before.value === after.value) return null;
  const [old, now] = [earlier(before), after];
  const value = ([a, b]: readonly (number | null)[]): number | null =>
    a === null || a === undefined || b === null || b === undefined ? null : Math.round((b - a) * 1e6) / 1e6;
  return {
    id: `change:${id}`,
    label: `${now.label}·增减`,
    value: value([old.value, now.value]),
    unit: now.unit === '%' ? '百分点' : now.unit,
    formula: 'ratio',
    inputs: [old.id, now.id],
    derivation: { rule: '之后 − 之前', value },
    records: () => [],
    sample: old.sample || now.sample,
    ...(now.decimals === undefined ? {} : { decimals: now.decimals }),
  };
}

/** A figure of the earlier side with an id of its own, because one document prints both. */
export function earlier(figure: Figure): Figure {
  return { ...figure, id: `before:${figure.id}`, inputs: figure.inputs.map((input) => `before:${input}`) };
}
