import type { Entry } from '../../ledger/ledger.js';
import { factDay, isDeclaredTotal, NOT_ENDED, NOT_ISSUED } from '../fact-day.js';
import { refOf } from '../ref-of.js';
import type { FigureRow } from '../row.js';

/** A number a document states: a figure under the fact's own id. Before its time it has no value, and says why. */
export function factRow(entry: Entry<'facts'>): FigureRow {
  const { label, value, unit, bound } = entry.value;
  return {
    name: entry.id,
    label,
    unit,
    needs: [],
    may: [],
    make: ({ ledger, asOf }) => ({
      made: 'stated',
      value: factDay(ledger, entry) <= asOf ? value : null,
      missing: isDeclaredTotal(entry.value) ? NOT_ISSUED : NOT_ENDED,
      ...(bound ? { bound } : {}),
      records: [refOf(entry)],
      witnesses: [entry],
    }),
  };
}
