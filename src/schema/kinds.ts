import { kinds } from '#generated/kinds.js';
import type { RecordTypes } from '#generated/records.js';

/** The kinds of records, in the dictionary's order; each is a folder and a schema of this name. */
export type Kind = Exclude<keyof RecordTypes, 'workspace' | 'frozen'>;

/** A schema that files are checked by: a kind's, or that of a file that is one mapping. */
export type SchemaName = keyof RecordTypes;

export const KINDS = Object.keys(kinds) as readonly Kind[];

export function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}

/** The kind's Chinese name, as its schema's title says. */
export function kindTitle(kind: Kind): string {
  return kinds[kind].title;
}

/** A field that refers to other records: `path` with `*` for list items, `to` kinds or lists inside them (`programs/actions`). */
export interface ReferenceField {
  readonly path: readonly string[];
  readonly to: readonly string[];
}

/** Whether a kind's field is a number, which can be summed; undefined where the kind has no such field. */
export function fieldUse(kind: Kind, field: string): 'number' | 'other' | undefined {
  const { fields } = kinds[kind];
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** The words a field of a kind may hold, where its schema lists them. */
export function fieldWords(kind: Kind, field: string): readonly string[] {
  return kinds[kind].words[field] ?? [];
}

export function referenceFields(kind: Kind): readonly ReferenceField[] {
  return kinds[kind].references;
}
