import type { RecordTypes } from '#generated/records.js';
import { KINDS, type Kind } from '../schema/kinds.js';

export type Workspace = RecordTypes['workspace'];
export type RecordOf<K extends Kind> = RecordTypes[K];

/** One record of the ledger (台账) and where it stands. */
export interface Entry<K extends Kind = Kind> {
  readonly kind: K;
  readonly id: string;
  /** What the schema promises; only where `valid`, else whatever was typed. */
  readonly value: RecordOf<K>;
  readonly file: string;
  /** JSON pointer of the record in its file: `/3`. */
  readonly pointer: string;
  /** Lies in the sample folder (示例). */
  readonly sample: boolean;
  /** Passed its schema. Rules and figures see valid records only; references may point at any. */
  readonly valid: boolean;
}

const NONE: Entry[] = [];

/** All records, in the order of the files and within them: the documents' order. */
export class Ledger {
  private readonly valid = new Map<Kind, Entry[]>();
  /** Nearly every id is one record's alone. */
  private readonly indexed = new Map<Kind, Map<string, Entry | Entry[]>>();
  /** Made when first asked for: list items by id, for each `kind/list`. */
  private readonly items = new Map<string, Map<string, Entry[]>>();

  private readonly repeated: Entry[][] = [];
  private samples = false;

  constructor(
    /** null where there is none or it is not valid. */
    readonly workspace: Workspace | null,
    entries: Iterable<Entry>,
  ) {
    for (const kind of KINDS) {
      this.valid.set(kind, []);
      this.indexed.set(kind, new Map());
    }
    for (const entry of entries) {
      this.samples ||= entry.sample;
      if (entry.valid) this.valid.get(entry.kind)?.push(entry);
      const index = this.indexed.get(entry.kind);
      const same = index?.get(entry.id);
      if (same === undefined) index?.set(entry.id, entry);
      else if (Array.isArray(same)) same.push(entry);
      else {
        const both = [same, entry];
        index?.set(entry.id, both);
        this.repeated.push(both);
      }
    }
  }

  /** The valid records of a kind. */
  all<K extends Kind>(kind: K): readonly Entry<K>[] {
    return (this.valid.get(kind) ?? []) as unknown as readonly Entry<K>[];
  }

  /** The valid record of that id; the first where two share it. */
  get<K extends Kind>(kind: K, id: string | undefined): Entry<K> | undefined {
    if (id === undefined) return undefined;
    const found = this.named(kind, id).find((entry) => entry.valid);
    return found as unknown as Entry<K> | undefined;
  }

  /** Whether there is a record of that id, valid or not. */
  has(kind: Kind, id: string): boolean {
    return this.indexed.get(kind)?.has(id) ?? false;
  }

  /** The records that share an id with others of their kind, valid or not: two or more each. */
  sharingIds(): readonly (readonly Entry[])[] {
    return this.repeated;
  }

  /** Every record of that id, valid or not: more than one is a duplicate. */
  named(kind: Kind, id: string): readonly Entry[] {
    const found = this.indexed.get(kind)?.get(id) ?? NONE;
    return Array.isArray(found) ? found : [found];
  }

  /** The records of a kind, valid or not, that hold an item of that id in a list: the programs with an action 越医康养. */
  holding(kind: Kind, list: string, id: string): readonly Entry[] {
    const name = `${kind}/${list}`;
    const index = this.items.get(name) ?? this.indexItems(kind, list);
    this.items.set(name, index);
    return index.get(id) ?? [];
  }

  /** Every record of a kind, valid or not. */
  indexedOf(kind: Kind): readonly Entry[] {
    return [...(this.indexed.get(kind)?.values() ?? [])].flat();
  }

  ids(kind: Kind): readonly string[] {
    return [...(this.indexed.get(kind)?.keys() ?? [])];
  }

  private indexItems(kind: Kind, list: string): Map<string, Entry[]> {
    const index = new Map<string, Entry[]>();
    for (const entry of this.indexedOf(kind)) {
      for (const id of itemIds(entry.value, list)) index.set(id, [...(index.get(id) ?? []), entry]);
    }
    return index;
  }

  hasSamples(): boolean {
    return this.samples;
  }

  /** How many valid records there are of all kinds, and how many of them are samples. */
  count(): { records: number; samples: number } {
    const entries = [...this.valid.values()].flat();
    return { records: entries.length, samples: entries.filter((entry) => entry.sample).length };
  }
}

/** The ids of a list inside a record, those of children after their parent's; whatever is typed there does no harm. */
export function itemIds(value: unknown, list: string): string[] {
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
export function itemsOf(value: unknown, list: string, above = ''): Item[] {
  const items = (value as Record<string, unknown>)[list];
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown, index): Item[] => {
    if (item === null || typeof item !== 'object') return [];
    const { id } = item as { id?: unknown };
    const pointer = `${above}/${list}/${index}`;
    return [...(typeof id === 'string' ? [{ id, item, pointer }] : []), ...itemsOf(item, 'children', pointer)];
  });
}

/** What a record is called in tables: its name or title where it has one, else its id. */
export function labelOf(entry: Entry): string {
  const { name, title, label } = entry.value as { name?: string; title?: string; label?: string };
  return name ?? title ?? label ?? entry.id;
}

/** The short name for narrow tables. */
export function shortLabelOf(entry: Entry): string {
  return (entry.value as { shortName?: string }).shortName ?? labelOf(entry);
}
