import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ReadError } from './reader.js';
import { systemReason } from './system-reason.js';
import { writeWhole } from './write-whole.js';

/** As writeWhole, making the folders above the file where they are missing. @throws ReadError */
export function writeWithFolders(path: string, content: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw new ReadError(path, systemReason(error));
  }
  writeWhole(path, content);
}
