import type { Derivation, Figure, FigureRecord } from '../document/figure.js';
import type { Ledger } from '../ledger/ledger.js';
import type { Kind } from '../schema/kinds.js';
import type { Dimension, Dimensions } from './figure-id.js';
import type { FigureSource } from './figure-source.js';

/** One row of the registry: a measure, its dimensions, and how its figures are made. */
export interface FigureRow {
  /** The id before `@`. */
  readonly name: string;
  readonly label: string;
  /** Whether its label names records by their ids: a programme's full name would hide the rest of it. */
  readonly namesIds?: true;
  /** The Chinese counting unit, or `%`; null for the unit of the target the figure is about. */
  readonly unit: string | null;
  /** Decimals printed; 0 unless given. */
  readonly decimals?: number;
  /** The dimensions an id must name. */
  readonly needs: readonly Dimension[];
  /** The dimensions that may narrow it. */
  readonly may: readonly Dimension[];
  /** The values a dimension may have, where they are not the ids of the records it is named after. */
  readonly allowed?: { readonly [D in Dimension]?: (ledger: Ledger, dimensions: Dimensions) => readonly string[] };
  /** What stands behind the figure; undefined where what the dimensions name is not there. */
  readonly make: (source: FigureSource, dimensions: Dimensions) => Made | undefined;
}

/** How much of what a figure is about its value rests on. */
type Coverage = NonNullable<Figure['coverage']>;

/** What a figure needs of a record it is made of, whatever its kind. */
interface CountedRecord extends Witness {
  readonly kind: Kind;
  readonly id: string;
}

/** What may be marked as a sample (示例): records, and figures made of them. */
export interface Witness {
  readonly sample: boolean;
}

/** What the keeping of the ledger says of a figure; see `kept.ts`. */
export interface Keeping {
  /** Why there is no value although it could be computed: nobody has kept the ledger (未登记). */
  readonly unknown?: string | undefined;
  /** Nothing but samples shows that the ledger was kept: a zero rests on them too. */
  readonly keptBySample?: true;
}

/** Properties common to all ways of making a figure. */
interface Varied extends Keeping {
  /** Where the row's own label or unit depends on what the figure is about. */
  readonly label?: string;
  readonly unit?: string;
  /** What decides whether the figure rests on samples, where that is not just what it is made of. */
  readonly witnesses?: readonly Witness[];
  /** Of how many of those it is about it knows; there is at least as much as it says. */
  readonly known?: Coverage | undefined;
  /** The unit its records are counted in, whatever is summed of them: 场. */
  readonly recordUnit?: string;
}

/** Each of the records counts once. */
interface Counted extends Varied {
  readonly made: 'counted';
  readonly records: readonly CountedRecord[];
}

/** The records' amounts added up; null for a record that does not say. */
interface Summed extends Varied {
  readonly made: 'summed';
  readonly records: readonly CountedRecord[];
  /** As many as records, in their order. */
  readonly amounts: readonly (number | null)[];
  /** Whether an amount is only about right (约86). */
  readonly hedged?: boolean;
}

/** What the records name, each once. */
interface Distinct extends Varied {
  readonly made: 'distinct';
  readonly names: readonly FigureRecord[];
  /** The records that name them. */
  readonly among: readonly CountedRecord[];
}

/** Computed from other figures. */
interface Derived extends Varied, Derivation {
  readonly made: 'derived';
  readonly formula: Exclude<Figure['formula'], 'fact'>;
  readonly inputs: readonly Figure[];
  /** The records to list; none unless given, or the target's own. */
  readonly records?: () => Iterable<FigureRecord>;
  /** The judging word that follows from the inputs' values. */
  readonly word?: (inputs: readonly (number | null)[]) => string | undefined;
  /** Why there is no value; what the first input without one says, unless given. */
  readonly missing?: string;
}

/** Stated by a record itself (a fact, a target's number, a setting) or by its days. */
interface Stated extends Varied, Pick<Figure, 'value' | 'missing' | 'bound' | 'word'> {
  readonly made: 'stated';
  readonly records: readonly FigureRecord[];
}

/** How the value of a figure is made, and from what. */
export type Made = Counted | Summed | Distinct | Derived | Stated;
