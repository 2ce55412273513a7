import type { Reader } from '../files/reader.js';

/** A reader with other texts in place of some files, to check a change before it is written. */
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
