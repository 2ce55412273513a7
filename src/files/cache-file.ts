import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { discard } from './discard.js';

/** A larger file in the cache is none of ours; and what is smaller fits into a text. */
const LARGEST = 256 * 2 ** 20;
const SECRET_BYTES = 32;

/** The folder where a user's programs keep what can be made again, by the system's custom; null where none is named. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>, platform: string): string | null {
  if (platform === 'win32') return env.LOCALAPPDATA ? join(env.LOCALAPPDATA, 'yueyi', 'Cache') : null;
  // XDG Base Directory Specification: a relative path is to be ignored.
  if (env.XDG_CACHE_HOME?.startsWith('/')) return join(env.XDG_CACHE_HOME, 'yueyi');
  if (!env.HOME) return null;
  return platform === 'darwin' ? join(env.HOME, 'Library', 'Caches', 'yueyi') : join(env.HOME, '.cache', 'yueyi');
}

/** A file of the cache; null where there is none, or none that can be read. */
export function readCacheFile(path: string): Uint8Array | null {
  try {
    const found = lstatSync(path);
    return found.isFile() && found.size <= LARGEST ? readFileSync(path) : null;
  } catch {
    return null;
  }
}

/** A secret of this user's, made when it is first asked for; null where it can be neither read nor written. */
export function cacheSecret(folder: string): string | null {
  const path = join(folder, 'secret');
  const known = readCacheFile(path);
  if (known !== null && known.length >= SECRET_BYTES) return Buffer.from(known).toString('latin1');
  writeCacheFile(path, [Buffer.from(randomBytes(SECRET_BYTES).toString('hex'))]);
  // Of two processes that make one at the same time, both read what the later has left.
  const made = readCacheFile(path);
  return made === null ? null : Buffer.from(made).toString('latin1');
}

/**
 * Writes a file of the cache whole, in parts, for its owner's eyes alone; links are replaced, not followed. Where it cannot be
 * written it is left as it was: a cache is no reason to fail.
 */
export function writeCacheFile(path: string, parts: readonly Uint8Array[]): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    makeFolder(dirname(path));
    discard(temporary);
    for (const [index, part] of parts.entries())
      writeFileSync(temporary, part, { mode: 0o600, flag: index === 0 ? 'wx' : 'a' });
    renameSync(temporary, path);
  } catch {
    discard(temporary);
  }
}

/**
 * A folder and those above it. Node's own way never ends where a folder is there and takes no other: below /proc, or below
 * the mount points of homes that an automounter does not know.
 */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT') throw error;
    makeFolder(dirname(path));
    mkdirSync(path, { mode: 0o700 });
  }
}
