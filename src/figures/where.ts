import type { Entry, Ledger } from '../ledger/ledger.js';
import { targetKind } from '../ledger/references.js';
import { type Kind, referenceFields } from '../schema/kinds.js';

/** A target's condition: field (may follow one reference, `board.type`) → a value, or a list of which one must stand there. */
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

/** The kinds a field of a kind refers to. */
function kindsReferredTo(kind: Kind, field: string): readonly Kind[] {
  return referenceFields(kind)
    .filter(({ path }) => path[0] === field && path.slice(1).every((segment) => segment === '*'))
    .flatMap(({ to }) => to.map(targetKind));
}

/** The fields of a kind that refer to another, in the dictionary's order. */
export function fieldsReferringTo(kind: Kind, to: Kind): readonly string[] {
  return referenceFields(kind)
    .filter((reference) => reference.to.includes(to) && reference.path.slice(1).every((segment) => segment === '*'))
    .flatMap(({ path }) => path.slice(0, 1));
}
