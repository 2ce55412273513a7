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

/** The kinds whose records a field refers to; none for a field that refers to items inside records (an action). */
export function kindsFollowed(kind: Kind, field: string): readonly Kind[] {
  return targetsOf(kind, field)
    .filter((target) => !target.includes('/'))
    .map(targetKind);
}

/**
 * The values a field of a kind can have: the words of its enum, or the ids it may refer to; undefined where any value is
 * possible. A condition with an impossible value is an error, not a false zero.
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
  return list === undefined
    ? ledger.ids(kind)
    : ledger.allWithInvalid(kind).flatMap(({ value }) => itemIds(value, list));
}

/** The records whose own field a path ends in: the record itself, or those one reference away (`board.type`). */
export function holdersOf(ledger: Ledger, entry: Entry, path: string): readonly Entry[] {
  const [field = '', next] = path.split('.');
  if (next === undefined) return [entry];
  const kinds = kindsFollowed(entry.kind, field);
  return fieldValues(entry, field).flatMap((id) => kinds.flatMap((kind) => ledger.get(kind, scalarText(id)) ?? []));
}

/** The values of a record's own field: several for a list, none where it is not filled in. */
export function fieldValues(entry: Entry, field: string): readonly unknown[] {
  const value = fieldsOf(entry.value)[field];
  return value === undefined || value === null ? [] : [value].flat();
}

/** The values at a path: those of its last field in each of the records from `holdersOf`. */
export function valuesAt(ledger: Ledger, entry: Entry, path: string): readonly unknown[] {
  const field = path.split('.').at(-1) ?? '';
  return holdersOf(ledger, entry, path).flatMap((holder) => fieldValues(holder, field));
}
