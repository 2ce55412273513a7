import { posix } from 'node:path';
import { displayPath } from '../files/display-path.js';
import { ReadError, type Reader, type ReaderFile } from '../files/reader.js';
import { NOT_IN_VERSION, NOT_PLAIN } from '../files/system-reason.js';
import { readBlobs } from './blobs.js';
import type { Repository, TreeEntry } from './repository.js';

const OBSTACLES: Readonly<Record<string, string>> = {
  '120000': NOT_PLAIN.link,
  '160000': NOT_IN_VERSION.submodule,
};

interface BlobFile extends ReaderFile {
  readonly object: string;
}

/** What git keeps of a folder, read as its files: the contents are asked for once, when the first is read. */
export class BlobFiles implements Reader {
  private readonly files: ReadonlyMap<string, BlobFile>;
  private blobs: ReadonlyMap<string, Uint8Array> = new Map();

  constructor(
    private readonly repository: Repository,
    entries: readonly TreeEntry[],
    private readonly place: string,
    private readonly workingDirectory: string,
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
    if (!this.blobs.has(file.object)) this.blobs = readBlobs(this.repository, this.alike(path), this.blobs);
    const bytes = this.blobs.get(file.object);
    if (bytes === undefined) throw new ReadError(path, NOT_IN_VERSION.notFetched);
    return bytes;
  }

  display(path: string): string {
    return displayPath(this.workingDirectory, this.place, path);
  }

  /** Who reads one file will read the others of its kind, and git is asked once; photos stay where they are. */
  private alike(path: string): readonly string[] {
    const ending = posix.extname(path);
    return [...this.files.values()]
      .filter((file) => file.obstacle === undefined && posix.extname(file.path) === ending)
      .map(({ object }) => object);
  }
}
