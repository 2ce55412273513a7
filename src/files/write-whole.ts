import { chmodSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { discard } from './discard.js';
import { ReadError } from './reader.js';
import { systemReason } from './system-reason.js';

/**
 * Writes a file whole or not at all: into a temporary neighbour first, then renamed over. Links are followed, a file
 * keeps its permissions, and what is no plain file (a device, a pipe) is written to and never replaced.
 * Its folder must exist. @throws ReadError
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  let temporary: string | null = null;
  try {
    const known = statSync(path, { throwIfNoEntry: false });
    if (known?.isDirectory()) throw new ReadError(path, systemReason({ code: 'EISDIR' }));
    if (known && !known.isFile()) {
      writeFileSync(path, content);
      return;
    }
    const target = known ? realpathSync(path) : path;
    temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    writeFileSync(temporary, content);
    if (known) chmodSync(temporary, known.mode);
    renameSync(temporary, target);
  } catch (error) {
    if (temporary) discard(temporary);
    throw error instanceof ReadError ? error : new ReadError(path, systemReason(error));
  }
}
