import type { Figure, FigureRecord } from '../document/figure.js';
import { type Entry, type Ledger, labelOf } from '../ledger/ledger.js';
import { firstDay, lastDay } from '../text/calendar-date.js';
import { formatDate } from '../text/chinese-date.js';
import { compose } from './composed/composed.js';
import { composedNamed } from './composed/composed-named.js';
import { COUNTABLE, type Countable, type CountedKind } from './countable.js';
import { familyOf } from './families.js';
import { type Dimensions, formatFigureId, parseFigureId } from './figure-id.js';
import type { Measure } from './measure.js';
import { measureNamed } from './measures.js';
import type { Period } from './period.js';
import { policyOfId } from './policies.js';
import { RecordIndex } from './record-index.js';
import { refOf } from './ref-of.js';
import { sumOf } from './sum-of.js';
import { measureTarget } from './target.js';
import type { TargetFigures } from './target-maker.js';

type Amount = Pick<Figure, 'formula' | 'value' | 'missing' | 'bound' | 'records'>;

/** The figures of a ledger as seen on one day. Each is made once and kept under its id. */
export class Figures {
  private readonly made = new Map<string, Figure>();
  private readonly targets = new Map<string, TargetFigures>();
  private readonly names = new Map<string, string>();
  private readonly index: RecordIndex;

  constructor(
    readonly ledger: Ledger,
    /** Dated records and events after this day do not count. */
    readonly asOf: string,
  ) {
    this.index = new RecordIndex(ledger, asOf);
  }

  /** A measure under given dimensions, e.g. `get('activities', { year: '2025', pairing: '东湖' })`. */
  get(measure: string, dimensions: Dimensions): Figure {
    const id = formatFigureId(measure, dimensions);
    const known = this.made.get(id);
    if (known) return known;
    const composed = composedNamed(measure);
    if (composed) return this.keep(compose(this, composed, dimensions));
    const row = measureNamed(measure);
    if (!row) throw new TypeError(`no measure is called ${measure}`);
    return this.keep(this.measure(row, id, dimensions));
  }

  /** A number a document states. */
  fact(entry: Entry<'facts'>): Figure {
    const { label, value, unit, bound } = entry.value;
    return (
      this.made.get(entry.id) ??
      this.keep({
        id: entry.id,
        label,
        value,
        unit,
        formula: 'fact',
        inputs: [],
        records: () => [refOf(entry)],
        sample: entry.sample,
        ...(bound ? { bound } : {}),
      })
    );
  }

  /** A target as seen on the day, or at the end of a month (YYYY-MM) that lies before it. */
  target(entry: Entry<'targets'>, month?: string): TargetFigures {
    const key = formatFigureId('target', { month, target: entry.id });
    const known = this.targets.get(key) ?? measureTarget(this, entry, month);
    this.targets.set(key, known);
    return known;
  }

  /** The figure of an id as printed anywhere: a fact's own, a measure's or a target's; undefined if there is none. */
  byId(id: string): Figure | undefined {
    const known = this.made.get(id);
    if (known) return known;
    const fact = this.ledger.get('facts', id);
    if (fact) return this.fact(fact);
    const policy = policyOfId(this.ledger, id);
    if (policy) return policy;
    const parsed = parseFigureId(id);
    if (!parsed) return undefined;
    const { measure, dimensions } = parsed;
    if (measureNamed(measure)) return this.get(measure, dimensions);
    familyOf(measure)?.make(this, measure, dimensions);
    return this.made.get(id);
  }

  /** The figure of an id where it has been made already. */
  kept(id: string): Figure | undefined {
    return this.made.get(id);
  }

  keep(figure: Figure): Figure {
    this.made.set(figure.id, figure);
    return figure;
  }

  /** The records of a kind that count within a period up to the day, or to an earlier one, in the ledger's order. */
  counted<K extends CountedKind>(kind: K, period: Period | null, asOf = this.asOf): readonly Entry<K>[] {
    return this.index.counted(kind, period, asOf);
  }

  private measure(row: Measure, id: string, dimensions: Dimensions): Figure {
    const records = this.index.select(row, periodOf(dimensions), dimensions);
    const label = () => this.label(row, dimensions);
    return {
      id,
      // Few products print labels.
      get label() {
        return label();
      },
      unit: row.unit,
      inputs: [],
      sample: this.isSample(row, records, dimensions),
      ...this.amount(row, records, dimensions),
    };
  }

  /** What the records of a measure come to. */
  private amount(row: Measure, records: readonly Entry<CountedKind>[], dimensions: Dimensions): Amount {
    if (row.formula === 'distinct') {
      const names = distinctNames(row, records, this.ledger);
      return { formula: 'count', value: names.length, records: () => names };
    }
    if (row.formula === 'count') {
      return { formula: 'count', value: records.length, records: () => records.map(refOf) };
    }
    const amounts = records.map((entry) => row.amount?.(entry, this.asOf, dimensions, this.ledger) ?? null);
    const hedged = records.some((entry) => row.hedged?.(entry) ?? false);
    const added = (): FigureRecord[] =>
      records.map((entry, index) => ({ ...refOf(entry), amount: amounts[index] ?? null }));
    return { formula: 'sum', ...sumOf(amounts, hedged), records: added };
  }

  /** A sample counts, or decides the state of what counts. */
  private isSample(row: Measure, records: readonly Entry<CountedKind>[], { state }: Dimensions): boolean {
    const { restsOn } = COUNTABLE[row.kind] as Countable<CountedKind>;
    const witnesses =
      state === undefined && !row.byState ? [] : records.flatMap((entry) => restsOn?.(entry, this.ledger) ?? []);
    return [...records, ...witnesses].some(({ sample }) => sample);
  }

  private label(row: Measure, { year, month, ...others }: Dimensions): string {
    const names = Object.values(others).flatMap((value) => (value === undefined ? [] : [this.nameOf(value)]));
    return [row.label, ...(month === undefined ? [] : [formatDate(month)]), ...names].join('·');
  }

  private nameOf(id: string): string {
    const known = this.names.get(id);
    if (known !== undefined) return known;
    const entry = NAMED.map((kind) => this.ledger.get(kind, id)).find((found) => found !== undefined);
    const name = entry ? labelOf(entry) : id;
    this.names.set(id, name);
    return name;
  }
}

/** The kinds whose records dimensions name. */
const NAMED = ['boards', 'programs', 'activities', 'branches', 'pairings'] as const;

/** The days of the year and month dimensions; null without either: all days. */
function periodOf({ year, month }: Dimensions): Period | null {
  const named = month ?? year;
  return named === undefined ? null : { from: firstDay(named), until: lastDay(named) };
}

/** What the records name, each once. */
function distinctNames({ names }: Measure, records: readonly Entry<CountedKind>[], ledger: Ledger): FigureRecord[] {
  if (!names) return [];
  const ids = new Set(records.flatMap((entry) => names.of(entry, ledger)).filter((id) => id !== undefined));
  return Array.from(ids, (id) => ({ kind: names.kind, id }));
}
