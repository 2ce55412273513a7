import type { Kind } from '../schema/kinds.js';
import { isKind, referenceFields } from '../schema/kinds.js';
import { DEFAULT_OUTLINE } from './default-outline.js';
import { type Entry, fieldsOf, itemIds, type Ledger } from './ledger.js';

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

/** Whether a record names something in a field that passes a test; much quicker than to look at its references. */
export function namesAny(value: unknown, path: readonly string[], test: (id: string) => boolean, at = 0): boolean {
  if (typeof value === 'string') return at === path.length && test(value);
  if (value === null || typeof value !== 'object' || at === path.length) return false;
  const segment = path[at] as string;
  if (segment !== '*') return Object.hasOwn(value, segment) && namesAny(fieldsOf(value)[segment], path, test, at + 1);
  return Array.isArray(value) && value.some((item) => namesAny(item, path, test, at + 1));
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
    yield* follow(fieldsOf(value)[segment], path, at + 1, `${pointer}/${segment}`, to);
  }
}

/** Fields that name the records in whose lists a record's references are looked up. */
export interface OwnerFields {
  readonly program?: unknown;
  readonly board?: unknown;
  readonly year?: unknown;
}

interface Target {
  readonly kind: Kind;
  /** The list inside records of the kind, for `programs/actions`. */
  readonly list: string | undefined;
}

/** A cache: there are a few dozen targets and tens of thousands of references. */
const targets = new Map<string, Target>();

function targetOf(target: string): Target {
  const known = targets.get(target);
  if (known) return known;
  const [kind = '', list] = target.split('/');
  if (!isKind(kind)) throw new TypeError(`x-ref names no kind: ${target}`);
  const parts = { kind, list };
  targets.set(target, parts);
  return parts;
}

/** The kind a reference's target belongs to: of `programs/actions` it is `programs`. */
export function targetKind(target: string): Kind {
  return targetOf(target).kind;
}

/** A record that refers to others, for its `OwnerFields`. */
export type ReferringRecord = { readonly value: object };

/** The id that a reference names, and what it may refer to. */
export type ReferenceTarget = Pick<Reference, 'id' | 'to'>;

/** Whether a reference resolves; a year without an outline has the sections of the built-in one. */
export function resolves(ledger: Ledger, reference: ReferenceTarget, entry: ReferringRecord): boolean {
  const { id, to } = reference;
  return to.some((target) => isFound(ledger, target, id, entry)) || isDefaultSection(ledger, reference, entry);
}

/** The records a reference leads to: the named one, or those that hold the named item in a list. */
export function referredTo(ledger: Ledger, { id, to }: ReferenceTarget, entry: ReferringRecord): readonly Entry[] {
  return to.flatMap((target) => found(ledger, target, id, entry));
}

function isFound(ledger: Ledger, target: string, id: string, entry: ReferringRecord): boolean {
  const { kind, list } = targetOf(target);
  return list === undefined ? ledger.has(kind, id) : found(ledger, target, id, entry).length > 0;
}

function found(ledger: Ledger, target: string, id: string, entry: ReferringRecord): readonly Entry[] {
  const { kind, list } = targetOf(target);
  if (list === undefined) return ledger.withId(kind, id);
  const owners = ownersOf(ledger, kind, entry);
  const holders = ledger.withItem(kind, list, id);
  return owners === undefined ? holders : holders.filter((holder) => owners.includes(holder));
}

/**
 * The ids to suggest for a reference to `target`: those of valid records, because in an invalid one the id may be the
 * error.
 */
export function knownIds(ledger: Ledger, target: string, entry: ReferringRecord): readonly string[] {
  const [, list] = target.split('/');
  const kind = targetKind(target);
  if (list === undefined) return ledger.all(kind).map(({ id }) => id);
  const owners = ownersOf(ledger, kind, entry) ?? ledger.allWithInvalid(kind);
  const ids = owners.filter(({ valid }) => valid).flatMap(({ value }) => itemIds(value, list));
  return kind === 'outlines' && !hasOwnSummary(owners) ? [...ids, ...itemIds(DEFAULT_OUTLINE, list)] : ids;
}

/**
 * The records whose lists a record may refer into: its own program, board or year's outlines; undefined where it names
 * none.
 */
function ownersOf(ledger: Ledger, kind: Kind, entry: ReferringRecord): readonly Entry[] | undefined {
  const { program, board, year }: OwnerFields = fieldsOf(entry.value);
  // An invalid outline may be the one meant: one error should not cause many others.
  if (kind === 'outlines')
    return ledger.allWithInvalid(kind).filter(({ value, valid }) => !valid || value.year === year);
  const owner = kind === 'programs' ? program : board;
  if (typeof owner !== 'string') return undefined;
  const named = ledger.withId(kind, owner);
  return named.length > 0 ? named : undefined;
}

function isDefaultSection(ledger: Ledger, { id, to }: ReferenceTarget, entry: ReferringRecord): boolean {
  if (!to.includes('outlines/sections')) return false;
  if (hasOwnSummary(ownersOf(ledger, 'outlines', entry) ?? [])) return false;
  return itemIds(DEFAULT_OUTLINE, 'sections').includes(id);
}

/** Whether a year's summary has an outline of its own among those of the year; the others are of its bulletins. */
function hasOwnSummary(outlines: readonly Entry[]): boolean {
  return outlines.some(({ value }) => !('period' in value));
}
