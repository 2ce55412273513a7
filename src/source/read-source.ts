import { parsePlain } from './parse-plain.js';
import type { Source, SourceReader } from './source.js';

/** As `parseSource`, with the whole YAML parser loaded only for a file that needs it. */
export async function readSource(file: string, bytes: Uint8Array, reader: SourceReader = 'plain'): Promise<Source> {
  const usual = reader === 'plain' ? parsePlain(file, bytes) : null;
  if (usual !== null) return usual;
  const { parseSource } = await import('./source.js');
  return parseSource(file, bytes, 'js-yaml');
}
