import { type Kind, referenceFields } from '../schema/kinds.js';

/** The fields of a kind that refer to another, in the dictionary's order. */
export function fieldsReferringTo(kind: Kind, to: Kind): readonly string[] {
  return referenceFields(kind)
    .filter((reference) => reference.to.includes(to) && reference.path.slice(1).every((segment) => segment === '*'))
    .flatMap(({ path }) => path.slice(0, 1));
}
