import type { Figure } from '../../document/figure.js';
import type { FrozenFigure, StatedValue } from '../../ledger/frozen-year.js';

/** What a figure says, as it is kept: more decimals than any product prints are cut off. */
export function statedValue({ value, bound, missing, word }: Figure): StatedValue {
  if (value === null) return saidBy({ missing: missing ?? '—', ...(word === undefined ? {} : { word }) });
  return saidBy({ value: Math.round(value * 1e6) / 1e6, bound, word });
}

/** The value of a frozen figure without its name. */
export function saidBy(said: { readonly [P in keyof StatedValue]: StatedValue[P] | undefined }): StatedValue {
  const { value, bound, missing, word } = said;
  return {
    ...(value === undefined ? {} : { value }),
    ...(bound === undefined ? {} : { bound }),
    ...(missing === undefined ? {} : { missing }),
    ...(word === undefined ? {} : { word }),
  };
}

/** A figure as a frozen year keeps it. */
export function frozenFigure(figure: Figure, basis: string): FrozenFigure {
  const { id, label, unit } = figure;
  return { label, ...statedValue(figure), unit, id, basis };
}
