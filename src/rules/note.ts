import type { Entry } from '../ledger/ledger.js';
import type { Kind } from '../schema/kinds.js';

/** What a rule that looks at the whole ledger must know of a file's records, so that they need not be looked at again. */
export interface Note<N> {
  readonly kinds: readonly Kind[];
  /** As JSON; null where there is nothing to know. */
  readonly take: (entries: readonly Entry[]) => N | null;
}

/** What was noted of a file, and its valid records: those of a large ledger are read again where they are asked for. */
export interface Noted<N> {
  readonly note: N;
  readonly kind: Kind;
  readonly sample: boolean;
  readonly entries: () => readonly Entry[];
}

/** What is noted of each file of some kinds. */
export function noteOf<K extends Kind, N>(
  kinds: readonly K[],
  take: (entries: readonly Entry<K>[]) => N | null,
): Note<N> {
  return { kinds, take: take as unknown as Note<N>['take'] };
}
