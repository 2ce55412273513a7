/** What a single value says; empty for nothing, a list or a group of fields, which may hold anything under any name. */
export function scalarText(value: unknown): string {
  return value === undefined || value === null || typeof value === 'object' || typeof value === 'function'
    ? ''
    : `${value as string | number | boolean}`;
}
