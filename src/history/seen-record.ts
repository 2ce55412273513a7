import { WORKSPACE_FILE } from '../files/find-data.js';
import { type Ledger, labelOf } from '../ledger/ledger.js';
import { isKind } from '../schema/kinds.js';

/** A record as one side of a comparison has it; the workspace's settings count as one. */
export interface SeenRecord {
  readonly kind: string;
  readonly id: string;
  readonly label: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly file: string;
  readonly pointer: string;
  readonly sample: boolean;
}

/** The record of that kind and id, or undefined where the ledger has none that is valid. */
export function seenRecord(ledger: Ledger, kind: string, id: string): SeenRecord | undefined {
  if (kind === 'workspace') return seenWorkspace(ledger);
  const entry = isKind(kind) ? ledger.get(kind, id) : undefined;
  if (!entry) return undefined;
  const { file, pointer, sample } = entry;
  const value = entry.value as unknown as SeenRecord['value'];
  return { kind, id, label: labelOf(entry), value, file, pointer, sample };
}

function seenWorkspace({ workspace }: Ledger): SeenRecord | undefined {
  if (workspace === null) return undefined;
  const value = workspace as unknown as SeenRecord['value'];
  return {
    kind: 'workspace',
    id: 'workspace',
    label: '总设置',
    value,
    file: WORKSPACE_FILE,
    pointer: '',
    sample: false,
  };
}
