/** What compiled schemas call, beside formats: they take it from here by name. */
export { date, 'partial-date' } from './formats.js';

/** The characters of a text as JSON Schema counts them: two units of UTF-16 that belong together are one. */
export function characters(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

/** Where a text of a list stands twice, the last two such places; null if none does. */
export function repeated(list: readonly unknown[]): { readonly i: number; readonly j: number } | null {
  if (new Set(list).size === list.length) return null;
  const seen = new Map<string, number>();
  for (let i = list.length - 1; i >= 0; i -= 1) {
    const text = list[i];
    if (typeof text !== 'string') continue;
    const j = seen.get(text);
    if (j !== undefined) return { i, j };
    seen.set(text, i);
  }
  return null;
}
