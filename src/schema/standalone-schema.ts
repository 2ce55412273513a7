import { schemaOf } from './dictionary.js';
import type { Kind } from './kinds.js';

/** A kind's JSON Schema in one piece: the shared definitions beside its own, so that any editor or validator can use it. */
export function standaloneSchema(name: Kind | 'workspace'): object {
  const own = schemaOf(name);
  const text = JSON.stringify({ ...own, $defs: { ...schemaOf('common').$defs, ...own.$defs } });
  return JSON.parse(text.replaceAll('"common.schema.json#/', '"#/')) as object;
}
