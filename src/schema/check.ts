import { verdicts } from '#generated/verdicts.js';
import type { Kind } from './kinds.js';

/** Whether a record is valid by its kind's schema. `describe` reports what is wrong. */
export function isValid(kind: Kind | 'workspace', value: unknown): boolean {
  return verdicts[kind](value);
}
