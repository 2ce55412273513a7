import type { Reader } from '../files/reader.js';

/** A reader that has other texts in place of some files: what would be, before anything is written. */
export function withOverlay(reader: Reader, texts: ReadonlyMap<string, string>): Reader {
  return {
    list: () => reader.list(),
    read: (path) => {
      const text = texts.get(path);
      return text === undefined ? reader.read(path) : new TextEncoder().encode(text);
    },
    display: (path) => reader.display(path),
    ...(reader.folder === undefined ? {} : { folder: reader.folder }),
  };
}
