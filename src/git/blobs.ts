import type { Repository } from './repository.js';

const LINE_FEED = 10;

/**
 * The sizes of objects in bytes, without their contents. Missing objects, and those that are no blobs, are left out.
 */
export function blobSizes(repository: Repository, objects: readonly string[]): ReadonlyMap<string, number> {
  if (objects.length === 0) return new Map();
  const { stdout } = repository.git(['cat-file', '--batch-check'], linesOf(objects));
  const lines = stdout.toString('latin1').split('\n');
  // `<object> blob <size>`, or `<object> missing`.
  const blobs = lines.map((line) => line.split(' ')).filter(([, type]) => type === 'blob');
  return new Map(blobs.map(([object = '', , size]) => [object, Number(size)]));
}

/** The contents of objects, in one run of git. Missing ones (in a partial clone) are left out. */
export function readBlobs(repository: Repository, objects: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const { stdout } = repository.git(['cat-file', '--batch'], linesOf(objects));
  const found = new Map<string, Uint8Array>();
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf(LINE_FEED, at);
    const [object = '', type, size] = stdout.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (type !== 'blob') continue;
    const length = Number(size);
    found.set(object, stdout.subarray(at, at + length));
    at += length + 1;
  }
  return found;
}

const linesOf = (objects: readonly string[]): string => [...new Set(objects)].map((object) => `${object}\n`).join('');
