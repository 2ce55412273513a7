import { type Zippable, zipSync } from 'fflate';

/** The list of the parts' types: readers look at the first part to know what the file is. */
const FIRST_PART = '[Content_Types].xml';

/**
 * Files as a zip, as the parts of an Office file are: sorted, without times, compressed by a program of its own, because Node's versions
 * compress differently. The same files give the same bytes on every machine.
 */
export function zipped(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const isFirst = (name: string): number => (name === FIRST_PART ? 0 : 1);
  const sorted = [...parts].sort(([a], [b]) => isFirst(a) - isFirst(b) || (a < b ? -1 : 1));
  const files: Zippable = Object.fromEntries(sorted);
  // The first day a zip can name, in local time as zips have it: every time zone writes the same bytes.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1), os: 0 });
}
