import { parseUsual } from './parse-usual.js';
import type { Source } from './source.js';

/** Reads one file's bytes as `parseSource` does, which is loaded only for a file that needs a whole YAML parser. */
export async function readSource(file: string, bytes: Uint8Array): Promise<Source> {
  return parseUsual(file, bytes) ?? readUnusual(file, bytes);
}

/** Reads what `parseUsual` leaves. */
export async function readUnusual(file: string, bytes: Uint8Array): Promise<Source> {
  const { parseSource } = await import('./source.js');
  return parseSource(file, bytes, 'js-yaml');
}
