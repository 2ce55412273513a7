import type { Kind } from '../schema/kinds.js';
import { isKind, referenceFields } from '../schema/kinds.js';
import { DEFAULT_OUTLINE } from './default-outline.js';
import type { Entry, Ledger } from './ledger.js';

/** One reference found in a record. */
export interface Reference {
  /** JSON pointer within the record. */
  readonly pointer: string;
  /** The id it names. */
  readonly id: string;
  /** Kinds, or lists inside records of a kind: `programs/actions`. */
  readonly to: readonly string[];
}

/** All references a record makes, in the dictionary's order. */
export function* referencesOf(entry: Entry): Generator<Reference> {
  for (const { path, to } of referenceFields(entry.kind)) yield* follow(entry.value, path, 0, '', to);
}

function* follow(
  value: unknown,
  path: readonly string[],
  at: number,
  pointer: string,
  to: readonly string[],
): Generator<Reference> {
  const segment = path[at];
  if (value === undefined || value === null) return;
  if (segment === undefined) {
    if (typeof value === 'string') yield { pointer, id: value, to };
  } else if (segment === '*') {
    if (!Array.isArray(value)) return;
    for (const [index, item] of value.entries()) yield* follow(item, path, at + 1, `${pointer}/${index}`, to);
  } else if (typeof value === 'object' && Object.hasOwn(value, segment)) {
    yield* follow((value as Record<string, unknown>)[segment], path, at + 1, `${pointer}/${segment}`, to);
  }
}

/** The kind a reference's target belongs to: of `programs/actions` it is `programs`. */
export function targetKind(target: string): Kind {
  const kind = target.split('/')[0] ?? '';
  if (!isKind(kind)) throw new TypeError(`x-ref names no kind: ${target}`);
  return kind;
}

/** Whether a reference finds what it names. */
export function resolves(ledger: Ledger, { id, to }: Reference, entry: Entry): boolean {
  return to.some((target) =>
    target.includes('/')
      ? knownIds(ledger, target, entry).includes(id)
      : ledger.named(targetKind(target), id).length > 0,
  );
}

/** The records a reference leads to: the named one, or those that hold the named item in a list. */
export function referredTo(ledger: Ledger, { id, to }: Reference): readonly Entry[] {
  return to.flatMap((target) => {
    const [, list] = target.split('/');
    const kind = targetKind(target);
    if (list === undefined) return ledger.named(kind, id);
    return ledger.indexedOf(kind).filter(({ value }) => nestedIds(value, list).includes(id));
  });
}

/** Every id a reference to `target` may name; a record's own program narrows lists inside programs. */
export function knownIds(ledger: Ledger, target: string, entry: Entry): readonly string[] {
  const [, list] = target.split('/');
  const kind = targetKind(target);
  if (list === undefined) return ledger.ids(kind);
  const owner = (entry.value as { program?: string; board?: string })[kind === 'programs' ? 'program' : 'board'];
  const owned = owner === undefined ? [] : ledger.named(kind, owner);
  const owners = owned.length > 0 ? owned : ledger.indexedOf(kind);
  const ids = owners.flatMap(({ value }) => nestedIds(value, list));
  return kind === 'outlines' ? [...ids, ...nestedIds(DEFAULT_OUTLINE, list)] : ids;
}

/** The ids of a list inside all records of a kind: every action of every program. */
export function nestedIdsOf(ledger: Ledger, kind: Kind, list: string): readonly string[] {
  return ledger.all(kind).flatMap(({ value }) => nestedIds(value, list));
}

/** Ids of a list inside a record, sections with their children. */
function nestedIds(value: unknown, list: string): string[] {
  const items = (value as Record<string, unknown>)[list];
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown) => {
    if (item === null || typeof item !== 'object') return [];
    const { id } = item as { id?: unknown };
    return [...(typeof id === 'string' ? [id] : []), ...nestedIds(item, 'children')];
  });
}
