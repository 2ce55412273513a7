import { isDeepStrictEqual } from 'node:util';
import type { Reader } from '../files/reader.js';
import { addTo } from '../ledger/add-to.js';
import { type Entry, fieldsOf } from '../ledger/ledger.js';
import type { Kind } from '../schema/kinds.js';
import { readSource } from '../source/read-source.js';
import { appliedWrites } from './applied-writes.js';
import { applyEdits, type Edit } from './apply-edits.js';
import { Comments } from './comments.js';
import { fileText } from './file-text.js';
import { type FieldWrite, withFields } from './record-fields.js';
import { RecordsText } from './records-text.js';
import { flowText, writtenRecord } from './written-value.js';

type Fields = Readonly<Record<string, unknown>>;

/** A file whose layout the program cannot change safely: it is not YAML, or written in a way that edits do not know. */
export class LayoutFault extends Error {
  constructor(readonly file: string) {
    super(`${file} cannot be edited`);
  }
}

/** A record as a change leaves it; without `before` it is new, without `after` it is removed. */
export interface ChangedRecord {
  readonly kind: Kind;
  readonly file: string;
  readonly before?: Fields;
  readonly after?: Fields;
  /** The comment above a new one. */
  readonly remark?: string;
}

/** A change of the ledger's files, all or none of which are written. */
export interface LedgerChange {
  /** The new text by file, a path below the data folder; null for a file that is left without a record. */
  readonly texts: ReadonlyMap<string, string | null>;
  readonly records: readonly ChangedRecord[];
}

/** Where a new record goes. */
export interface NewPlace {
  readonly file: string;
  /** Behind so many of the file's records; behind all unless given. */
  readonly behind?: number;
  /** A comment of one line above it. */
  readonly remark?: string;
}

interface Insertion {
  readonly kind: Kind;
  readonly value: Fields;
  readonly behind: number;
  readonly remark?: string;
}

/**
 * Changes of records of one ledger, collected and then made together at the source ranges of each file: whatever is not
 * changed keeps its comments, blank lines, quotes and line breaks. What the new text holds is read back and compared, so a
 * change is made as meant or not at all.
 */
export class LedgerEdit {
  private readonly writes = new Map<Entry, FieldWrite[]>();
  private readonly removed = new Set<Entry>();
  private readonly inserted = new Map<string, Insertion[]>();

  constructor(private readonly reader: Reader) {}

  /** Writes fields of a record, one after the other; what would change nothing is left out. */
  change(entry: Entry, writes: readonly FieldWrite[]): void {
    let value = appliedWrites(entry.value, this.writes.get(entry) ?? []);
    for (const write of writes) {
      const next = appliedWrites(value, [write]);
      if (isDeepStrictEqual(plain(next), plain(value))) continue;
      addTo(this.writes, entry, write);
      value = next;
    }
  }

  /** Adds a record in the layout of `writtenRecord`. */
  insert(kind: Kind, value: object, { file, behind = Number.POSITIVE_INFINITY, ...more }: NewPlace): void {
    addTo(this.inserted, file, { kind, value: fieldsOf(value), behind, ...more });
  }

  remove(entry: Entry): void {
    this.removed.add(entry);
  }

  /** The texts after all changes. @throws LayoutFault, ReadError */
  async result(): Promise<LedgerChange> {
    const entries = [...this.writes.keys(), ...this.removed];
    const files = new Set([...entries.map(({ file }) => file), ...this.inserted.keys()]);
    const texts = new Map<string, string | null>();
    for (const file of files) texts.set(file, await this.textOf(file, entries));
    return { texts, records: this.changed() };
  }

  private async textOf(file: string, entries: readonly Entry[]): Promise<string | null> {
    const before = this.isThere(file) ? fileText(this.reader, file) : '';
    const own = new Map(entries.filter((entry) => entry.file === file).map((entry) => [indexOf(entry), entry]));
    const insertions = this.inserted.get(file) ?? [];
    try {
      const records = new RecordsText(before);
      const edits = [...own].map(([index, entry]) => this.editOf(records, index, entry));
      const added = insertions.map((insertion) => insertionEdit(records, insertion));
      const after = applyEdits(before, [...edits, ...added]);
      const isMeant = await this.isAsMeant(file, before, after, own, insertions);
      if (!isMeant) throw new LayoutFault(file);
      return after.trim() === '' ? null : after;
    } catch (error) {
      throw error instanceof RangeError ? new LayoutFault(file) : error;
    }
  }

  private editOf(records: RecordsText, index: number, entry: Entry): Edit {
    if (this.removed.has(entry)) return records.removal(index);
    return records.replacement(index, withFields(records.record(index), entry.kind, this.writes.get(entry) ?? []));
  }

  /** Whether the new text holds the records that it is to hold. */
  private async isAsMeant(
    file: string,
    before: string,
    after: string,
    own: ReadonlyMap<number, Entry>,
    insertions: readonly Insertion[],
  ): Promise<boolean> {
    const old = await recordsIn(file, before);
    const now = await recordsIn(file, after);
    if (!Array.isArray(old) || !Array.isArray(now)) return false;
    const kept = old.flatMap((value: object, index): unknown[] => {
      const entry = own.get(index);
      const more = insertions.filter(({ behind }) => behind === index).map((insertion) => insertion.value);
      if (entry && this.removed.has(entry)) return more;
      return [...more, entry ? appliedWrites(value, this.writes.get(entry) ?? []) : value];
    });
    const last = insertions.filter(({ behind }) => behind >= old.length).map((insertion) => insertion.value);
    return isDeepStrictEqual(plain(now), plain([...kept, ...last]));
  }

  private isThere(file: string): boolean {
    return this.reader.list().some(({ path }) => path === file);
  }

  private changed(): ChangedRecord[] {
    const written = [...this.writes].flatMap(([entry, writes]): ChangedRecord[] => {
      const { kind, file, value } = entry;
      if (this.removed.has(entry)) return [];
      return [{ kind, file, before: fieldsOf(value), after: appliedWrites(value, writes) }];
    });
    const removed = [...this.removed].map(({ kind, file, value }) => ({ kind, file, before: fieldsOf(value) }));
    const added = [...this.inserted].flatMap(([file, insertions]) =>
      insertions.map(({ kind, value, remark }) => ({
        kind,
        file,
        after: value,
        ...(remark === undefined ? {} : { remark }),
      })),
    );
    return [...added, ...written, ...removed];
  }
}

const indexOf = ({ pointer }: Entry): number => Number(pointer.slice(1));

function insertionEdit(records: RecordsText, { kind, value, behind, remark }: Insertion): Edit {
  const inBrackets = flowText(value, { kind, path: [] });
  const comments = new Comments();
  if (remark !== undefined) comments.putAbove([], `# ${remark}`);
  return records.insertion(Math.min(behind, records.count), writtenRecord(kind, value, '', comments), inBrackets);
}

/** The records of a text; undefined where it is invalid. */
async function recordsIn(file: string, text: string): Promise<unknown> {
  if (text.trim() === '') return [];
  return (await readSource(file, Buffer.from(text))).value;
}

/** Compared as JSON: the mappings of the reader have no prototype, and the order of keys does not matter. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
