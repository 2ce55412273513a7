import type { Figure } from '../../document/figure.js';
import type { Cell } from '../../document/report-document.js';
import { parseFigureId } from '../../figures/figure-id.js';
import { rowNamed } from '../../figures/registry.js';
import type { FrozenFigure, StatedValue } from '../../ledger/frozen-year.js';
import { amount, cell, verdict } from '../inlines.js';

/** A value of a frozen figure, to be printed beside another of the same figure: `id` tells them apart. */
export function saidFigure(
  id: string,
  { id: own, label, unit }: Omit<FrozenFigure, 'basis'>,
  { value, bound, missing, word }: StatedValue,
): Figure {
  const decimals = rowNamed(parseFigureId(own)?.measure ?? '')?.decimals;
  return {
    id,
    label,
    value: value ?? null,
    unit,
    formula: 'fact',
    inputs: [],
    records: () => [],
    sample: false,
    ...(bound === undefined ? {} : { bound }),
    ...(missing === undefined ? {} : { missing }),
    ...(word === undefined ? {} : { word }),
    ...(decimals === undefined ? {} : { decimals }),
  };
}

/** A number with its unit; of a judgement its word. */
export function saidCell(figure: Figure | undefined, none: string): Cell {
  if (!figure) return cell(none);
  return figure.word === undefined ? [amount(figure)] : verdict(figure);
}
