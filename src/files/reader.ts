/** The largest file of a ledger, in bytes: a large hospital writes one or two million a year, in all files together. */
export const LARGEST_FILE = 16 * 2 ** 20;

/** One entry found below the data folder. */
export interface ReaderFile {
  /** Path below the data folder, with `/`. */
  readonly path: string;
  /** Why it cannot be read as a file (a link, a device, no permission), in Chinese; absent for a plain file. */
  readonly obstacle?: string;
  /** Its size in bytes, where the reader knows it without reading. */
  readonly size?: number;
}

/** Where a ledger's files come from: a folder, or a git tree. */
export interface Reader {
  /** Every file, hidden ones left out, in the order of their paths' code units. */
  list(): readonly ReaderFile[];
  /** A file's bytes. @throws ReadError where it cannot be read */
  read(path: string): Uint8Array;
  /**
   * The path as the user knows it: relative to the working directory, with `/`. To be shown; it is not read or written
   * by.
   */
  display(path: string): string;
  /** The folder on this disk to which the paths belong, absolute; absent where the files come from elsewhere. */
  readonly folder?: string;
}

/** A file or folder that cannot be read; `reason` is Chinese. */
export class ReadError extends Error {
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path}: ${reason}`);
  }
}
