import { createHash } from 'node:crypto';
import type { Diagnostic } from './diagnostic.js';

/** Half of a SHA-256 in hexadecimal: enough for any ledger, short enough to read. */
const LENGTH = 32;

/**
 * A name for each finding, in their order: the same one as long as the same thing is wrong with the same record,
 * though lines above it come and go, in whatever language it is told; two findings never share one.
 */
export function fingerprintsOf(diagnostics: readonly Diagnostic[]): string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const identity = identityOf(diagnostic);
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    return createHash('sha256').update(`${identity}\0${count}`).digest('hex').slice(0, LENGTH);
  });
}

/** A record's place in its file changes with every record above it; its id and the field below it do not. */
function identityOf({ code, file, record, path, lines }: Diagnostic): string {
  const field = record === null ? path : (path?.replace(/^\/\d+/, '') ?? null);
  return [code, file, record ?? '', field ?? lines[0]?.trim() ?? ''].join('\0');
}
