import type { Reader } from '../files/reader.js';
import type { Kind } from '../schema/kinds.js';
import { parseSource } from '../source/source.js';
import { roleOf } from './layout.js';

/** A record by its id, with what it is called beside that. */
export interface RecordName {
  readonly kind: Kind;
  readonly id: string;
  /** Its name or title; empty where the id is all it has. */
  readonly label: string;
}

/** The records of some kinds by name alone, unchecked and quick: only their files are read, and what cannot be is left out. */
export function recordNames(reader: Reader, kinds: readonly Kind[]): RecordName[] {
  return reader.list().flatMap(({ path, obstacle }) => {
    const role = roleOf(path, obstacle === undefined);
    if (role.role !== 'records' || obstacle !== undefined || !kinds.includes(role.kind)) return [];
    return recordsIn(reader, path).map((record) => ({ kind: role.kind, ...record }));
  });
}

function recordsIn(reader: Reader, path: string): Omit<RecordName, 'kind'>[] {
  let value: unknown;
  try {
    ({ value } = parseSource(path, reader.read(path)));
  } catch {
    return [];
  }
  return (Array.isArray(value) ? value : []).flatMap((record: unknown) => {
    if (record === null || typeof record !== 'object') return [];
    const { id, name, title, label } = record as Readonly<Record<string, unknown>>;
    if (typeof id !== 'string') return [];
    const called = [name, title, label].find((each) => typeof each === 'string');
    return [{ id, label: typeof called === 'string' ? called : '' }];
  });
}
