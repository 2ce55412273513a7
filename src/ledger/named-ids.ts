import { type Kind, type ReferenceField, referenceFields } from '../schema/kinds.js';
import type { Entry } from './ledger.js';
import type { Owners } from './references.js';

/** Ids that records name in a field, each once. */
export interface NamedIds {
  /** What of the records says whose lists are meant, where the field names items of lists (`programs/actions`). */
  readonly value: Owners;
  readonly ids: readonly string[];
}

/** Ids while they are gathered. */
interface Gathered {
  readonly value: Owners;
  readonly ids: Set<string>;
}

/** What records of a kind refer to, field by field in the dictionary's order, as JSON: many say the same few names. */
export function namedIds(kind: Kind, entries: readonly Entry[]): readonly (readonly NamedIds[])[] {
  return referenceFields(kind).map((field) => {
    const { path } = field;
    const owned = isOwned(field);
    const groups: Gathered[] = [];
    let group: Gathered | undefined;
    for (const { value } of entries) {
      if (group === undefined || (owned && !isSameOwner(group.value, value as Owners)))
        group = groupOf(groups, value as Owners, owned);
      gather(value, path, 0, group.ids);
    }
    return groups.filter(({ ids }) => ids.size > 0).map(({ value, ids }) => ({ value, ids: [...ids] }));
  });
}

/** Whether a field names items of lists, and so depends on whose lists are meant. */
export function isOwned({ to }: ReferenceField): boolean {
  return to.some((target) => target.includes('/'));
}

function groupOf(groups: Gathered[], record: Owners, owned: boolean): Gathered {
  const known = groups.find(({ value }) => !owned || isSameOwner(value, record));
  if (known) return known;
  const { program, board, year }: Owners = owned ? record : {};
  const group = { value: { program, board, year }, ids: new Set<string>() };
  groups.push(group);
  return group;
}

function isSameOwner(a: Owners, b: Owners): boolean {
  return a.program === b.program && a.board === b.board && a.year === b.year;
}

/** The texts at a path, `*` for every item of a list. */
function gather(value: unknown, path: readonly string[], at: number, ids: Set<string>): void {
  if (typeof value === 'string') {
    if (at === path.length) ids.add(value);
  } else if (value !== null && typeof value === 'object' && at < path.length) {
    const segment = path[at] as string;
    if (segment !== '*') gather((value as Readonly<Record<string, unknown>>)[segment], path, at + 1, ids);
    else if (Array.isArray(value)) for (const item of value) gather(item, path, at + 1, ids);
  }
}
