import type { Entry, Ledger } from './ledger.js';
import { kindsReferredTo } from './reference-fields.js';

/** A condition on records: field (may follow one reference, `board.type`) → a value, or a list of which one must stand there. */
export type Where = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Whether a record meets every condition; a field that holds a list meets it if one item does. */
export function matches(ledger: Ledger, entry: Entry, where: Where = {}): boolean {
  return Object.entries(where).every(([path, wanted]) => {
    const found = valuesAt(ledger, entry, path).map(String);
    return [wanted].flat().some((value) => found.includes(String(value)));
  });
}

function valuesAt(ledger: Ledger, entry: Entry, path: string): unknown[] {
  const [field = '', next] = path.split('.');
  const values = fieldValues(entry, field);
  if (next === undefined) return values;
  const kinds = kindsReferredTo(entry.kind, field);
  return values.flatMap((id) => kinds.flatMap((kind) => fieldValues(ledger.get(kind, String(id)), next)));
}

function fieldValues(entry: Entry | undefined, field: string): unknown[] {
  const value = entry && (entry.value as unknown as Readonly<Record<string, unknown>>)[field];
  return value === undefined || value === null ? [] : [value].flat();
}
