import { type Figure, recordIds } from '../document/figure.js';
import type { Figures } from './figures.js';
import { sumOf } from './sum-of.js';

/**
 * A figure's value computed again from its inputs, or from the records behind it. A value that a document
 * states, or a target itself, has nothing behind it to compute from.
 */
export function recompute(figure: Figure, figures: Figures): number | null {
  if (figure.derivation) return figure.derivation.value(figure.inputs.map((id) => figures.byId(id)?.value ?? null));
  // Nobody has kept the ledger: there is nothing to count.
  if (figure.missing !== undefined && recordIds(figure).length === 0 && figure.formula !== 'fact') return null;
  if (figure.formula === 'count') return recordIds(figure).length;
  if (figure.formula === 'sum') return sumOf(Array.from(figure.records(), ({ amount }) => amount ?? null)).value;
  return figure.value;
}
