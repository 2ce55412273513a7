import type { Entry, Ledger } from '../ledger/ledger.js';
import { isOwned, type NamedIds, namedIds } from '../ledger/named-ids.js';
import { type Named, type Reference, referencesOf, resolves, type Speaker, targetKind } from '../ledger/references.js';
import { KINDS, type Kind, type ReferenceField, referenceFields } from '../schema/kinds.js';
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

/** Whether a reference is looked for. */
type IsMeant = (reference: Named, speaker: Speaker) => boolean;

/** What a rule may look at. Rules look at records alone: nothing here depends on the day. */
export interface RuleContext extends Surroundings {
  /** The references that are meant, those of real records alone or those of samples too; looked for in files that have any. */
  readonly referring: (isMeant: IsMeant, whose?: 'real') => readonly Referring[];
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
  const referring: RuleContext['referring'] = (isMeant, whose) => {
    const isAny = anyMeant(isMeant);
    return notes
      .filter((noted) => (whose === undefined || !noted.sample) && isAny(noted))
      .flatMap(({ entries }) => entries().flatMap((entry) => referencesMeant(entry, isMeant)));
  };
  const isUnresolved: IsMeant = (reference, speaker) =>
    !resolves(ledger, reference, speaker) && !reference.to.some((target) => unreadable.has(targetKind(target)));
  return { ...surroundings, referring, unresolved: referring(isUnresolved) };
}

function referencesMeant(entry: Entry, isMeant: IsMeant): readonly Referring[] {
  const meant = [...referencesOf(entry)].filter((reference) => isMeant(reference, entry));
  return meant.map((reference) => ({ entry, reference }));
}

/** Whether a file's records make such a reference. The files of a ledger refer to the same few things: each is asked for once. */
function anyMeant(isMeant: IsMeant): (noted: Noted<ReferenceNote>) => boolean {
  const known = new Map<ReferenceField, Map<string, boolean>>();
  return ({ note, kind }) =>
    referenceFields(kind).some((field, index) => {
      const { to } = field;
      const ofField = known.get(field) ?? new Map<string, boolean>();
      known.set(field, ofField);
      const ask = (id: string, value: object): boolean => isMeant({ id, to }, { value });
      return (note[index] ?? []).some(({ value, ids }) => {
        if (isOwned(field)) return ids.some((id) => ask(id, value));
        return ids.some((id) => {
          const answer = ofField.get(id) ?? ask(id, value);
          ofField.set(id, answer);
          return answer;
        });
      });
    });
}
