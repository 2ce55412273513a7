import type { Kind } from '../schema/kinds.js';
import type { Entry, Ledger } from './ledger.js';
import { otherNames } from './names.js';

/**
 * The valid records a word may mean: those of exactly that id; else of that name or declared alias; else those whose id,
 * name or alias contains it. With several the user has to choose.
 */
export function findRecords<K extends Kind>(ledger: Ledger, word: string, kinds: readonly K[]): readonly Entry<K>[] {
  if (word === '') return [];
  const entries = kinds.flatMap((kind) => [...ledger.all(kind)]);
  const byId = entries.filter(({ id }) => id === word);
  if (byId.length > 0) return byId;
  const exact = entries.filter((entry) => namesOf(entry).includes(word));
  return exact.length > 0 ? exact : entries.filter((entry) => namesOf(entry).some((name) => name.includes(word)));
}

/** Everything a record is called. */
function namesOf({ id, value }: { readonly id: string; readonly value: object }): readonly string[] {
  return [id, ...otherNames(value)];
}
