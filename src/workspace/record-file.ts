import { ReadError, type Reader } from '../files/reader.js';
import type { Entry, RecordOf } from '../ledger/ledger.js';
import type { FileNotes } from '../rules/rule-run.js';
import { isValid } from '../schema/check.js';
import type { Kind } from '../schema/kinds.js';
import { parseUsual } from '../source/parse-usual.js';

/** A file by its path below the data folder alone. */
export interface FileOfKind {
  readonly path: string;
  readonly kind: Kind;
  readonly sample: boolean;
}

/** A file of records as far as it is known: who is in it, what the rules noted, and the records where they are held. */
export interface RecordFile extends FileOfKind {
  readonly notes: FileNotes;
  /** The records with an id; put away, they are read from the file when somebody looks into one. */
  entries: readonly Entry[];
}

/** A record that is held in memory, or was when it was looked at. */
export function entryOf(
  { path, kind, sample }: FileOfKind,
  index: number,
  id: string,
  value: object,
  valid: boolean,
): Entry {
  return { kind, id, value: value as RecordOf<Kind>, file: path, pointer: pointerTo(index), sample, valid };
}

/** A record that is not held in memory. */
class PutAwayEntry implements Entry {
  constructor(
    private readonly home: RecordFile,
    private readonly index: number,
    readonly id: string,
    readonly valid: boolean,
    private readonly archive: Archive,
  ) {}

  get kind(): Kind {
    return this.home.kind;
  }

  get file(): string {
    return this.home.path;
  }

  get sample(): boolean {
    return this.home.sample;
  }

  get pointer(): string {
    return pointerTo(this.index);
  }

  get value(): RecordOf<Kind> {
    return this.archive.valuesOf(this.home)[this.index] as RecordOf<Kind>;
  }
}

/** Files read again at a time: rules look at records file by file, and at few files at once. */
const OPEN_FILES = 16;
/** A file read more often than rules go through it is asked for record by record, here and there: it is held after all. */
const MOST_READ = 12;

/** Reads records that are not held in memory. */
export class Archive {
  private readonly open = new Map<RecordFile, readonly unknown[]>();
  private readonly held = new Map<RecordFile, readonly unknown[]>();
  private readonly timesRead = new Map<RecordFile, number>();

  constructor(private readonly reader: Reader) {}

  /** Puts the records of a file away: those it has, each with an id and in its order. */
  putAway(file: RecordFile, records: readonly Pick<Entry, 'id' | 'valid'>[]): void {
    file.entries = records.map(({ id, valid }, index) => new PutAwayEntry(file, index, id, valid, this));
  }

  /** @throws ReadError where the file is no longer the one that was looked at */
  valuesOf(file: RecordFile): readonly unknown[] {
    const known = this.open.get(file) ?? this.held.get(file);
    if (known) return known;
    const value = parseUsual(file.path, this.reader.read(file.path))?.value;
    if (!Array.isArray(value) || !isAsBefore(value, file)) throw new ReadError(file.path, '刚刚被别的程序改过');
    const times = (this.timesRead.get(file) ?? 0) + 1;
    this.timesRead.set(file, times);
    if (times >= MOST_READ) this.held.set(file, value);
    else this.keepOpen(file, value);
    return value;
  }

  private keepOpen(file: RecordFile, values: readonly unknown[]): void {
    const [first] = this.open.keys();
    if (first && this.open.size >= OPEN_FILES) this.open.delete(first);
    this.open.set(file, values);
  }
}

/** Whether a file read again has the records it had: what rules were promised of each must still hold. */
function isAsBefore(values: readonly unknown[], { kind, entries }: RecordFile): boolean {
  return (
    values.length === entries.length &&
    entries.every(({ id, valid }, index) => {
      const value = values[index];
      return (value as { id?: unknown } | null)?.id === id && (!valid || isValid(kind, value));
    })
  );
}

const pointers: string[] = [];

/** Many records stand third in their file: they share the text that says so. */
function pointerTo(index: number): string {
  const known = pointers[index] ?? `/${index}`;
  pointers[index] = known;
  return known;
}
