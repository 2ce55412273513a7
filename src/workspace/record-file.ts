import { ReadError, type Reader } from '../files/reader.js';
import type { Entry, RecordOf } from '../ledger/ledger.js';
import type { FileNotes } from '../rules/rule-run.js';
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

/** Reads records that are not held in memory. */
export class Archive {
  private readonly open = new Map<RecordFile, readonly unknown[]>();

  constructor(private readonly reader: Reader) {}

  /** Puts the records of a file away: those it has, each with an id and in its order. */
  putAway(file: RecordFile, records: readonly Pick<Entry, 'id' | 'valid'>[]): void {
    file.entries = records.map(({ id, valid }, index) => new PutAwayEntry(file, index, id, valid, this));
  }

  /** @throws ReadError where the file is no longer the one that was looked at */
  valuesOf(file: RecordFile): readonly unknown[] {
    const known = this.open.get(file);
    if (known) return known;
    const value = parseUsual(file.path, this.reader.read(file.path))?.value;
    if (!Array.isArray(value) || !hasIds(value, file.entries)) throw new ReadError(file.path, '刚刚被别的程序改过');
    const [first] = this.open.keys();
    if (first && this.open.size >= OPEN_FILES) this.open.delete(first);
    this.open.set(file, value);
    return value;
  }
}

function hasIds(values: readonly unknown[], entries: readonly Entry[]): boolean {
  return (
    values.length === entries.length &&
    entries.every(({ id }, index) => (values[index] as { id?: unknown } | null)?.id === id)
  );
}

const pointers: string[] = [];

/** Many records stand third in their file: they share the text that says so. */
function pointerTo(index: number): string {
  const known = pointers[index] ?? `/${index}`;
  pointers[index] = known;
  return known;
}
