import { verdicts } from '#generated/verdicts.js';
import type { SchemaName } from './kinds.js';

/** Whether a record, or a file that is one mapping, is valid by its schema. `describe` reports what is wrong. */
export function isValid(name: SchemaName, value: unknown): boolean {
  return verdicts[name](value);
}
