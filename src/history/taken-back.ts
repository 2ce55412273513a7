import { Figures } from '../figures/figures.js';
import { type Entry, entryFrom, Ledger } from '../ledger/ledger.js';
import { KINDS, type Kind } from '../schema/kinds.js';
import type { RecordSnapshot } from './record-snapshot.js';

type Fields = Readonly<Record<string, unknown>>;

/** A record, and its fields without something; null where without it the record would not be there. */
export interface Taken {
  readonly record: RecordSnapshot;
  readonly value: Fields | null;
}

/** The later side of a comparison without something: what its figures would be, had it not been entered. */
export class TakenBack {
  private readonly entries: readonly Entry[];

  constructor(
    private readonly figures: Figures,
    /** The earlier side, from which a deleted record comes back. */
    private readonly before: Figures,
  ) {
    const { ledger } = figures;
    this.entries = [...KINDS.flatMap((kind): readonly Entry[] => ledger.all(kind)), ...ledger.allInvalid()];
  }

  /** How many records are read for one answer. */
  get size(): number {
    return this.entries.length;
  }

  /** The figures where each record has the fields given with it; null for a ledger without the record. */
  without(taken: readonly Taken[]): Figures {
    const { ledger, asOf, confirmedBy, today } = this.figures;
    const settings = taken.some(({ record }) => record.kind === 'workspace')
      ? this.before.ledger.workspace
      : ledger.workspace;
    let entries = this.entries;
    for (const { record, value } of taken) entries = this.replaced(entries, record, value);
    return new Figures(new Ledger(settings, entries), asOf, confirmedBy, undefined, today);
  }

  private replaced(entries: readonly Entry[], { kind, id }: RecordSnapshot, value: Fields | null): readonly Entry[] {
    if (kind === 'workspace') return entries;
    const back = value === null ? [] : this.withValue(kind, id, value);
    const found = entries.findIndex((entry) => entry.kind === kind && entry.id === id);
    return found < 0 ? [...entries, ...back] : entries.toSpliced(found, 1, ...back);
  }

  private withValue(kind: Kind, id: string, value: Fields): Entry[] {
    const entry = this.figures.ledger.get(kind, id) ?? this.before.ledger.get(kind, id);
    return entry ? [entryFrom({ ...entry, value })] : [];
  }
}
