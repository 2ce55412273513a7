import { posix } from 'node:path';
import { displayPath } from '../files/display-path.js';
import { LARGEST_FILE, ReadError, type Reader, type ReaderFile } from '../files/reader.js';
import { NOT_IN_VERSION, NOT_PLAIN } from '../files/system-reason.js';
import { blobSizes, readBlobs } from './blobs.js';
import type { Repository, TreeEntry } from './repository.js';

const OBSTACLES: Readonly<Record<string, string>> = {
  '120000': NOT_PLAIN.link,
  '160000': NOT_IN_VERSION.submodule,
};

/** The number of bytes requested from git and held at a time, far more than a hospital's ledger. */
const ROOM = 64 * 2 ** 20;

interface BlobFile extends ReaderFile {
  readonly object: string;
}

/** Whether a file below a data folder holds records, by its path there. */
export type IsRecords = (path: string) => boolean;

/**
 * The blobs of a folder in git, read as its files. Sizes are requested before contents, because a few compressed bytes may
 * be a thousand times as many; contents are requested in batches that fit, when the first of a batch is read.
 */
export class BlobFiles implements Reader {
  private readonly files: ReadonlyMap<string, BlobFile>;
  private readonly sizes = new Map<string, number>();
  private blobs: ReadonlyMap<string, Uint8Array> = new Map();

  constructor(
    private readonly repository: Repository,
    entries: readonly TreeEntry[],
    private readonly place: string,
    private readonly workingDirectory: string,
    private readonly isRecords: IsRecords,
  ) {
    const shown = entries
      .filter(({ path }) => !path.split('/').some((segment) => segment.startsWith('.')))
      .map(({ path, object, mode }) => ({ path, object, ...(OBSTACLES[mode] ? { obstacle: OBSTACLES[mode] } : {}) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    this.files = new Map(shown.map((file) => [file.path, file]));
  }

  list(): readonly ReaderFile[] {
    return [...this.files.values()].map(({ object: _, ...file }) => file);
  }

  read(path: string): Uint8Array {
    const file = this.files.get(path);
    if (file === undefined) throw new ReadError(path, NOT_IN_VERSION.missing);
    if (file.obstacle !== undefined) throw new ReadError(path, file.obstacle);
    if (!this.blobs.has(file.object)) this.fetch(file);
    if ((this.sizes.get(file.object) ?? 0) > LARGEST_FILE) throw new ReadError(path, NOT_PLAIN.large);
    const bytes = this.blobs.get(file.object);
    if (bytes === undefined) throw new ReadError(path, NOT_IN_VERSION.notFetched);
    return bytes;
  }

  display(path: string): string {
    return displayPath(this.workingDirectory, this.place, path);
  }

  /** Who reads one file will read the others that are like it, and git is asked once; photos stay where they are. */
  private fetch(file: BlobFile): void {
    const alike = this.alike(file);
    const unknown = alike.map(({ object }) => object).filter((object) => !this.sizes.has(object));
    for (const [object, size] of blobSizes(this.repository, unknown)) this.sizes.set(object, size);
    const wanted = new Set<string>();
    let room = ROOM;
    const at = alike.indexOf(file);
    for (const { object } of [...alike.slice(at), ...alike.slice(0, at)]) {
      const size = this.sizes.get(object) ?? Number.POSITIVE_INFINITY;
      if (size > LARGEST_FILE || wanted.has(object)) continue;
      room -= size;
      if (room < 0) break;
      wanted.add(object);
    }
    this.blobs = readBlobs(this.repository, [...wanted]);
  }

  /** The records where it holds some, else the files of its ending that hold none. */
  private alike({ path }: BlobFile): readonly BlobFile[] {
    const groupOf = (name: string): string => (this.isRecords(name) ? 'records' : posix.extname(name));
    const group = groupOf(path);
    return [...this.files.values()].filter((file) => file.obstacle === undefined && groupOf(file.path) === group);
  }
}
