import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { ReadError } from './reader.js';
import { NOT_PLAIN, systemReason } from './system-reason.js';

/** Neither links are followed nor pipes waited for, where the system knows either. */
const CAREFULLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A file's bytes; null where nothing is there. @throws ReadError where something is that is no plain file, or it cannot be read */
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
