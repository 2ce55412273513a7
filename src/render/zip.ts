import { type Zippable, zipSync } from 'fflate';

/** The list of the parts' types: readers look at the first part to know what the file is. */
const FIRST_PART = '[Content_Types].xml';

/**
 * The parts of an Office file as a zip: sorted, without times, compressed by a program of its own, because Node's versions
 * compress differently. The same parts give the same bytes on every machine.
 */
export function zipped(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...parts.keys()].filter((name) => name !== FIRST_PART).sort();
  const files: Zippable = {};
  for (const name of [FIRST_PART, ...names]) files[name] = parts.get(name) ?? new Uint8Array();
  // The first day a zip can name, in local time as zips have it: every time zone writes the same bytes.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1), os: 0 });
}
