import type { Kind } from './kinds.js';
import { standaloneSchema } from './standalone-schema.js';

/** The JSON Schema of a whole file, for editors: the settings, or a list of records of a kind. */
export function fileSchema(name: Kind | 'workspace'): object {
  const schema = standaloneSchema(name);
  if (name === 'workspace') return schema;
  const { $schema, $defs, ...record } = schema as {
    $schema: string;
    $defs: object;
    title: string;
    description: string;
  };
  const { title, description } = record;
  // References lead from the root of the document, so the definitions stay there.
  return { $schema, title, description, type: 'array', items: record, $defs };
}
