import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.js';

/** Everything a verdict on a record depends on: our code, the schemas, and the versions of the libraries. */
const SOURCES = ['src', 'schemas', 'package.json', 'package-lock.json'];

/** What tells this build from every other, so that nothing an older one kept is taken for its own. */
export function buildId() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((name) => filesOf(join(root, name)))) {
    hash.update(path.slice(root.length)).update(readFileSync(path));
  }
  return hash.digest('base64url');
}

/** A file, or the files below a folder, in one order on every system. @param {string} path @returns {string[]} */
function filesOf(path) {
  if (path.endsWith('.json')) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
