import { verdicts } from '#generated/verdicts.js';
import type { Kind } from './kinds.js';

/** Whether one record is what its kind's schema says. A yes or no and nothing else: `describe` tells what is wrong. */
export function isValid(kind: Kind | 'workspace', value: unknown): boolean {
  return verdicts[kind](value);
}
