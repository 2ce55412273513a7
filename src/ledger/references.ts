import type { Kind } from '../schema/kinds.js';
import { isKind, referenceFields } from '../schema/kinds.js';
import { DEFAULT_OUTLINE } from './default-outline.js';
import { type Entry, itemIds, type Ledger } from './ledger.js';

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

/** Whether a reference finds what it names; the built-in outline's sections are always there. */
export function resolves(ledger: Ledger, reference: Reference, entry: Entry): boolean {
  return referredTo(ledger, reference, entry).length > 0 || isDefaultSection(reference);
}

/** The records a reference leads to: the named one, or those that hold the named item in a list. */
export function referredTo(ledger: Ledger, { id, to }: Reference, entry: Entry): readonly Entry[] {
  return to.flatMap((target) => {
    const kind = targetKind(target);
    const [, list] = target.split('/');
    if (list === undefined) return ledger.named(kind, id);
    const holders = ledger.holding(kind, list, id);
    const owner = ownerOf(ledger, kind, entry);
    return owner === undefined ? holders : holders.filter((holder) => holder.id === owner);
  });
}

/** Every id a reference to `target` may name. */
export function knownIds(ledger: Ledger, target: string, entry: Entry): readonly string[] {
  const [, list] = target.split('/');
  const kind = targetKind(target);
  if (list === undefined) return ledger.ids(kind);
  const owner = ownerOf(ledger, kind, entry);
  const owners = owner === undefined ? ledger.indexedOf(kind) : ledger.named(kind, owner);
  const ids = owners.flatMap(({ value }) => itemIds(value, list));
  return kind === 'outlines' ? [...ids, ...itemIds(DEFAULT_OUTLINE, list)] : ids;
}

/** A record's own program or board, which narrows the lists inside programs and boards. */
function ownerOf(ledger: Ledger, kind: Kind, entry: Entry): string | undefined {
  const { program, board } = entry.value as { program?: unknown; board?: unknown };
  const owner = kind === 'programs' ? program : board;
  return typeof owner === 'string' && ledger.named(kind, owner).length > 0 ? owner : undefined;
}

function isDefaultSection({ id, to }: Reference): boolean {
  return to.includes('outlines/sections') && itemIds(DEFAULT_OUTLINE, 'sections').includes(id);
}
