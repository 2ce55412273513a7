import type { Frozen } from '../../ledger/frozen-year.js';
import { digestOf } from './digest.js';

const LENGTH = 32;

/** A frozen year with the digest of all its content. */
export function sealed(content: Omit<Frozen, 'digest'>): Frozen {
  return { ...content, digest: digestOf(content, LENGTH) };
}

/** Whether nobody has changed the content since it was sealed; comments and layout do not count. */
export function isIntact({ digest, ...content }: Frozen): boolean {
  return digestOf(content, LENGTH) === digest;
}
