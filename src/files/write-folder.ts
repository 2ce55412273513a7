import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
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

/**
 * Makes a folder with these files (paths with `/`) whole or not at all. An empty folder that is there already, which
 * somebody may be standing in, is filled and stays. Its parent must exist. @throws ReadError
 */
export function writeFolder(path: string, files: Readonly<Record<string, string>>): void {
  const temporary = existsSync(path)
    ? join(path, '.new')
    : join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  if (!isFree(path)) throw new ReadError(path, systemReason({ code: 'EEXIST' }));
  try {
    // Not recursive: in some system folders that would never end.
    mkdirSync(temporary);
    for (const [name, content] of Object.entries(files)) {
      const file = join(temporary, ...name.split('/'));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    if (existsSync(path)) moveInto(path, temporary);
    else renameSync(temporary, path);
  } catch (error) {
    throw new ReadError(path, systemReason(error));
  } finally {
    discard(temporary);
  }
}

function moveInto(path: string, temporary: string): void {
  for (const name of readdirSync(temporary)) renameSync(join(temporary, name), join(path, name));
}
