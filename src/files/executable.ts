import { chmodSync, lstatSync, readFileSync, rmSync } from 'node:fs';
import { ReadError } from './reader.js';
import { systemReason } from './system-reason.js';
import { writeWithFolders } from './write-with-folders.js';

/** A program's text; null where nothing is there, undefined where something is that is no plain file. @throws ReadError */
export function readExecutable(path: string): string | null | undefined {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined) return null;
    return found.isFile() ? readFileSync(path, 'utf8') : undefined;
  } catch (error) {
    throw new ReadError(path, systemReason(error));
  }
}

/** Writes a program that the system will run, with the folders above it. @throws ReadError */
export function writeExecutable(path: string, text: string): void {
  try {
    writeWithFolders(path, text);
    chmodSync(path, 0o755);
  } catch (error) {
    throw error instanceof ReadError ? error : new ReadError(path, systemReason(error));
  }
}

/** Takes a program away. @throws ReadError */
export function removeExecutable(path: string): void {
  try {
    rmSync(path);
  } catch (error) {
    throw new ReadError(path, systemReason(error));
  }
}
