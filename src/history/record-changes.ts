import { isDeepStrictEqual } from 'node:util';
import type { Figures } from '../figures/figures.js';
import { DUE, type Happening } from '../ledger/happening.js';
import type { Ledger } from '../ledger/ledger.js';
import { referencesOf, referredTo } from '../ledger/references.js';
import { KINDS } from '../schema/kinds.js';
import { type FieldChange, fieldChanges } from './field-changes.js';
import type { FigureChange } from './figure-changes.js';
import { type SeenRecord, seenRecord } from './seen-record.js';

/**
 * Why a record counts otherwise: it was entered, deleted or edited; the same record is seen on a later day; what it
 * refers to was edited; or only what others say of it.
 */
export type Cause = 'new' | 'deleted' | 'edited' | 'day' | 'reference' | 'other';

/** How it counts now: not before, no longer, with another amount or meaning, or elsewhere than before. */
export type Effect = 'added' | 'removed' | 'changed' | 'moved';

/** A record that explains one figure or more. */
export interface RecordChange {
  /** As the later side has it, or the earlier one where it is gone. */
  readonly record: SeenRecord;
  readonly effect: Effect;
  readonly cause: Cause;
  /** What it says of days and did not count, or was not written, before. */
  readonly happenings: readonly Happening[];
  /** Fields edited, events and other dated lists left out where `happenings` tell of them. */
  readonly fields: readonly FieldChange[];
  /** The edited record it refers to. */
  readonly reference?: SeenRecord;
  /** The ids of the figures it moves. */
  readonly figures: readonly string[];
}

/** The measure that a due day moves. */
const OVERDUE = 'overdue';

const EFFECTS: readonly Effect[] = ['added', 'removed', 'moved', 'changed'];

/** The records behind changed figures, each once: by effect, then in the ledger's order. */
export function recordChanges(changes: readonly FigureChange[], before: Figures, after: Figures): RecordChange[] {
  const found = new Map<string, { kind: string; id: string; effects: Set<Effect>; figures: string[] }>();
  for (const change of changes) {
    for (const effect of ['added', 'removed', 'changed'] as const) {
      for (const { kind, id } of change[effect]) {
        const known = found.get(`${kind}/${id}`) ?? { kind, id, effects: new Set(), figures: [] };
        known.effects.add(effect);
        known.figures.push(change.id);
        found.set(`${kind}/${id}`, known);
      }
    }
  }
  const rows = [...found.values()].flatMap(({ kind, id, effects, figures }): RecordChange[] => {
    const [old, now] = [seenRecord(before.ledger, kind, id), seenRecord(after.ledger, kind, id)];
    const record = now ?? old;
    if (!record) return [];
    const effect = effectOf(effects);
    const told = causeOf(old, now, before, after);
    // A due day gone by explains an overdue task and nothing else.
    const isLate = effect === 'added' && figures.some((figure) => figure.startsWith(`${OVERDUE}@`));
    const happenings = told.happenings.filter(({ what }) => (what === DUE) === isLate);
    return [{ ...told, record, effect, happenings, figures: [...new Set(figures)] }];
  });
  const places = placesOf(after.ledger, before.ledger);
  return rows.sort(
    (a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) || places(a.record) - places(b.record),
  );
}

function effectOf(effects: ReadonlySet<Effect>): Effect {
  if (effects.has('added') && effects.has('removed')) return 'moved';
  return effects.has('added') ? 'added' : effects.has('removed') ? 'removed' : 'changed';
}

type Told = Pick<RecordChange, 'cause' | 'happenings' | 'fields' | 'reference'>;

function causeOf(old: SeenRecord | undefined, now: SeenRecord | undefined, before: Figures, after: Figures): Told {
  if (!now) return { cause: 'deleted', happenings: [], fields: [] };
  const seen = now.happenings.filter(({ on }) => on <= after.asOf);
  if (!old) return { cause: 'new', happenings: seen, fields: [] };
  const known = old.happenings;
  const fresh = seen.filter((each) => each.on > before.asOf || !known.some((other) => isDeepStrictEqual(other, each)));
  if (!isDeepStrictEqual(old.value, now.value)) {
    const happenings = fresh.filter(({ listed }) => listed);
    const told = happenings.map(({ field }) => field);
    return {
      cause: 'edited',
      happenings,
      fields: fieldChanges(old.value, now.value).filter(({ path }) => !told.includes(path)),
    };
  }
  const passed = seen.filter(({ on, what }) => on > before.asOf || (what === DUE && on === before.asOf));
  if (passed.length > 0) return { cause: 'day', happenings: passed, fields: [] };
  const reference = editedReference(now, before.ledger, after.ledger);
  if (reference) return { cause: 'reference', happenings: [], fields: [], reference };
  return { cause: before.asOf === after.asOf ? 'other' : 'day', happenings: [], fields: [] };
}

/** The first record a record refers to that is not as it was. */
function editedReference({ kind, id }: SeenRecord, before: Ledger, after: Ledger): SeenRecord | undefined {
  const entry = kind === 'workspace' ? undefined : after.get(kind, id);
  if (!entry) return undefined;
  for (const reference of referencesOf(entry)) {
    for (const named of referredTo(after, reference, entry)) {
      const [old, now] = [seenRecord(before, named.kind, named.id), seenRecord(after, named.kind, named.id)];
      if (now && !isDeepStrictEqual(old?.value, now.value)) return now;
    }
  }
  return undefined;
}

/** Where a record stands in the ledger; one that is gone, where it stood. */
function placesOf(after: Ledger, before: Ledger): (record: SeenRecord) => number {
  const order = new Map<string, number>();
  for (const kind of KINDS) {
    for (const { id } of [...after.all(kind), ...before.all(kind)]) {
      const key = `${kind}/${id}`;
      if (!order.has(key)) order.set(key, order.size);
    }
  }
  return ({ kind, id }) => order.get(`${kind}/${id}`) ?? -1;
}
