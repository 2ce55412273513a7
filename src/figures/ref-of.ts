import type { FigureRecord } from '../document/figure.js';
import type { Entry } from '../ledger/ledger.js';

/** The reference of a figure to a record. */
export function refOf({ kind, id }: Pick<Entry, 'kind' | 'id'>): FigureRecord {
  return { kind, id };
}
