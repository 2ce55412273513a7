import { isDeepStrictEqual } from 'node:util';
import type { Figure } from '../document/figure.js';
import type { Figures } from '../figures/figures.js';
import { mayDepend } from '../figures/kinds-behind.js';
import { knownFigure } from '../figures/known-figures.js';
import { isSameFigure } from '../figures/same-figure.js';
import { addTo } from '../ledger/add-to.js';
import type { Happening } from '../ledger/happening.js';
import { recordState } from '../ledger/kind-table.js';
import { KINDS, type Kind } from '../schema/kinds.js';
import type { FieldChange } from './field-changes.js';
import type { FigureChange } from './figure-changes.js';
import { datedParts, editedParts, type Part, type Parts } from './record-parts.js';
import { type RecordSnapshot, recordSnapshot } from './record-snapshot.js';
import { TakenBack } from './taken-back.js';

/** Why a record counts differently: it was entered, deleted or edited, or the same record is seen on a later day. */
export type Cause = 'new' | 'deleted' | 'edited' | 'day';

/** How it counts now: newly, no longer, with another amount, or under another figure. */
export type Effect = 'added' | 'removed' | 'changed' | 'moved';

/** A record that explains one figure or more: without what changed in it their changes would not be there. */
export interface RecordChange {
  /** As the later side has it, or the earlier one where it is gone. */
  readonly record: RecordSnapshot;
  readonly effect: Effect;
  readonly cause: Cause;
  /** Its dated events that make the difference. */
  readonly happenings: readonly Happening[];
  /** The edited fields that make the difference, without the lists whose new items are among `happenings`. */
  readonly fields: readonly FieldChange[];
  /** Its state now, where that is another and no event says why: an agreement's term has run out. */
  readonly state?: string;
  /** The ids of the figures it moves. */
  readonly figures: readonly string[];
}

/** The records that explain changes, and how many more may. */
export interface Causes {
  /** Each once: by effect, then in the ledger's order. */
  readonly records: readonly RecordChange[];
  /** How many records were changed and not looked at: there were too many. */
  readonly untried: number;
}

const EFFECTS: readonly Effect[] = ['added', 'removed', 'moved', 'changed'];

/** How many records are read in all to find causes: each record that changed is taken back once or twice. */
const MOST_READ = 1_500_000;

/**
 * The causes of changed figures. Each record that differs between the sides is taken back from the later one, and is a
 * cause of just those figures that are others without it.
 */
export function recordChanges(changes: readonly FigureChange[], before: Figures, after: Figures): Causes {
  // A rate follows from its inputs, which have causes of their own.
  const counted = changes.filter((change) => (change.after ?? change.before)?.formula !== 'ratio');
  const taken = new TakenBack(after, before);
  const candidates = changedRecords(before, after);
  const most = Math.ceil(MOST_READ / (2 * taken.size + 1));
  const tried = candidates
    .slice(0, most)
    .map((candidate) => ({ candidate, moved: movedBy(candidate, counted, taken, before, after) }));
  const alone = new Set(tried.flatMap(({ moved }) => moved));
  const together = jointCauses(
    candidates.slice(0, most),
    counted.filter(({ id }) => !alone.has(id)),
    taken,
  );
  const records = tried.flatMap(({ candidate, moved }): RecordChange[] => {
    const figures = [...moved, ...(together.get(candidate) ?? [])];
    return figures.length === 0 ? [] : [explained(candidate, figures, counted, taken)];
  });
  records.sort((a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect));
  return { records, untried: Math.max(0, candidates.length - most) };
}

/** A record that differs between the sides. */
interface Candidate extends Parts {
  readonly record: RecordSnapshot;
  readonly cause: Cause;
  readonly state?: string;
}

/** The records that differ, in the ledger's order: edited between the sides, or something happened to them in between. */
function changedRecords(before: Figures, after: Figures): readonly Candidate[] {
  const settings = changedBetween('workspace', 'workspace', before, after);
  const records = KINDS.flatMap((kind) => {
    const ids = new Set([...after.ledger.all(kind), ...before.ledger.all(kind)].map(({ id }) => id));
    return [...ids].flatMap((id) => changedBetween(kind, id, before, after));
  });
  return [...settings, ...records];
}

function changedBetween(kind: Kind | 'workspace', id: string, before: Figures, after: Figures): Candidate[] {
  const [old, now] = [recordSnapshot(before.ledger, kind, id), recordSnapshot(after.ledger, kind, id)];
  if (now && old) {
    if (isDeepStrictEqual(old.value, now.value)) return onLaterDay(now, before, after);
    return [{ ...editedParts(old, now, after.asOf), record: now, cause: 'edited' }];
  }
  if (now) {
    const happenings = now.happenings.filter(({ on }) => on <= after.asOf);
    return [{ parts: [{ at: '', happenings, fields: [] }], without: () => null, record: now, cause: 'new' }];
  }
  if (!old) return [];
  return [{ parts: [{ at: '', happenings: [], fields: [] }], without: () => old.value, record: old, cause: 'deleted' }];
}

/** The same record on a later day; nothing where nothing happened to it in between. */
function onLaterDay(record: RecordSnapshot, before: Figures, after: Figures): Candidate[] {
  if (record.kind === 'workspace' || before.asOf >= after.asOf) return [];
  const [old, now] = [before, after].map((figures) => stateOn(figures, record));
  const parts = datedParts(record, { from: before.asOf, until: after.asOf }, old !== now);
  const state = now === undefined || now === old ? {} : { state: now };
  return parts.parts.length === 0 ? [] : [{ ...parts, record, cause: 'day', ...state }];
}

function stateOn(figures: Figures, { kind, id }: RecordSnapshot): string | undefined {
  const entry = kind === 'workspace' ? undefined : figures.ledger.get(kind, id);
  return entry && recordState(figures, entry)?.label;
}

/** The ids of the figures whose change is taken back, in whole or in part, with what changed in a record. */
function movedBy(
  { record, parts, without }: Candidate,
  changes: readonly FigureChange[],
  taken: TakenBack,
  before: Figures,
  after: Figures,
): readonly string[] {
  const other = taken.without([{ record, value: without(parts) }]);
  return changes.flatMap((change) => {
    const { id } = change;
    const figure = change.after ?? change.before;
    if (figure && !mayDepend(figure, record.kind, change.after ? after : before)) return [];
    const back = knownFigure(other, id);
    if (isSameFigure(back, change.after)) return [];
    return isListed(change, record) || isNearer(back, change) ? [id] : [];
  });
}

/** Whether a figure lists the record as one that counts differently. */
function isListed({ added, removed, changed }: FigureChange, { kind, id }: RecordSnapshot): boolean {
  return [...added, ...removed, ...changed].some((each) => each.kind === kind && each.id === id);
}

/** Whether a figure without something is nearer to what it was before. */
function isNearer(back: Figure | undefined, { before, after }: FigureChange): boolean {
  const [without, old, now] = [back, before, after].map((figure) => figure?.value ?? null);
  if (without == null || old == null || now == null) return without === old || now === null || old === null;
  return Math.abs(without - old) < Math.abs(now - old) || now === old;
}

/** Records that a figure lists and that move it only together: two that name the same partner. */
function jointCauses(
  candidates: readonly Candidate[],
  changes: readonly FigureChange[],
  taken: TakenBack,
): ReadonlyMap<Candidate, readonly string[]> {
  const found = new Map<Candidate, string[]>();
  for (const change of changes) {
    const listed = candidates.filter(({ record }) => isListed(change, record));
    if (listed.length < 2) continue;
    const other = taken.without(listed.map(({ record, parts, without }) => ({ record, value: without(parts) })));
    if (isSameFigure(knownFigure(other, change.id), change.after)) continue;
    for (const candidate of listed) addTo(found, candidate, change.id);
  }
  return found;
}

/** A cause with those of its events and fields that make the difference; all of them where only together they do. */
function explained(
  candidate: Candidate,
  figures: readonly string[],
  changes: readonly FigureChange[],
  taken: TakenBack,
): RecordChange {
  const { record, cause, parts, without, state } = candidate;
  const own = changes.filter(({ id }) => figures.includes(id));
  const matters = (part: Part): boolean => {
    const other = taken.without([{ record, value: without([part]) }]);
    return own.some(({ id, after }) => !isSameFigure(knownFigure(other, id), after));
  };
  const found = parts.length > 1 ? parts.filter(matters) : parts;
  const told = found.length > 0 ? found : parts;
  const happenings = told.flatMap((part) => part.happenings);
  return {
    record,
    cause,
    effect: effectOf(record, own),
    happenings,
    fields: told.flatMap(({ fields }) => fields),
    ...(happenings.length > 0 || state === undefined ? {} : { state }),
    figures: [...new Set(figures)],
  };
}

/** As the figures list it; one that they do not list (an agreement) moves others from one state to another. */
function effectOf(record: RecordSnapshot, changes: readonly FigureChange[]): Effect {
  const has = (name: 'added' | 'removed' | 'changed'): boolean =>
    changes.some((change) => change[name].some(({ kind, id }) => kind === record.kind && id === record.id));
  const [added, removed] = [has('added'), has('removed')];
  if (added || removed) return added && removed ? 'moved' : added ? 'added' : 'removed';
  return has('changed') || record.happenings.length === 0 ? 'changed' : 'moved';
}
