import { renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { discard } from './discard.js';
import { ReadError } from './reader.js';
import { systemReason } from './system-reason.js';

/** Writes a file whole or not at all: into a temporary neighbour first, then renamed over. Its folder must exist. @throws ReadError */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    discard(temporary);
    throw new ReadError(path, systemReason(error));
  }
}
