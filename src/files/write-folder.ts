import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { discard } from './discard.js';
import { ReadError } from './reader.js';
import { systemReason } from './system-reason.js';

/** Whether a new folder may be made at a path: nothing is there, or an empty folder. */
export function isFree(path: string): boolean {
  try {
    return !existsSync(path) || readdirSync(path).length === 0;
  } catch {
    return false;
  }
}

/** Makes a folder with these files (paths with `/`) whole or not at all. @throws ReadError */
export function writeFolder(path: string, files: Readonly<Record<string, string>>): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    for (const [name, content] of Object.entries(files)) {
      const file = join(temporary, ...name.split('/'));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    if (existsSync(path)) rmdirSync(path);
    renameSync(temporary, path);
  } catch (error) {
    discard(temporary);
    throw new ReadError(path, systemReason(error));
  }
}
