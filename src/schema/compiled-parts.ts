/** The functions that compiled schemas import from here by name. */
export { date, 'partial-date' } from './formats.js';

/** The length of a text in code points, as JSON Schema counts it. */
export function characters(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

/** A text longer than this matches no pattern of a schema: on millions of characters a pattern can exhaust V8's stack. */
const LONGEST_MATCHED = 10_000;

/** A schema's pattern, for texts of any length. */
export function shortPattern(source: string, flags: string): { readonly test: (text: string) => boolean } {
  const pattern = new RegExp(source, flags);
  return { test: (text) => text.length <= LONGEST_MATCHED && pattern.test(text) };
}

/** The indexes of the last repeated text of a list and of its previous occurrence; null if none is repeated. */
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
