import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readBytes } from './read-bytes.js';
import { ReadError } from './reader.js';
import { systemReason } from './system-reason.js';

/** The bytes of a file that the user typed, or of standard input (`-`). @throws ReadError */
export function readInput(workingDirectory: string, typed: string): Uint8Array {
  try {
    const bytes = typed === '-' ? readFileSync(0) : readBytes(resolve(workingDirectory, typed));
    if (bytes !== null) return bytes;
  } catch (error) {
    throw new ReadError(typed, error instanceof ReadError ? error.reason : systemReason(error));
  }
  throw new ReadError(typed, systemReason({ code: 'ENOENT' }));
}
