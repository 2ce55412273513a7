import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { ReadError } from './reader.js';
import { NOT_PLAIN, systemReason } from './system-reason.js';

/** Flags not to follow links and not to wait for pipes, on systems that have them. */
const CAREFULLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A file's bytes; null where it does not exist. @throws ReadError where it is no regular file, or cannot be read */
export function readBytes(path: string): Uint8Array | null {
  let file: number | undefined;
  try {
    file = openSync(path, CAREFULLY);
    if (!fstatSync(file).isFile()) throw new ReadError(path, NOT_PLAIN.special);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof ReadError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new ReadError(path, code === 'ELOOP' ? NOT_PLAIN.link : systemReason(error));
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
