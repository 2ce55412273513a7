import type { NamedFigure } from '../ledger/figure-mentions.js';
import type { FrozenCheck } from '../ledger/frozen-year.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import {
  namesAny,
  type Reference,
  type ReferenceTarget,
  referencesOf,
  resolves,
  targetKind,
} from '../ledger/references.js';
import { KINDS, type Kind, referenceFields } from '../schema/kinds.js';
import type { Locator } from '../source/locate.js';
import { asFarAsKnown, knownPart } from './known-part.js';
import { NameSuggestions } from './near-names.js';

/** Everything that the rules check a ledger with. */
export interface RuleInput {
  readonly ledger: Ledger;
  /** The fields that the schema refuses of an invalid record; null where that cannot be said. */
  readonly refusedOf: (entry: Entry) => ReadonlySet<string> | null;
  /** Kinds with a file that could not be read: a missing record of theirs is unknown, not absent. */
  readonly unreadable: ReadonlySet<Kind>;
  /** Whether an id names a figure that can be computed. */
  readonly knowsFigure: (id: string) => boolean;
  /** The ids to suggest for a wrong figure id. */
  readonly figureIds: () => readonly string[];
  /** The unit printed with a figure's number; undefined where there is no such figure. */
  readonly unitOfFigure: (id: string) => string | undefined;
  /** The figures that a year's texts may give by their names. */
  readonly figuresOfYear: (year: number) => readonly NamedFigure[];
  /** The id that a wrong one in a text of a year most likely means; empty where none is near. */
  readonly figureMeant: (id: string, year: number) => string;
  /** Whether a file of any content exists below the data folder. */
  readonly hasFile: (path: string) => boolean;
  /** The paths of all files below the data folder. */
  readonly names: readonly string[];
  /** The frozen years, held against the records. */
  readonly frozen: readonly FrozenCheck[];
  /** The files with private numbers, by their path. */
  readonly suspects: ReadonlyMap<string, Suspect>;
}

/** A file with private numbers: its text, its value (undefined where it is not read as records) and its locator. */
export interface Suspect {
  readonly text: string;
  readonly value: unknown;
  /** Whether it is read with the ledger; templates, sheets to be imported and notes are only searched. */
  readonly isLedger: boolean;
  readonly locator: Pick<Locator, 'pointerAt' | 'offsets'>;
}

/** A reference and the record that makes it. */
interface ReferenceUse {
  readonly entry: Entry;
  readonly reference: Reference;
}

/** What a rule may use. Nothing in it depends on the day: rules check records alone. */
export interface RuleContext extends RuleInput {
  /** Suggestions for wrong names; all rules share one budget. */
  readonly suggestions: NameSuggestions;
  /** The invalid records as far as they are known: what else is wrong with them is said in the same round. */
  readonly knownParts: readonly Entry[];
  /** Every reference to a missing record, unless it may be in a file that cannot be read. */
  readonly unresolved: readonly ReferenceUse[];
}

/** The context of one run; what several rules need is computed once. */
export function ruleContext(input: RuleInput): RuleContext {
  const { ledger, unreadable } = input;
  const known = knownPartsOf(input);
  const unresolved = referenceUses(
    ledger,
    (reference, entry) =>
      !resolves(ledger, reference, entry) && !reference.to.some((target) => unreadable.has(targetKind(target))),
    ledger.allInvalid().map((entry) => ({ entry, known: known.get(entry) ?? entry })),
  );
  return { ...input, unresolved, knownParts: [...known.values()], suggestions: new NameSuggestions() };
}

function knownPartsOf({ ledger, refusedOf }: RuleInput): ReadonlyMap<Entry, Entry> {
  const parts = ledger.allInvalid().map((entry) => ({ entry, refused: refusedOf(entry) }));
  return new Map(parts.flatMap(({ entry, refused }) => (refused ? [[entry, knownPart(entry, refused)]] : [])));
}

/** The references that pass a test, which is called with many and passes few: those of valid records, and of invalid ones. */
export function referenceUses(
  ledger: Ledger,
  isMeant: (reference: ReferenceTarget, entry: Entry) => boolean,
  invalid: readonly { readonly entry: Entry; readonly known: Entry }[] = [],
): ReferenceUse[] {
  const found: ReferenceUse[] = [];
  for (const { entry, known } of invalid) {
    for (const reference of referencesOf(entry))
      asFarAsKnown(() => {
        if (NAME.test(reference.id) && isMeant(reference, known)) found.push({ entry, reference });
      });
  }
  for (const kind of KINDS) {
    const fields = referenceFields(kind);
    for (const entry of ledger.all(kind)) {
      if (!fields.some(({ path, to }) => namesAny(entry.value, path, (id) => isMeant({ id, to }, entry)))) continue;
      for (const reference of referencesOf(entry)) if (isMeant(reference, entry)) found.push({ entry, reference });
    }
  }
  return found;
}

/** What a reference may be by its schema, which has its own word on anything else. */
const NAME = /^.{1,60}$/u;
