import type { Repository } from './repository.js';

const LINE_FEED = 10;

/**
 * The contents of objects, all in one run of git, beside those already known. One that git does not have (a clone
 * without its contents) is left out.
 */
export function readBlobs(
  repository: Repository,
  objects: readonly string[],
  known: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, Uint8Array> {
  const wanted = [...new Set(objects)].filter((object) => !known.has(object));
  const { stdout } = repository.git(['cat-file', '--batch'], wanted.map((object) => `${object}\n`).join(''));
  const found = new Map(known);
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf(LINE_FEED, at);
    // `<object> blob <size>`, or `<object> missing`.
    const [object = '', type, size] = stdout.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (type !== 'blob') continue;
    const length = Number(size);
    found.set(object, stdout.subarray(at, at + length));
    at += length + 1;
  }
  return found;
}
