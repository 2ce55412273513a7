import { parsePlain } from './parse-plain.js';

/**
 * The lines on which the records of a file begin, from 1; null for a file that is not of the plain subset, or whose list is
 * indented: a `Locator` knows them. Finding one place by it means to parse the file once more, by a slower parser.
 */
export function recordLines(file: string, bytes: Uint8Array): readonly number[] | null {
  const source = parsePlain(file, bytes);
  if (!Array.isArray(source?.value)) return null;
  // Whatever else is in a list without indentation is indented.
  const lines = source
    .text()
    .split('\n')
    .flatMap((line, index) => (/^\ufeff?-[ \r]|^\ufeff?-$/.test(line) ? [index + 1] : []));
  return lines.length === source.value.length ? lines : null;
}
