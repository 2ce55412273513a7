import { type Entry, entryFrom, fieldsOf, Ledger } from '../../ledger/ledger.js';
import { KINDS, type Kind } from '../../schema/kinds.js';
import { isFew } from './persons.js';

/** Kinds of which nothing is public: people, and how the two sides of a pairing judge it. */
const WITHHELD_KINDS: readonly Kind[] = ['people', 'evaluations'];

/** Fields that name persons, or say what inspections found and partners think. */
const WITHHELD: { readonly [K in Kind]?: readonly string[] } = {
  agreements: ['liaisons'],
  branches: ['secretaries'],
  inspections: ['problems'],
  tasks: ['leaders'],
};

/** Fields that count persons. */
const PERSONS: { readonly [K in Kind]?: readonly string[] } = {
  activities: ['beneficiaries', 'volunteers'],
  meetings: ['attendees'],
  organizations: ['residents'],
};

/**
 * The ledger as the public may know it: without people and what names them, and without any count of 1 to 9 persons.
 * Whatever is made of it can reveal neither: no sum, difference, light or judging word depends on them, in one document
 * or in several, of whatever period, branch, pairing and day. A count of 0 stays, and so does one nobody entered.
 */
export function publicLedger(ledger: Ledger): Ledger {
  const kinds = KINDS.filter((kind) => !WITHHELD_KINDS.includes(kind));
  return new Ledger(ledger.workspace, kinds.flatMap((kind): readonly Entry[] => ledger.all(kind)).map(publicEntry));
}

function publicEntry(entry: Entry): Entry {
  const { kind, value } = entry;
  const counts = (PERSONS[kind] ?? []).filter((field) => isFewIn(value, field));
  const hidden = [...(WITHHELD[kind] ?? []), ...counts.flatMap((field) => [field, `${field}Bound`])];
  const open =
    entry.kind === 'requests' ? { ...value, events: entry.value.events.map(({ note: _, ...event }) => event) } : value;
  if (hidden.length === 0 && open === value) return entry;
  return entryFrom({
    ...entry,
    value: Object.fromEntries(Object.entries(open).filter(([field]) => !hidden.includes(field))),
  });
}

function isFewIn(value: object, field: string): boolean {
  const count = fieldsOf(value)[field];
  return typeof count === 'number' && isFew(count);
}
