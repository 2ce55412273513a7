/** How a figure's value is made: counted, summed, divided, or taken from a document. */
type Formula = 'count' | 'sum' | 'ratio' | 'fact';

/** How a number is hedged: 约36768, 36768余, 近36768, 不少于36768. */
type Bound = '约' | '余' | '近' | '不少于';

/** One record behind a figure; in a sum, with what it adds (null where the record does not say). */
export interface FigureRecord {
  readonly kind: string;
  readonly id: string;
  readonly amount?: number | null;
}

/** How a figure follows from others: in the user's words, and as arithmetic on its inputs' values. */
export interface Derivation {
  /** 已完成 ÷ 目标数 × 100，保留一位小数. */
  readonly rule: string;
  /** The value from the inputs' values, in their order; null where they do not suffice. */
  readonly value: (inputs: readonly (number | null)[]) => number | null;
}

/**
 * A number that may be printed. Nothing else may: a figure knows its own name, its formula, the
 * figures it was made of and the records behind it, so that every printed number can be opened.
 */
export interface Figure {
  /** `<measure>[@dimension=value,…]`, or a fact's own id. Unique within a report. */
  readonly id: string;
  readonly label: string;
  /** null where the ledger does not know; then `missing` says why. */
  readonly value: number | null;
  readonly missing?: string;
  /** The Chinese counting unit, or `%`. */
  readonly unit: string;
  readonly formula: Formula;
  /** Ids of the figures this one is computed from. */
  readonly inputs: readonly string[];
  /** How the value follows from the inputs; present exactly where there are any. */
  readonly derivation?: Derivation;
  /** The records behind the value, in the ledger's order. */
  readonly records: () => Iterable<FigureRecord>;
  /** True when a sample record (示例) stands behind the value. */
  readonly sample: boolean;
  readonly bound?: Bound;
  /** Of how many records the value is known, where it is not of all: 252场中251场有数. */
  readonly coverage?: { readonly known: number; readonly of: number };
  /** The counting unit of these records (场); only where there is a coverage. */
  readonly coveredIn?: string;
  /** The judging word that follows from the value by the derivation's rule: 基本完成, 多数. */
  readonly word?: string;
  /** Decimals printed; 0 unless given. Trailing zeros are kept. */
  readonly decimals?: number;
}

/** A figure's name in a list of figures; a judgement says its word too. */
export function fullLabel({ label, word }: Figure): string {
  return word === undefined ? label : `${label}：${word}`;
}

/** The ids of the records behind a figure. */
export function recordIds(figure: Figure): string[] {
  return Array.from(figure.records(), ({ id }) => id);
}
