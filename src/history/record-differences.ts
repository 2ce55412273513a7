import { isDeepStrictEqual } from 'node:util';
import type { Happening } from '../ledger/happening.js';
import type { LedgerOnDay } from '../ledger/kind-row.js';
import { recordState } from '../ledger/kind-table.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import { KINDS, type Kind } from '../schema/kinds.js';
import type { FieldChange } from './field-changes.js';
import { editedParts } from './record-parts.js';
import { type RecordSnapshot, snapshotOf, workspaceSnapshot } from './record-snapshot.js';

/** A record that one of two versions of a ledger has, or that both have in another form. */
export interface RecordDifference {
  readonly change: 'new' | 'deleted' | 'edited';
  /** As the later version has it, or the earlier one where it is gone. */
  readonly record: RecordSnapshot;
  /** The events that were added. */
  readonly happenings: readonly Happening[];
  /** Edited fields, without the lists whose new items are among `happenings`; none for a new record or one that is gone. */
  readonly fields: readonly FieldChange[];
  /** The states before and after, where a valid record has one and it is another. */
  readonly state?: readonly [before: string, after: string];
}

/**
 * What differs between two versions of a ledger, record by record in the order of kinds and of the later version, with
 * those that are gone last in their kind. Records that their schema refuses are compared too. The place of a record, its
 * comments and its layout are no difference.
 */
export function recordDifferences(before: LedgerOnDay, after: LedgerOnDay): readonly RecordDifference[] {
  const settings = differenceOf(workspaceSnapshot(before.ledger), workspaceSnapshot(after.ledger));
  const records = KINDS.flatMap((kind) => {
    const [old, now] = [entriesOf(before.ledger, kind), entriesOf(after.ledger, kind)];
    return [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
      const [was, is] = [old.get(id), now.get(id)];
      const [difference] = differenceOf(was && snapshotOf(was), is && snapshotOf(is));
      return difference ? [{ ...difference, ...stateChange(before, after, was, is) }] : [];
    });
  });
  return [...settings, ...records];
}

/** Of several with one id, the first. */
function entriesOf(ledger: Ledger, kind: Kind): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const entry of ledger.allWithInvalid(kind)) if (!entries.has(entry.id)) entries.set(entry.id, entry);
  return entries;
}

function differenceOf(old: RecordSnapshot | undefined, now: RecordSnapshot | undefined): RecordDifference[] {
  if (!old) return now ? [{ change: 'new', record: now, happenings: now.happenings, fields: [] }] : [];
  if (!now) return [{ change: 'deleted', record: old, happenings: [], fields: [] }];
  if (isDeepStrictEqual(old.value, now.value)) return [];
  const { parts } = editedParts(old, now, END_OF_TIME);
  return [
    {
      change: 'edited',
      record: now,
      happenings: parts.flatMap(({ happenings }) => happenings),
      fields: parts.flatMap(({ fields }) => fields),
    },
  ];
}

const END_OF_TIME = '9999-12-31';

function stateChange(
  before: LedgerOnDay,
  after: LedgerOnDay,
  was: Entry | undefined,
  is: Entry | undefined,
): Pick<RecordDifference, 'state'> {
  if (!was?.valid || !is?.valid) return {};
  const [old, now] = [recordState(before, was)?.label, recordState(after, is)?.label];
  return old === undefined || now === undefined || old === now ? {} : { state: [old, now] };
}
