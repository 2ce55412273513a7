import type { Entry, Ledger } from '../ledger/ledger.js';
import { type NamedIds, namedIds } from '../ledger/named-ids.js';
import { type Named, type Reference, referencesOf, resolves, type Speaker, targetKind } from '../ledger/references.js';
import { KINDS, type Kind, referenceFields } from '../schema/kinds.js';
import type { Locator } from '../source/locate.js';
import { type Note, type Noted, noteOf } from './note.js';

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

/** A reference, and the record that makes it. */
interface Referring {
  readonly entry: Entry;
  readonly reference: Reference;
}

/** What a file's records refer to; which field it stands in is told by its place in the list. */
export type ReferenceNote = readonly (readonly NamedIds[])[];

/** Whether a reference is looked for, as far as a file's note tells of it. */
type IsMeant = (file: Pick<Noted<unknown>, 'sample'>, reference: Named, speaker: Speaker) => boolean;

/** What a rule may look at. Rules look at records alone: nothing here depends on the day. */
export interface RuleContext extends Surroundings {
  /** The references that are meant, looked for only in files that have any. */
  readonly referring: (isMeant: IsMeant) => readonly Referring[];
  /** Every reference to a record that is not there, unless it may stand in a file that cannot be read. */
  readonly unresolved: readonly Referring[];
}

export const referenceNote: Note<ReferenceNote> = noteOf(KINDS, (entries) => {
  const [first] = entries;
  const named = first ? namedIds(first.kind, entries) : [];
  return named.every((groups) => groups.length === 0) ? null : named;
});

/** What several rules look through is looked up once. */
export function ruleContext(surroundings: Surroundings, notes: readonly Noted<ReferenceNote>[]): RuleContext {
  const { ledger, unreadable } = surroundings;
  const referring = (isMeant: IsMeant): readonly Referring[] => notes.flatMap((noted) => referringIn(noted, isMeant));
  const isUnresolved: IsMeant = (_, reference, speaker) =>
    !resolves(ledger, reference, speaker) && !reference.to.some((target) => unreadable.has(targetKind(target)));
  return { ...surroundings, referring, unresolved: referring(isUnresolved) };
}

function referringIn(noted: Noted<ReferenceNote>, isMeant: IsMeant): readonly Referring[] {
  const fields = referenceFields(noted.kind);
  const isAny = noted.note.some((groups, field) => {
    const { to = [] } = fields[field] ?? {};
    return groups.some(({ value, ids }) => ids.some((id) => isMeant(noted, { id, to }, { value })));
  });
  if (!isAny) return [];
  return noted
    .entries()
    .flatMap((entry) =>
      [...referencesOf(entry)]
        .filter((reference) => isMeant(noted, reference, entry))
        .map((reference) => ({ entry, reference })),
    );
}
