import type { Kind } from '../schema/kinds.js';
import type { Archive, RecordFile } from './record-file.js';

/** A file that can be put away, and how much of the room it takes. */
interface Held {
  readonly file: RecordFile;
  readonly size: number;
}

/**
 * Holds the records of as many files as there is room for, measured in bytes of their text. Where it does not suffice,
 * the kind that takes most of it is put away, and stays so: activities are many, and everything refers to the few others.
 */
export class Shelf {
  private readonly held = new Map<Kind, Held[]>();
  private readonly full = new Set<Kind>();
  private taken = 0;

  constructor(
    private room: number,
    private readonly archive: Archive,
  ) {}

  /** Takes a file that can be read again and whose records all have an id. */
  add(file: RecordFile, size: number): void {
    if (this.full.has(file.kind)) this.putAway(file);
    else this.hold(file, size);
  }

  private hold(file: RecordFile, size: number): void {
    const others = this.held.get(file.kind) ?? [];
    others.push({ file, size });
    this.held.set(file.kind, others);
    this.taken += size;
    while (this.taken > this.room && this.held.size > 0) this.clear(this.largest());
  }

  private largest(): Kind {
    const sizes = [...this.held].map(([kind, files]) => ({ kind, size: sizeOf(files) }));
    return sizes.reduce((most, each) => (each.size > most.size ? each : most)).kind;
  }

  private clear(kind: Kind): void {
    const files = this.held.get(kind) ?? [];
    this.full.add(kind);
    this.held.delete(kind);
    this.taken -= sizeOf(files);
    for (const { file } of files) this.putAway(file);
  }

  private putAway(file: RecordFile): void {
    this.archive.putAway(file, file.entries);
  }
}

function sizeOf(files: readonly Held[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}
