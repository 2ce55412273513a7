import type { Entry } from '../../ledger/ledger.js';
import { refOf } from '../ref-of.js';
import type { FigureRow } from '../row.js';

/** A number a document states: a figure under the fact's own id. */
export function factRow(entry: Entry<'facts'>): FigureRow {
  const { label, value, unit, bound } = entry.value;
  return {
    name: entry.id,
    label,
    unit,
    needs: [],
    may: [],
    make: () => ({
      made: 'stated',
      value,
      ...(bound ? { bound } : {}),
      records: [refOf(entry)],
      witnesses: [entry],
    }),
  };
}
