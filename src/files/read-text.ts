import { readFileSync, statSync } from 'node:fs';
import { ReadError } from './reader.js';
import { systemReason } from './system-reason.js';

/** A text file outside of the ledger; null where there is none. @throws ReadError where it cannot be read */
export function readText(path: string): string | null {
  try {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) return null;
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ReadError(path, systemReason(error));
  }
}
