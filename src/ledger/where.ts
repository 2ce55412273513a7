import { scalarText } from '../text/scalar-text.js';
import { valuesAt } from './field-values.js';
import type { Entry, Ledger } from './ledger.js';

/**
 * A condition on records: a field, or one behind a reference (`board.type`), with a value or a list of alternatives.
 */
export type Where = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Whether a record meets every condition; a list meets one if any item does. */
export function matches(ledger: Ledger, entry: Entry, where: Where = {}): boolean {
  return Object.entries(where).every(([path, wanted]) => {
    const found = valuesAt(ledger, entry, path).map(scalarText);
    return [wanted].flat().some((value) => found.includes(String(value)));
  });
}
