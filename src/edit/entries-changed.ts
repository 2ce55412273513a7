import { isDeepStrictEqual } from 'node:util';
import { type Entry, fieldsOf, type Ledger } from '../ledger/ledger.js';
import { KINDS } from '../schema/kinds.js';
import type { ChangedRecord } from './ledger-edit.js';

/** The records of some files that differ between two states of a ledger: new, changed and removed ones. */
export function entriesChanged(before: Ledger, after: Ledger, files: ReadonlySet<string>): readonly ChangedRecord[] {
  const [old, now] = [entriesIn(before, files), entriesIn(after, files)];
  const changed = [...now].flatMap(([name, entry]): ChangedRecord[] => {
    const { kind, file } = entry;
    const [was, is] = [old.get(name), fieldsOf(entry.value)];
    if (was && isDeepStrictEqual(was.value, entry.value)) return [];
    return [{ kind, file, ...(was ? { before: fieldsOf(was.value) } : {}), after: is }];
  });
  const gone = [...old].filter(([name]) => !now.has(name));
  return [...changed, ...gone.map(([, { kind, file, value }]) => ({ kind, file, before: fieldsOf(value) }))];
}

function entriesIn(ledger: Ledger, files: ReadonlySet<string>): ReadonlyMap<string, Entry> {
  const all = KINDS.flatMap((kind): readonly Entry[] => ledger.allWithInvalid(kind));
  const own = all.filter(({ file }) => files.has(file));
  return new Map(own.map((entry) => [`${entry.kind}\0${entry.id}`, entry]));
}
