import { type Interval, overlaps } from '../ledger/in-force.js';
import { recordDays } from '../ledger/kind-table.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import { EARLIEST_DAY } from '../text/calendar-date.js';
import { COUNTABLE, type Countable, type CountedKind } from './countable.js';
import { type Days, upTo } from './days.js';
import { type Dimension, type Dimensions, isTime } from './figure-id.js';

/** The filter of a row: which records of a kind count. */
export interface SelectionOf<K extends CountedKind> {
  readonly name: string;
  readonly kind: K;
  /** Keeps only some of the counted records: by what they are on a day, or what they came to within the days asked for. */
  readonly only?: (entry: Entry<K>, ledger: Ledger, asOf: string, within: Days | null) => boolean;
  /** Where the row sees fewer values on a dimension than its kind: 牵头 counts under the lead alone. */
  readonly values?: Countable<K>['values'];
}

type FoundByKind = { [K in CountedKind]?: Map<string, readonly Entry<K>[]> };
type FoundByValue = { [K in CountedKind]?: Map<string, ReadonlyMap<string, readonly Entry<K>[]>> };

/**
 * The records that count as of one day. A report asks for hundreds of figures over the same records: those of a
 * period, and those under each value of a dimension, are looked for once.
 */
export class RecordIndex {
  private readonly periods: FoundByKind = {};
  private readonly intervals = new Map<CountedKind, readonly (Interval | null)[]>();
  private readonly measured: FoundByKind = {};
  private readonly byValue: FoundByValue = {};

  constructor(
    private readonly ledger: Ledger,
    private readonly asOf: string,
    private readonly confirmedBy: string,
  ) {}

  /** The records of a kind that count within a period up to a day, in the ledger's order; without a period all days. */
  counted<K extends CountedKind>(kind: K, period: Days | null, asOf: string): readonly Entry<K>[] {
    const days = period ? upTo(period, asOf) : { from: EARLIEST_DAY, until: asOf };
    if (!days) return [];
    const { from, until } = days;
    const key = `${from} ${until} ${asOf}`;
    const known = this.periods[kind]?.get(key);
    if (known) return known;
    const { counts }: Countable<K> = COUNTABLE[kind];
    const intervals = this.intervalsOf(kind);
    // As seen at the end of an earlier month only what was confirmed by then counts.
    const confirmedBy = asOf === this.asOf ? this.confirmedBy : asOf;
    const found = this.ledger.all(kind).filter((entry, index) => {
      const interval = intervals[index];
      return interval != null && overlaps(interval, from, until) && (counts?.(entry, confirmedBy) ?? true);
    });
    this.periods[kind] ??= new Map();
    this.periods[kind].set(key, found);
    return found;
  }

  /** The days each record of a kind belongs to, in the ledger's order. */
  private intervalsOf(kind: CountedKind): readonly (Interval | null)[] {
    const known = this.intervals.get(kind);
    if (known) return known;
    const found = this.ledger.all(kind).map((entry) => recordDays(this.ledger, entry));
    this.intervals.set(kind, found);
    return found;
  }

  /** The records a measure counts within a period and under dimensions; those that name days are the period's. */
  select<K extends CountedKind>(row: SelectionOf<K>, period: Days | null, dimensions: Dimensions): readonly Entry<K>[] {
    let found: readonly Entry<K>[] | undefined;
    for (const name of Object.keys(dimensions) as Dimension[]) {
      const value = dimensions[name];
      if (value === undefined || isTime(name)) continue;
      found = found
        ? found.filter((entry) => this.valuesOf(row, entry, name).includes(value))
        : (this.valuesIn(row, period, name).get(value) ?? []);
    }
    return found ?? this.measuredIn(row, period);
  }

  private measuredIn<K extends CountedKind>(row: SelectionOf<K>, period: Days | null): readonly Entry<K>[] {
    const key = keyOf(row, period);
    const { kind, only } = row;
    const known = this.measured[kind]?.get(key);
    if (known) return known;
    const counted = this.counted(kind, period, this.asOf);
    const found = only ? counted.filter((entry) => only(entry, this.ledger, this.asOf, period)) : counted;
    this.measured[kind] ??= new Map();
    this.measured[kind].set(key, found);
    return found;
  }

  /** The measure's records under each value they have on a dimension, each once. */
  private valuesIn<K extends CountedKind>(
    row: SelectionOf<K>,
    period: Days | null,
    name: Dimension,
  ): ReadonlyMap<string, readonly Entry<K>[]> {
    const key = `${keyOf(row, period)} ${name}`;
    const { kind } = row;
    const known = this.byValue[kind]?.get(key);
    if (known) return known;
    const found = new Map<string, Entry<K>[]>();
    for (const entry of this.measuredIn(row, period)) {
      for (const value of this.valuesOf(row, entry, name)) {
        if (value === undefined) continue;
        const under = found.get(value);
        if (under === undefined) found.set(value, [entry]);
        else if (under.at(-1) !== entry) under.push(entry);
      }
    }
    this.byValue[kind] ??= new Map();
    this.byValue[kind].set(key, found);
    return found;
  }

  private valuesOf<K extends CountedKind>(
    row: SelectionOf<K>,
    entry: Entry<K>,
    name: Dimension,
  ): readonly (string | undefined)[] {
    const { values }: Countable<K> = COUNTABLE[row.kind];
    return (row.values?.[name] ?? values[name])?.(entry, this.ledger, this.asOf) ?? [];
  }
}

function keyOf({ name }: { readonly name: string }, period: Days | null): string {
  return period ? `${name} ${period.from} ${period.until}` : name;
}
