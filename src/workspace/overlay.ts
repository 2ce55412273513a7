import { ReadError, type Reader, type ReaderFile } from '../files/reader.js';
import { systemReason } from '../files/system-reason.js';

/**
 * A reader with other texts in place of some files, to check a change before it is written: a file that is not there yet is
 * listed, one without text is not.
 */
export function withOverlay(reader: Reader, texts: ReadonlyMap<string, string | null>): Reader {
  return {
    list: () => listed(reader.list(), texts),
    read: (path) => {
      const text = texts.get(path);
      if (text === null) throw new ReadError(path, systemReason({ code: 'ENOENT' }));
      return text === undefined ? reader.read(path) : new TextEncoder().encode(text);
    },
    display: (path) => reader.display(path),
    ...(reader.folder === undefined ? {} : { folder: reader.folder }),
  };
}

function listed(found: readonly ReaderFile[], texts: ReadonlyMap<string, string | null>): readonly ReaderFile[] {
  const known = new Set(found.map(({ path }) => path));
  const isNew = [...texts].some(([path, text]) => text === null || !known.has(path));
  if (!isNew) return found;
  const added = [...texts.keys()].filter((path) => !known.has(path)).map((path) => ({ path }));
  const files = [...found, ...added].filter(({ path }) => texts.get(path) !== null);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
