import type { Reader } from '../files/reader.js';

/** The text of a file that is UTF-8, with its byte order mark, as it is written back. @throws ReadError */
export function fileText(reader: Reader, file: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(reader.read(file));
}
