import { overlaps } from '../../ledger/in-force.js';
import { isDateless, recordDays } from '../../ledger/kind-table.js';
import type { Entry, Ledger } from '../../ledger/ledger.js';
import { isKind, KINDS, type Kind } from '../../schema/kinds.js';
import { firstDay, lastDay } from '../../text/calendar-date.js';
import { digestOf } from './digest.js';

/** Digests of records by kind and id. */
export type Marks = Readonly<Record<string, Readonly<Record<string, string>>>>;

const LENGTH = 8;
/** Fields at any depth that no figure reads. */
const UNCOUNTED: readonly string[] = ['note', 'excuse', 'aliases', 'shortName'];
/** Kinds whose records are texts. */
const TEXTS: readonly Kind[] = ['sources', 'narratives', 'outlines'];

/** The digest of what figures may read of a record. */
export function markOf({ value }: Entry): string {
  return digestOf(counted(value), LENGTH);
}

function counted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(counted);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([name]) => !UNCOUNTED.includes(name));
  return Object.fromEntries(fields.map(([name, field]) => [name, counted(field)]));
}

/** The records a year's figures may rest on: those that belong to the year or to no day yet, texts left out. */
export function recordsOfYear(ledger: Ledger, year: number): readonly Entry[] {
  const [first, last] = [firstDay(String(year)), lastDay(String(year))];
  return KINDS.filter((kind) => !TEXTS.includes(kind) && !isDateless(kind)).flatMap((kind): readonly Entry[] =>
    ledger.all(kind).filter((entry: Entry) => {
      const days = recordDays(ledger, entry);
      return days === null || overlaps(days, first, last);
    }),
  );
}

/** The digests of records, each kind's in the order of its ids. */
export function marksOf(entries: Iterable<Entry>): Marks {
  const unique = new Map([...entries].map((entry) => [`${entry.kind}/${entry.id}`, entry]));
  return Object.fromEntries(
    KINDS.flatMap((kind) => {
      const own = [...unique.values()].filter((entry) => entry.kind === kind);
      own.sort((a, b) => (a.id < b.id ? -1 : 1));
      return own.length === 0 ? [] : [[kind, Object.fromEntries(own.map((entry) => [entry.id, markOf(entry)]))]];
    }),
  );
}

/** The mark of a record, undefined for one that had none. */
export function markIn(marks: Marks, kind: string, id: string): string | undefined {
  const own = Object.hasOwn(marks, kind) ? marks[kind] : undefined;
  return own && Object.hasOwn(own, id) ? own[id] : undefined;
}

/** The record of a reference, where the ledger has it. */
export function entryOf(ledger: Ledger, kind: string, id: string): Entry | undefined {
  return isKind(kind) ? ledger.get(kind, id) : undefined;
}
