import { validators } from '#generated/validators.js';
import type { Kind } from './kinds.js';

/** Whether one record is what its kind's schema says. Stops at the first fault; `describe` tells them all. */
export function isValid(kind: Kind | 'workspace', value: unknown): boolean {
  return validators[kind](value);
}
