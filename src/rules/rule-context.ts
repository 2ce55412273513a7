import type { Entry, Ledger } from '../ledger/ledger.js';
import { type Reference, referencesOf, resolves, targetKind } from '../ledger/references.js';
import { KINDS, type Kind } from '../schema/kinds.js';
import type { Locator } from '../source/locate.js';

/** What the ledger is checked with, beside its records. */
export interface Surroundings {
  readonly ledger: Ledger;
  /** Kinds of which a file could not be read: what is missing there is unknown, not absent. */
  readonly unreadable: ReadonlySet<Kind>;
  /** Whether an id names a figure that can be computed. */
  readonly knowsFigure: (id: string) => boolean;
  /** Ids of figures that a wrong one may have meant. */
  readonly figureIds: () => readonly string[];
  /** Whether a file lies below the data folder, whatever it holds. */
  readonly hasFile: (path: string) => boolean;
  /** Files whose text holds a person's number, with the text: few, so that the others need not be kept. */
  readonly suspects: ReadonlyMap<string, Suspect>;
}

/** A file's text, and what tells the value that stands somewhere in it. */
export interface Suspect {
  readonly text: string;
  readonly locator: Pick<Locator, 'pointerAt'>;
}

/** A reference that leads nowhere, and the record that makes it. */
interface Unresolved {
  readonly entry: Entry;
  readonly reference: Reference;
}

/** What a rule may look at. Rules look at records alone: nothing here depends on the day. */
export interface RuleContext extends Surroundings {
  /** Every valid record, kind by kind in the dictionary's order. */
  readonly entries: readonly Entry[];
  /** Every reference to a record that is not there, unless it may stand in a file that cannot be read. */
  readonly unresolved: readonly Unresolved[];
}

/** What several rules look through is looked up once. */
export function ruleContext(surroundings: Surroundings): RuleContext {
  const entries = KINDS.flatMap((kind): readonly Entry[] => surroundings.ledger.all(kind));
  return { ...surroundings, entries, unresolved: unresolvedIn(surroundings, entries) };
}

function unresolvedIn({ ledger, unreadable }: Surroundings, entries: readonly Entry[]): Unresolved[] {
  const found: Unresolved[] = [];
  for (const entry of entries) {
    for (const reference of referencesOf(entry)) {
      if (resolves(ledger, reference, entry)) continue;
      if (!reference.to.some((target) => unreadable.has(targetKind(target)))) found.push({ entry, reference });
    }
  }
  return found;
}
