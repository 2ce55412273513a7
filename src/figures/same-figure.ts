import type { Figure } from '../document/figure.js';

/** What a figure says; a frozen one leaves out what it does not have. */
type Said = { readonly value?: number | null } & Pick<Figure, 'bound' | 'missing' | 'word'>;

/** Whether two figures say the same; of a judgement, in a word. */
export function isSameFigure(a: Said | undefined, b: Said | undefined): boolean {
  if (a?.word !== undefined && b?.word !== undefined) return a.word === b.word;
  if (a === undefined || b === undefined) return a === b;
  return (a.value ?? null) === (b.value ?? null) && a.bound === b.bound && a.missing === b.missing;
}
