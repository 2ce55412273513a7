import { parseUsual } from './parse-usual.js';
import type { Source, SourceReader } from './source.js';

/** Reads one file's bytes as `parseSource` does, which is loaded only for a file that needs a whole YAML parser. */
export async function readSource(file: string, bytes: Uint8Array, reader: SourceReader = 'plain'): Promise<Source> {
  const usual = reader === 'plain' ? parseUsual(file, bytes) : null;
  if (usual !== null) return usual;
  const { parseSource } = await import('./source.js');
  return parseSource(file, bytes, 'js-yaml');
}
