import type { RecordTypes } from '#generated/records.js';
import { KINDS, type Kind } from '../schema/kinds.js';
import { addTo } from './add-to.js';
import type { Frozen, FrozenYear } from './frozen-year.js';
import { KIND_TABLE } from './kind-table.js';

export type Workspace = RecordTypes['workspace'];
export type RecordOf<K extends Kind> = RecordTypes[K];

/** One record of a kind and its place. */
interface EntryOf<K extends Kind> {
  readonly kind: K;
  readonly id: string;
  /** As the schema describes it where `valid`; else anything. */
  readonly value: RecordOf<K>;
  readonly file: string;
  /** JSON pointer of the record in its file: `/3`. */
  readonly pointer: string;
  /** Lies in the sample folder (示例). */
  readonly sample: boolean;
  /** Passed its schema. Rules and figures see valid records only; references may point at any. */
  readonly valid: boolean;
}

/**
 * One record of the ledger (台账). A union over the kinds: once `kind` is known, so is the type of `value`;
 * `Entry<'tasks' | 'boards'>` is a task or a board.
 */
export type Entry<K extends Kind = Kind> = { readonly [P in K]: EntryOf<P> }[K];

/** An entry with a value that was read. The only cast from a schema's verdict to a type. */
export function entryFrom<K extends Kind>(read: Omit<EntryOf<K>, 'value'> & { readonly value: object }): Entry<K> {
  return read as EntryOf<K>;
}

/** Whether a record is of a kind; narrows its type where the kind is a type parameter. */
export function isOf<K extends Kind>(entry: Entry, kind: K): entry is Entry & Entry<K> {
  return entry.kind === kind;
}

/** The fields of a record, or of an item of one, by names that come from data: a condition, a column, a reference. */
export function fieldsOf(value: object): Readonly<Record<string, unknown>> {
  // Generated types have no index signature; the values read this way are unknown.
  return value as Readonly<Record<string, unknown>>;
}

type Lists = { readonly [K in Kind]: Entry<K>[] };
/** By id: the record, or a list of records where several share the id. */
type Indexes = { readonly [K in Kind]: Map<string, Entry<K> | Entry<K>[]> };
/** By the name of a list and the id of an item: the records that hold it. */
type Holders = { readonly [K in Kind]: Map<string, Map<string, Entry<K>[]>> };

/** A table with a new value for each kind. */
function forEachKind<T extends { readonly [K in Kind]: unknown }>(make: () => T[Kind]): T {
  // `fromEntries` does not know that every kind has its key.
  return Object.fromEntries(KINDS.map((kind) => [kind, make()])) as T;
}

/** All records, in the order of the files and within each file. */
export class Ledger {
  private readonly valid = forEachKind<Lists>(() => []);
  private readonly invalid = forEachKind<Lists>(() => []);
  private readonly indexed = forEachKind<Indexes>(() => new Map());
  /** Filled when first asked for. */
  private readonly holders = forEachKind<Holders>(() => new Map());
  private samples = false;

  constructor(
    /** null where it is missing or invalid. */
    readonly workspace: Workspace | null,
    entries: Iterable<Entry>,
    /** The years whose figures are frozen (data/frozen/). */
    readonly frozen: readonly FrozenYear[] = [],
  ) {
    for (const entry of entries) this.add(entry);
  }

  private add<K extends Kind>(entry: Entry<K>): void {
    this.samples ||= entry.sample;
    if (entry.valid) this.valid[entry.kind].push(entry);
    else this.invalid[entry.kind].push(entry);
    const index = this.indexed[entry.kind];
    const same = index.get(entry.id);
    if (same === undefined) index.set(entry.id, entry);
    else if (Array.isArray(same)) same.push(entry);
    else index.set(entry.id, [same, entry]);
  }

  /** The valid records of a kind, samples last. */
  all<K extends Kind>(kind: K): readonly Entry<K>[] {
    return this.valid[kind];
  }

  /** The records that their schema refuses, of every kind: anything may stand in their fields. */
  allInvalid(): readonly Entry[] {
    return Object.values(this.invalid).flat();
  }

  /** The valid record of that id; the first where two share it. */
  get<K extends Kind>(kind: K, id: string | undefined): Entry<K> | undefined {
    return id === undefined ? undefined : this.withId(kind, id).find((entry) => entry.valid);
  }

  /** Whether there is a record of that id, valid or not. */
  has(kind: Kind, id: string): boolean {
    return this.indexed[kind].has(id);
  }

  /** The groups of two or more records of a kind that share an id, valid or not. */
  duplicates(): readonly (readonly Entry[])[] {
    return KINDS.flatMap((kind): readonly (readonly Entry[])[] => {
      const found: Iterable<Entry | readonly Entry[]> = this.indexed[kind].values();
      return Array.from(found).filter((each) => Array.isArray(each));
    });
  }

  /** Every record of that id, valid or not: more than one is a duplicate. */
  withId<K extends Kind>(kind: K, id: string): readonly Entry<K>[] {
    const found = this.indexed[kind].get(id);
    if (found === undefined) return [];
    return Array.isArray(found) ? found : [found];
  }

  /** The records of a kind, valid or not, with an item of that id in a list: the programs with an action 越医康养. */
  withItem<K extends Kind>(kind: K, list: string, id: string): readonly Entry<K>[] {
    const known = this.holders[kind].get(list) ?? this.indexItems(kind, list);
    return known.get(id) ?? [];
  }

  /** Every record of a kind, valid or not. */
  allWithInvalid<K extends Kind>(kind: K): readonly Entry<K>[] {
    const entries: Entry<K>[] = [];
    for (const found of this.indexed[kind].values()) {
      if (Array.isArray(found)) entries.push(...found);
      else entries.push(found);
    }
    return entries;
  }

  ids(kind: Kind): readonly string[] {
    return [...this.indexed[kind].keys()];
  }

  private indexItems<K extends Kind>(kind: K, list: string): Map<string, Entry<K>[]> {
    const index = new Map<string, Entry<K>[]>();
    for (const entry of this.allWithInvalid(kind)) {
      for (const id of itemIds(entry.value, list)) addTo(index, id, entry);
    }
    this.holders[kind].set(list, index);
    return index;
  }

  /** The frozen figures of a year; undefined where it is not frozen. */
  frozenYear(year: number): Frozen | undefined {
    return this.frozen.find(({ value }) => value.year === year)?.value;
  }

  hasSamples(): boolean {
    return this.samples;
  }

  /** How many valid records there are of all kinds, and how many of them are samples. */
  count(): { records: number; samples: number } {
    const entries: readonly Entry[] = Object.values(this.valid).flat();
    return { records: entries.length, samples: entries.filter((entry) => entry.sample).length };
  }
}

/** The ids of the items of a list inside a record, children after their parent; a malformed list is skipped. */
export function itemIds(value: object, list: string): string[] {
  return itemsOf(value, list).map(({ id }) => id);
}

/** An item of a list inside a record. */
export interface Item {
  readonly id: string;
  readonly item: object;
  /** JSON pointer within the record. */
  readonly pointer: string;
}

/** The items with an id of a list inside a record, children after their parent. */
export function itemsOf(value: object, list: string, above = ''): Item[] {
  const items = fieldsOf(value)[list];
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown, index): Item[] => {
    if (item === null || typeof item !== 'object') return [];
    const { id } = fieldsOf(item);
    const pointer = `${above}/${list}/${index}`;
    return [...(typeof id === 'string' ? [{ id, item, pointer }] : []), ...itemsOf(item, 'children', pointer)];
  });
}

/** A record's name in tables: that of its kind's name field where it is filled in, else its id. */
export function labelOf({ kind, id, value }: EntryOf<Kind>): string {
  const { named } = KIND_TABLE[kind];
  const name = named && fieldsOf(value)[named];
  return typeof name === 'string' ? name : id;
}

/** The short name for narrow tables. */
export function shortLabelOf(entry: EntryOf<Kind>): string {
  const { shortName } = fieldsOf(entry.value);
  return typeof shortName === 'string' ? shortName : labelOf(entry);
}
