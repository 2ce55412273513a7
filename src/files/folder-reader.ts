import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { displayPath } from './display-path.js';
import { LARGEST_FILE, ReadError, type Reader, type ReaderFile } from './reader.js';
import { NOT_PLAIN, systemReason } from './system-reason.js';

/** Reads a ledger from a folder on disk. Symbolic links are listed as obstacles, never followed. */
export class FolderReader implements Reader {
  readonly folder: string;
  /** Files that were found to be plain ones of a usual size when they were listed. */
  private readonly plain = new Set<string>();

  constructor(
    folder: string,
    private readonly workingDirectory: string,
  ) {
    this.folder = resolve(workingDirectory, folder);
  }

  list(): readonly ReaderFile[] {
    // Whole paths are compared: a.yaml comes before a/b.yaml wherever the folder is read.
    return this.walk('').sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  read(path: string): Uint8Array {
    try {
      if (!this.plain.has(path)) this.look(path);
      return readFileSync(join(this.folder, path));
    } catch (error) {
      throw error instanceof ReadError ? error : new ReadError(path, systemReason(error));
    }
  }

  /** Reading a pipe would wait for ever, and links are not followed. @throws ReadError */
  private look(path: string): void {
    const found = lstatSync(join(this.folder, path));
    if (!found.isFile() && !found.isDirectory()) throw new ReadError(path, NOT_PLAIN.special);
    if (found.isFile() && found.size > LARGEST_FILE) throw new ReadError(path, NOT_PLAIN.large);
  }

  display(path: string): string {
    return displayPath(this.workingDirectory, this.folder, path);
  }

  private sizeOf(path: string): Pick<ReaderFile, 'size'> {
    const found = lstatSync(join(this.folder, path), { throwIfNoEntry: false });
    if (!found) return {};
    if (found.isFile() && found.size <= LARGEST_FILE) this.plain.add(path);
    return { size: found.size };
  }

  private walk(below: string): ReaderFile[] {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(this.folder, below), { withFileTypes: true });
    } catch (error) {
      if (below === '') throw new ReadError(below, systemReason(error));
      return [{ path: below, obstacle: systemReason(error) }];
    }
    return entries
      .filter(({ name }) => !name.startsWith('.'))
      .flatMap((entry) => {
        const path = below === '' ? entry.name : `${below}/${entry.name}`;
        if (entry.isDirectory())
          return entry.name.endsWith('.yaml') ? [{ path, obstacle: NOT_PLAIN.folder }] : this.walk(path);
        if (entry.isFile()) return [{ path, ...this.sizeOf(path) }];
        return [{ path, obstacle: entry.isSymbolicLink() ? NOT_PLAIN.link : NOT_PLAIN.special }];
      });
  }
}

/** A reader that reads each file once, so that the text checked, repaired and compared before writing is the same. */
export class SnapshotReader extends FolderReader {
  private readonly known = new Map<string, Uint8Array>();

  override read(path: string): Uint8Array {
    const bytes = this.known.get(path) ?? super.read(path);
    this.known.set(path, bytes);
    return bytes;
  }
}
