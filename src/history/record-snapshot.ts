import { WORKSPACE_FILE } from '../files/find-data.js';
import type { Happening } from '../ledger/happening.js';
import { happeningsOf } from '../ledger/kind-table.js';
import { type Entry, fieldsOf, type Ledger, labelOf } from '../ledger/ledger.js';
import { isKind, type Kind } from '../schema/kinds.js';

/** A record on one side of a comparison; the workspace's settings count as one. */
export interface RecordSnapshot {
  readonly kind: Kind | 'workspace';
  readonly id: string;
  readonly label: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly file: string;
  readonly pointer: string;
  readonly sample: boolean;
  /** Its dated events; the settings have none. */
  readonly happenings: readonly Happening[];
}

/** The record of that kind and id, or undefined where the ledger has none that is valid. */
export function recordSnapshot(ledger: Ledger, kind: string, id: string): RecordSnapshot | undefined {
  if (kind === 'workspace') return workspaceSnapshot(ledger);
  const entry = isKind(kind) ? ledger.get(kind, id) : undefined;
  return entry && snapshotOf(entry);
}

/** A record as it stands; one that its schema refuses has no events, for anything may stand in its fields. */
export function snapshotOf(entry: Entry): RecordSnapshot {
  const { kind, id, file, pointer, sample, valid } = entry;
  const happenings = valid ? happeningsOf(entry) : [];
  return { kind, id, label: labelOf(entry), value: fieldsOf(entry.value), file, pointer, sample, happenings };
}

/** The settings, where they are valid. */
export function workspaceSnapshot({ workspace }: Ledger): RecordSnapshot | undefined {
  if (workspace === null) return undefined;
  return {
    kind: 'workspace',
    id: 'workspace',
    label: '总设置',
    value: fieldsOf(workspace),
    file: WORKSPACE_FILE,
    pointer: '',
    sample: false,
    happenings: [],
  };
}
