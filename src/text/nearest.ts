const CHINESE_DIGITS = '〇一二三四五六七八九';
const NUMERAL = /[〇零一二三四五六七八九十\d]/;

/** Costs of edits. People shorten names, so a character left out is cheap; another numeral or beginning is another branch. */
const COST = { leftOut: 0.3, tooMuch: 0.7, replaced: 1, wrongFirst: 1.5, swapped: 1, wrongNumeral: 2 };

/** The largest cost of a sensible guess, as a share of the word's length. */
const TOLERANCE = 0.34;
/** Sums of costs are binary fractions. */
const ROUNDING = 1e-9;

/**
 * The existing names nearest to an unknown word, best first, for the hint of an error: 骨科二支部
 * → 骨科第二党支部. Empty when none is near; equally near ones stay in the candidates' order.
 */
export function nearest(word: string, candidates: Iterable<string>, limit = 1): string[] {
  return new NameList(candidates).nearest(word, limit);
}

/** Existing names that many unknown words are compared with. */
export class NameList {
  readonly names: readonly string[];
  private folded: readonly (readonly string[])[] | undefined;

  constructor(candidates: Iterable<string>) {
    this.names = [...new Set(candidates)];
  }

  /** As the function `nearest`. */
  nearest(word: string, limit = 1): string[] {
    const close = this.closest(word, limit);
    return close.length > 0 ? close : onlyContaining(word, this.names);
  }

  private closest(word: string, limit: number): string[] {
    this.folded ??= this.names.map(fold);
    const typed = fold(word);
    const allowed = Math.max(typed.length > 1 && /\p{sc=Han}/u.test(word) ? 1 : 0, typed.length * TOLERANCE);
    const found: { readonly name: string; readonly cost: number }[] = [];
    for (const [index, name] of this.folded.entries()) {
      if (leastCost(typed.length, name.length) > allowed + ROUNDING) continue;
      const cost = distance(typed, name);
      if (cost <= allowed) found.push({ name: this.names[index] ?? '', cost });
    }
    found.sort((x, y) => x.cost - y.cost);
    return found.slice(0, limit).map(({ name }) => name);
  }
}

/** A lower bound of the distance, from the lengths alone. */
function leastCost(typed: number, name: number): number {
  return name > typed ? (name - typed) * COST.leftOut : (typed - name) * COST.tooMuch;
}

/** The only name that contains the word or is contained in it: 府山街道 → 府山; none for 骨科, which three branches contain. */
function onlyContaining(word: string, names: readonly string[]): string[] {
  const fitting =
    word.length < 2 ? [] : names.filter((name) => name.length > 1 && (name.includes(word) || word.includes(name)));
  return fitting.length === 1 ? fitting : [];
}

/** The characters to compare: without case and spaces, with 2 as 二. */
function fold(text: string): string[] {
  const digit = (found: string) => CHINESE_DIGITS[Number(found)] ?? found;
  return [...text.toLowerCase().replace(/\s/gu, '').replace(/\d/g, digit)];
}

/** Weighted edit distance with neighbours swapped (optimal string alignment). */
function distance(typed: readonly string[], name: readonly string[]): number {
  const rows: number[][] = [[0, ...name.map((_, j) => (j + 1) * COST.leftOut)]];
  for (let i = 0; i < typed.length; i++) {
    const dropped = deletion(typed[i], i === 0);
    const row = [at(rows, i, 0) + dropped];
    rows.push(row);
    for (let j = 0; j < name.length; j++) {
      row.push(
        Math.min(
          at(rows, i + 1, j) + COST.leftOut,
          at(rows, i, j + 1) + dropped,
          at(rows, i, j) + replacement(typed[i], name[j], i === 0),
          swapped(typed, name, i, j) ? at(rows, i - 1, j - 1) + COST.swapped : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(rows, typed.length, name.length);
}

function at(rows: readonly number[][], i: number, j: number): number {
  return rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
}

function deletion(typed = '', first: boolean): number {
  if (NUMERAL.test(typed)) return COST.wrongNumeral;
  return first ? COST.wrongFirst : COST.tooMuch;
}

function replacement(typed = '', meant = '', first: boolean): number {
  if (typed === meant) return 0;
  if (NUMERAL.test(typed)) return COST.wrongNumeral;
  return first ? COST.wrongFirst : COST.replaced;
}

function swapped(typed: readonly string[], name: readonly string[], i: number, j: number): boolean {
  return i > 0 && j > 0 && typed[i] === name[j - 1] && typed[i - 1] === name[j];
}
