import type { Reader } from '../files/reader.js';
import { KIND_TABLE } from '../ledger/kind-table.js';
import { fieldsOf } from '../ledger/ledger.js';
import type { Kind } from '../schema/kinds.js';
import { readSource } from '../source/read-source.js';
import { roleOf } from './layout.js';

/** A record by its id, with what it is called beside that. */
export interface RecordName {
  readonly kind: Kind;
  readonly id: string;
  /** Its name or title; empty where the id is all it has. */
  readonly label: string;
}

/** The records of some kinds by name alone, unchecked and quick: only their files are read, and what cannot be is left out. */
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
