import { isDeepStrictEqual } from 'node:util';
import type { Figures } from '../figures/figures.js';
import { DUE, type Happening } from '../ledger/happening.js';
import type { Ledger } from '../ledger/ledger.js';
import { referencesOf, referredTo } from '../ledger/references.js';
import { KINDS } from '../schema/kinds.js';
import { type FieldChange, fieldChanges } from './field-changes.js';
import type { FigureChange } from './figure-changes.js';
import { type RecordSnapshot, recordSnapshot } from './record-snapshot.js';

/**
 * Why a record counts differently: it was entered, deleted or edited; the same record is seen on a later day; a record it
 * refers to was edited; or only other records changed.
 */
export type Cause = 'new' | 'deleted' | 'edited' | 'day' | 'reference' | 'other';

/** How it counts now: newly, no longer, with another amount, or under another figure. */
export type Effect = 'added' | 'removed' | 'changed' | 'moved';

/** A record that explains one figure or more. */
export interface RecordChange {
  /** As the later side has it, or the earlier one where it is gone. */
  readonly record: RecordSnapshot;
  readonly effect: Effect;
  readonly cause: Cause;
  /** Its dated events that are new on the later side. */
  readonly happenings: readonly Happening[];
  /** The edited fields, without the lists whose new items are among `happenings`. */
  readonly fields: readonly FieldChange[];
  /** The edited record it refers to. */
  readonly reference?: RecordSnapshot;
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
    const [old, now] = [recordSnapshot(before.ledger, kind, id), recordSnapshot(after.ledger, kind, id)];
    const record = now ?? old;
    if (!record) return [];
    const effect = effectOf(effects);
    const explanation = causeOf(old, now, before, after);
    // A passed due day explains an overdue task and nothing else.
    const isLate = effect === 'added' && figures.some((figure) => figure.startsWith(`${OVERDUE}@`));
    const happenings = explanation.happenings.filter(({ what }) => (what === DUE) === isLate);
    return [{ ...explanation, record, effect, happenings, figures: [...new Set(figures)] }];
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

type Explanation = Pick<RecordChange, 'cause' | 'happenings' | 'fields' | 'reference'>;

function causeOf(
  old: RecordSnapshot | undefined,
  now: RecordSnapshot | undefined,
  before: Figures,
  after: Figures,
): Explanation {
  if (!now) return { cause: 'deleted', happenings: [], fields: [] };
  const seen = now.happenings.filter(({ on }) => on <= after.asOf);
  if (!old) return { cause: 'new', happenings: seen, fields: [] };
  const known = old.happenings;
  const fresh = seen.filter((each) => each.on > before.asOf || !known.some((other) => isDeepStrictEqual(other, each)));
  if (!isDeepStrictEqual(old.value, now.value)) {
    const happenings = fresh.filter(({ listed }) => listed);
    const covered = happenings.map(({ field }) => field);
    return {
      cause: 'edited',
      happenings,
      fields: fieldChanges(old.value, now.value).filter(({ path }) => !covered.includes(path)),
    };
  }
  const passed = seen.filter(({ on, what }) => on > before.asOf || (what === DUE && on === before.asOf));
  if (passed.length > 0) return { cause: 'day', happenings: passed, fields: [] };
  const reference = editedReference(now, before.ledger, after.ledger);
  if (reference) return { cause: 'reference', happenings: [], fields: [], reference };
  return { cause: before.asOf === after.asOf ? 'other' : 'day', happenings: [], fields: [] };
}

/** The first record that a record refers to and that was edited. */
function editedReference({ kind, id }: RecordSnapshot, before: Ledger, after: Ledger): RecordSnapshot | undefined {
  const entry = kind === 'workspace' ? undefined : after.get(kind, id);
  if (!entry) return undefined;
  for (const reference of referencesOf(entry)) {
    for (const named of referredTo(after, reference, entry)) {
      const [old, now] = [recordSnapshot(before, named.kind, named.id), recordSnapshot(after, named.kind, named.id)];
      if (now && !isDeepStrictEqual(old?.value, now.value)) return now;
    }
  }
  return undefined;
}

/** Gives a record's position in the ledger; a deleted record has its former position. */
function placesOf(after: Ledger, before: Ledger): (record: RecordSnapshot) => number {
  const order = new Map<string, number>();
  for (const kind of KINDS) {
    for (const { id } of [...after.all(kind), ...before.all(kind)]) {
      const key = `${kind}/${id}`;
      if (!order.has(key)) order.set(key, order.size);
    }
  }
  return ({ kind, id }) => order.get(`${kind}/${id}`) ?? -1;
}
