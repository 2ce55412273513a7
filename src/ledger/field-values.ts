import { fieldWords, type Kind, referenceFields } from '../schema/kinds.js';
import { scalarText } from '../text/scalar-text.js';
import { type Entry, fieldsOf, itemIds, type Ledger } from './ledger.js';
import { targetKind } from './references.js';

/** What a field of a kind refers to: kinds, or lists inside records of a kind (`programs/actions`). */
function targetsOf(kind: Kind, field: string): readonly string[] {
  return referenceFields(kind)
    .filter(({ path }) => path[0] === field && path.slice(1).every((segment) => segment === '*'))
    .flatMap(({ to }) => to);
}

/** The kinds a field leads to as a whole; one that names an item inside a record (an action) leads nowhere further. */
export function kindsFollowed(kind: Kind, field: string): readonly Kind[] {
  return targetsOf(kind, field)
    .filter((target) => !target.includes('/'))
    .map(targetKind);
}

/**
 * The values a field of a kind can have: one of its words, or what it may refer to. undefined where it is free, so
 * that a condition with a word that cannot occur is an error and not a false zero.
 */
export function possibleValues(ledger: Ledger, kind: Kind, field: string): readonly string[] | undefined {
  const words = fieldWords(kind, field);
  if (words.length > 0) return words;
  const targets = targetsOf(kind, field);
  return targets.length === 0 ? undefined : targets.flatMap((target) => idsOf(ledger, target));
}

function idsOf(ledger: Ledger, target: string): readonly string[] {
  const [, list] = target.split('/');
  const kind = targetKind(target);
  return list === undefined ? ledger.ids(kind) : ledger.indexedOf(kind).flatMap(({ value }) => itemIds(value, list));
}

/** The records whose own field a path ends in: the record itself, or those one reference away (`board.type`). */
export function holdersOf(ledger: Ledger, entry: Entry, path: string): readonly Entry[] {
  const [field = '', next] = path.split('.');
  if (next === undefined) return [entry];
  const kinds = kindsFollowed(entry.kind, field);
  return fieldValues(entry, field).flatMap((id) => kinds.flatMap((kind) => ledger.get(kind, scalarText(id)) ?? []));
}

/** What stands in a record's own field: several where it holds a list, nothing where it is not filled in. */
export function fieldValues(entry: Entry, field: string): readonly unknown[] {
  const value = fieldsOf(entry.value)[field];
  return value === undefined || value === null ? [] : [value].flat();
}

/** The values at a path, its last field taken of each holder. */
export function valuesAt(ledger: Ledger, entry: Entry, path: string): readonly unknown[] {
  const field = path.split('.').at(-1) ?? '';
  return holdersOf(ledger, entry, path).flatMap((holder) => fieldValues(holder, field));
}
