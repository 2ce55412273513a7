import type { FigureRecord } from '../document/figure.js';
import type { Entry } from '../ledger/ledger.js';

/** A record as a figure names it. */
export function refOf({ kind, id }: Entry): FigureRecord {
  return { kind, id };
}
