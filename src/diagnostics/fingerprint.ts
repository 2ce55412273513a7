import { createHash } from 'node:crypto';
import type { Diagnostic } from './diagnostic.js';

/** Hexadecimal digits kept of the SHA-256. */
const LENGTH = 32;

/**
 * Makes a fingerprint for each finding of a run, asked for in their order: stable as long as the same thing is wrong with
 * the same record, whatever lines are added or deleted above it and whatever the language; no two findings share one.
 */
export function fingerprints(): (diagnostic: Diagnostic) => string {
  const seen = new Map<string, number>();
  return (diagnostic) => {
    const identity = identityOf(diagnostic);
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    return createHash('sha256').update(`${identity}\0${count}`).digest('hex').slice(0, LENGTH);
  };
}

/** Made of the record's id and the field: its index in the file would change with every record above it. */
function identityOf({ code, file, record, path, lines }: Diagnostic): string {
  const field = record === null ? path : (path?.replace(/^\/\d+/, '') ?? null);
  return [code, file, record ?? '', field ?? lines[0]?.trim() ?? ''].join('\0');
}
