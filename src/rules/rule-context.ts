import type { Entry, Ledger } from '../ledger/ledger.js';
import { type Named, namesAny, type Reference, referencesOf, resolves, targetKind } from '../ledger/references.js';
import { KINDS, type Kind, referenceFields } from '../schema/kinds.js';
import type { Locator } from '../source/locate.js';
import { NearNames } from './near-names.js';

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
  /** Every file below the data folder by its path, whatever it holds. */
  readonly names: readonly string[];
  /** Files in which a person's number stands, with their text: few, so that the others need not be kept. */
  readonly suspects: ReadonlyMap<string, Suspect>;
}

/** A file's text and its value (undefined where it is not read as records), and what tells which value stands somewhere. */
export interface Suspect {
  readonly text: string;
  readonly value: unknown;
  readonly locator: Pick<Locator, 'pointerAt' | 'offsets'>;
}

/** A reference, and the record that makes it. */
interface Referring {
  readonly entry: Entry;
  readonly reference: Reference;
}

/** What a rule may look at. Rules look at records alone: nothing here depends on the day. */
export interface RuleContext extends Surroundings {
  /** What wrong names may have meant; all rules share one budget. */
  readonly nearNames: NearNames;
  /** Every reference to a record that is not there, unless it may stand in a file that cannot be read. */
  readonly unresolved: readonly Referring[];
}

/** What several rules look through is looked up once. */
export function ruleContext(surroundings: Surroundings): RuleContext {
  const { ledger, unreadable } = surroundings;
  const unresolved = referring(
    ledger,
    (reference, entry) =>
      !resolves(ledger, reference, entry) && !reference.to.some((target) => unreadable.has(targetKind(target))),
  );
  return { ...surroundings, unresolved, nearNames: new NearNames() };
}

/** The references of valid records that are meant: few of very many. */
export function referring(ledger: Ledger, isMeant: (reference: Named, entry: Entry) => boolean): Referring[] {
  const found: Referring[] = [];
  for (const kind of KINDS) {
    const fields = referenceFields(kind);
    for (const entry of ledger.all(kind)) {
      if (!fields.some(({ path, to }) => namesAny(entry.value, path, (id) => isMeant({ id, to }, entry)))) continue;
      for (const reference of referencesOf(entry)) if (isMeant(reference, entry)) found.push({ entry, reference });
    }
  }
  return found;
}
