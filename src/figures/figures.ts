import type { Figure } from '../document/figure.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import type { PolicyName } from '../ledger/policy-value.js';
import { LATEST_DAY } from '../text/calendar-date.js';
import type { CountedKind } from './countable.js';
import type { Days } from './days.js';
import { type Dimension, type Dimensions, daysOf, formatFigureId, parseFigureId } from './figure-id.js';
import type { FigureSource } from './figure-source.js';
import { reportedRow } from './frozen/reported-row.js';
import { makeFigure } from './make-figure.js';
import { policyId } from './policies.js';
import { RecordIndex, type SelectionOf } from './record-index.js';
import { dimensionsOf, rowNamed } from './registry.js';
import type { FigureRow } from './row.js';
import { factRow } from './rows/fact-row.js';
import { measureTarget, type TargetFigures } from './targets/target.js';

/** The figures of a ledger as of one day. Each is made once and kept under its id. */
export class Figures implements FigureSource {
  private readonly made = new Map<string, Figure>();
  private readonly computed = new Map<string, unknown>();
  private readonly index: RecordIndex;

  constructor(
    readonly ledger: Ledger,
    readonly asOf: string,
    readonly confirmedBy: string = asOf,
    /** What is to be known of a figure outside: the figure itself, or what a public version prints instead. */
    private readonly shown: (figure: Figure) => Figure = (figure) => figure,
    readonly today: string = LATEST_DAY,
  ) {
    this.index = new RecordIndex(ledger, asOf, confirmedBy);
  }

  get(measure: string, dimensions: Dimensions): Figure {
    const id = formatFigureId(measure, dimensions);
    const known = this.made.get(id);
    if (known) return known;
    const row = this.rowOf(measure);
    if (!row) throw new TypeError(`no measure is called ${measure}`);
    const figure = this.make(row, dimensions);
    if (!figure) throw new TypeError(`there is no ${id}`);
    return figure;
  }

  /** The figure of an id as printed anywhere; undefined if there is none. */
  byId(id: string): Figure | undefined {
    const known = this.made.get(id);
    if (known) return known;
    const parsed = parseFigureId(id);
    const row = parsed && this.rowOf(parsed.measure);
    return row && isNamedFully(row, parsed.dimensions) ? this.make(row, parsed.dimensions) : undefined;
  }

  /** A number a document states. */
  fact(entry: Entry<'facts'>): Figure {
    return this.get(entry.id, {});
  }

  /** What the office has set for itself. */
  policy(name: PolicyName): Figure & { readonly value: number } {
    return this.get(policyId(name), {}) as Figure & { readonly value: number };
  }

  /** A target as seen on the day, or at the end of a month (YYYY-MM) that lies before it. */
  target(entry: Entry<'targets'>, month?: string): TargetFigures {
    return measureTarget(this, entry, month);
  }

  counted<K extends CountedKind>(kind: K, period: Days | null, asOf = this.asOf): readonly Entry<K>[] {
    return this.index.counted(kind, period, asOf);
  }

  select<K extends CountedKind>(selection: SelectionOf<K>, dimensions: Dimensions): readonly Entry<K>[] {
    return this.index.select(selection, daysOf(dimensions), dimensions);
  }

  once<T>(key: string, compute: () => T): T {
    if (!this.computed.has(key)) this.computed.set(key, compute());
    return this.computed.get(key) as T;
  }

  /** A row of the registry, or the one a fact stands for. */
  private rowOf(name: string): FigureRow | undefined {
    const fact = this.ledger.get('facts', name);
    return fact ? factRow(fact) : (rowNamed(name) ?? reportedRow(name));
  }

  private make(row: FigureRow, dimensions: Dimensions): Figure | undefined {
    const made = row.make(this, dimensions);
    if (!made) return undefined;
    const figure = this.shown(makeFigure(this.ledger, row, dimensions, made));
    this.made.set(figure.id, figure);
    return figure;
  }
}

/** Whether dimensions fit a row: all that it needs, and none that it does not have. */
function isNamedFully(row: FigureRow, dimensions: Dimensions): boolean {
  const known = dimensionsOf(row);
  return (
    row.needs.every((name) => dimensions[name] !== undefined) &&
    (Object.keys(dimensions) as Dimension[]).every((name) => known.includes(name))
  );
}
