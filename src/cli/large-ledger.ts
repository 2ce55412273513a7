import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { cacheFolder, cacheSecret, readCacheFile, writeCacheFile } from '../files/cache-file.js';
import { fingerprint } from '../text/fingerprint.js';
import type { IndexStore } from '../workspace/ledger-index.js';
import type { World } from './context.js';
import { yueyiBuild } from './version.js';

/** Where the index of the ledger in a data folder is kept; null where there is no place for it. */
export function indexStore({ env, workingDirectory }: World, folder: string): IndexStore | null {
  const cache = cacheFolder(env, process.platform);
  const secret = cache === null ? null : cacheSecret(cache);
  if (cache === null || secret === null) return null;
  // Two ledgers that happen to have one name write over each other's index, and are none the worse for it.
  const path = join(cache, `index-${hexOf(fingerprint(resolve(workingDirectory, folder)))}.json`);
  return {
    // What is a letter, and so may stand in an id, another version of Node may know otherwise.
    build: `${yueyiBuild()} ${process.versions.unicode}`,
    secret,
    read: () => readCacheFile(path),
    write: (parts) => writeCacheFile(path, parts),
  };
}

/** Lets Node 20 optimize as soon as it does by itself: only a short run is better off without (`src/build/loader.cjs`). */
export function expectLongRun(): void {
  if (Number.parseInt(process.versions.node, 10) < 22) setFlagsFromString('--interrupt-budget=132000');
}

const hexOf = (number: number): string => (number >>> 0).toString(16);
