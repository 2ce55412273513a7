import type { Figure } from '../../document/figure.js';
import type { Entry } from '../../ledger/ledger.js';
import { nodeAt } from '../../schema/dictionary.js';

/** A number a record states, as a figure: what is printed of a record can be opened like any other number. */
export function fieldFigure(entry: Entry, path: string, value: number): Figure {
  const node = nodeAt(entry.kind, path.split('/'));
  return {
    id: `${entry.kind}/${entry.id}/${path}`,
    label: node?.title ?? path,
    value,
    unit: node?.['x-unit'] ?? '',
    formula: 'fact',
    inputs: [],
    records: () => [{ kind: entry.kind, id: entry.id }],
    sample: entry.sample,
  };
}
