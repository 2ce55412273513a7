import { WORKSPACE_FILE } from '../files/find-data.js';
import type { Happening } from '../ledger/happening.js';
import { happeningsOf } from '../ledger/kind-table.js';
import { fieldsOf, type Ledger, labelOf } from '../ledger/ledger.js';
import { isKind, type Kind } from '../schema/kinds.js';

/** A record as one side of a comparison has it; the workspace's settings count as one. */
export interface SeenRecord {
  readonly kind: Kind | 'workspace';
  readonly id: string;
  readonly label: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly file: string;
  readonly pointer: string;
  readonly sample: boolean;
  /** What it says of days; the settings say nothing of any. */
  readonly happenings: readonly Happening[];
}

/** The record of that kind and id, or undefined where the ledger has none that is valid. */
export function seenRecord(ledger: Ledger, kind: string, id: string): SeenRecord | undefined {
  if (kind === 'workspace') return seenWorkspace(ledger);
  const entry = isKind(kind) ? ledger.get(kind, id) : undefined;
  if (!entry) return undefined;
  const { file, pointer, sample } = entry;
  const happenings = happeningsOf(entry);
  return {
    kind: entry.kind,
    id,
    label: labelOf(entry),
    value: fieldsOf(entry.value),
    file,
    pointer,
    sample,
    happenings,
  };
}

function seenWorkspace({ workspace }: Ledger): SeenRecord | undefined {
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
