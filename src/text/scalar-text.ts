/** A scalar as text; empty for null, undefined, a list or a mapping. */
export function scalarText(value: unknown): string {
  return value === undefined || value === null || typeof value === 'object' || typeof value === 'function'
    ? ''
    : `${value as string | number | boolean}`;
}
