import { createHash } from 'node:crypto';

/**
 * A digest of a value by its content alone: the order of keys and the layout of the file do not matter. It consists of
 * letters, so that YAML never takes it for a number, nor a scan for the number of a phone.
 * @param length in letters of four bits each
 */
export function digestOf(value: unknown, length: number): string {
  const hex = createHash('sha256').update(canonicalText(value)).digest('hex').slice(0, length);
  return hex.replaceAll(/./g, (digit) => LETTERS[Number.parseInt(digit, 16)] ?? '');
}

const LETTERS = 'abcdefghijklmnop';

/** JSON with sorted keys. */
function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
