import type { Reader } from '../files/reader.js';
import { KIND_TABLE } from '../ledger/kind-table.js';
import { fieldsOf } from '../ledger/ledger.js';
import type { Kind } from '../schema/kinds.js';
import { readSource } from '../source/read-source.js';
import { roleOf } from './layout.js';

/** A record's id and its name. */
export interface RecordName {
  readonly kind: Kind;
  readonly id: string;
  /** Its name or title; empty where it has only its id. */
  readonly label: string;
}

/** The names of the records of some kinds, unchecked: only their files are read, and unreadable ones are skipped. */
export async function recordNames(reader: Reader, kinds: readonly Kind[]): Promise<RecordName[]> {
  const names: RecordName[] = [];
  for (const { path, obstacle } of reader.list()) {
    const role = roleOf(path, obstacle === undefined);
    if (role.role !== 'records' || obstacle !== undefined || !kinds.includes(role.kind)) continue;
    for (const record of await recordsIn(reader, path, role.kind)) names.push(record);
  }
  return names;
}

async function recordsIn(reader: Reader, path: string, kind: Kind): Promise<RecordName[]> {
  const { named } = KIND_TABLE[kind];
  let value: unknown;
  try {
    ({ value } = await readSource(path, reader.read(path)));
  } catch {
    return [];
  }
  return (Array.isArray(value) ? value : []).flatMap((record: unknown) => {
    if (record === null || typeof record !== 'object') return [];
    const { id, ...fields } = fieldsOf(record);
    if (typeof id !== 'string') return [];
    const called = named && fields[named];
    return [{ kind, id, label: typeof called === 'string' ? called : '' }];
  });
}
