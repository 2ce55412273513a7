import { type Kind, referenceFields } from '../schema/kinds.js';
import { targetKind } from './references.js';

/** The kinds a field of a kind refers to. */
export function kindsReferredTo(kind: Kind, field: string): readonly Kind[] {
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
