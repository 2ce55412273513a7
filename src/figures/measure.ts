import type { FigureRecord } from '../document/figure.js';
import { isTracked } from '../ledger/first-step.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import { NOT_STARTED, PROGRESS_UNKNOWN, stageTable } from '../ledger/stages.js';
import { fieldWords, type Kind } from '../schema/kinds.js';
import { LATEST_DAY } from '../text/calendar-date.js';
import { COUNTABLE, type Countable, type CountedKind } from './countable.js';
import { type Dimension, type Dimensions, daysOf, TIMES } from './figure-id.js';
import type { FigureSource } from './figure-source.js';
import { keeping } from './kept.js';
import type { SelectionOf } from './record-index.js';
import type { FigureRow, Made, Witness } from './row.js';

/** A row that counts the records of one kind, or sums an amount of theirs. */
interface MeasureOf<K extends CountedKind> extends SelectionOf<K> {
  readonly label: string;
  readonly unit: string;
  readonly formula: 'count' | 'sum' | 'distinct';
  /** What it counts beside its kind's rule, in the office's words. */
  readonly rule?: string;
  /** Says more about what another measure counts: for sentences, not for the list of a record's plain figures. */
  readonly detail?: true;
  /** Looks at what a record has come to, and so rests on whatever decides that. */
  readonly byState?: true;
  /** Says how far tasks are: unknown for a board whose progress nobody enters. */
  readonly byProgress?: true;
  /** For sums: the amount each record adds; null where it is not recorded. */
  readonly amount?: (entry: Entry<K>, asOf: string, dimensions: Dimensions, ledger: Ledger) => number | null;
  /** For sums: whether the amount is only about right. */
  readonly hedged?: (entry: Entry<K>) => boolean;
  /** For distinct counts: the ids each record names. */
  readonly names?: {
    readonly kind: Kind;
    readonly of: (entry: Entry<K>, ledger: Ledger) => readonly (string | undefined)[];
  };
}

/** A row of the registry that says what it counts; its functions are inside `make`. */
export type Measure = FigureRow &
  Pick<MeasureOf<CountedKind>, 'kind' | 'unit' | 'formula' | 'rule' | 'detail'> & {
    /** The dimensions on which it counts otherwise than its kind (牵头 under the lead alone); absent where on none. */
    readonly ownDimensions?: readonly Dimension[];
    /** For distinct counts: the ids that a record names. */
    readonly named?: (ledger: Ledger, id: string) => readonly (string | undefined)[];
  };

/** Makes the row of a measure of one kind; its functions get only records of that kind. */
export function measure<K extends CountedKind>(row: MeasureOf<K>): Measure {
  const values = Object.keys({ ...COUNTABLE[row.kind].values, ...row.values });
  const { name, kind, label, unit, formula, rule, detail, names } = row;
  return {
    ...{ name, kind, label, unit, formula },
    ...(rule === undefined ? {} : { rule }),
    ...(detail ? { detail } : {}),
    ...(row.values ? { ownDimensions: Object.keys(row.values) as Dimension[] } : {}),
    ...(names ? { named: (ledger: Ledger, id: string) => namesOf(names, ledger, ledger.get(kind, id)) } : {}),
    needs: [],
    may: [...TIMES, ...(values as Dimension[])],
    allowed: {
      type: (ledger) => typesOf(ledger, row.kind),
      state: (ledger, { board }) => stagesOf(ledger, board) ?? COUNTABLE[row.kind].states ?? [],
    },
    make: (source, dimensions) => makeMeasure(source, row, dimensions),
  };
}

function makeMeasure<K extends CountedKind>(source: FigureSource, row: MeasureOf<K>, dimensions: Dimensions): Made {
  const records = source.select(row, dimensions);
  const witnesses = witnessesOf(source, row, records, dimensions);
  const made = madeOf(source, row, dimensions, records);
  const register = row.kind === 'tasks' ? dimensions.type : undefined;
  const kept = keeping(source, row.kind, daysOf(dimensions), register);
  const recordUnit = COUNTABLE[row.kind].unit;
  const progress = kept.unknown === undefined ? progressKnown(source, row, dimensions) : {};
  return { ...made, witnesses, recordUnit, ...kept, ...progress };
}

/** Of tasks whose progress nobody has entered a measure of progress says nothing; beside others at least what those give. */
function progressKnown(
  source: FigureSource,
  { byProgress }: { readonly byProgress?: true },
  dimensions: Dimensions,
): Pick<Made, 'unknown' | 'known'> {
  if (!byProgress) return {};
  const all = source.select({ name: 'tasks', kind: 'tasks' }, dimensions);
  const known = all.filter(({ value }) => isTracked(source.ledger, value.board));
  if (known.length === all.length) return {};
  return known.length === 0 ? { unknown: PROGRESS_UNKNOWN } : { known: { known: known.length, of: all.length } };
}

function madeOf<K extends CountedKind>(
  source: FigureSource,
  row: MeasureOf<K>,
  dimensions: Dimensions,
  records: readonly Entry<K>[],
): Made {
  if (row.formula === 'distinct') {
    return { made: 'distinct', names: distinctNames(row, records, source.ledger), among: records };
  }
  if (row.formula === 'count') return { made: 'counted', records };
  const { amount, hedged } = row;
  return {
    made: 'summed',
    records,
    amounts: records.map((entry) => amount?.(entry, source.asOf, dimensions, source.ledger) ?? null),
    hedged: records.some((entry) => hedged?.(entry) ?? false),
  };
}

/** The records that count, and those that decide the state of these. */
function witnessesOf<K extends CountedKind>(
  { ledger }: FigureSource,
  { kind, byState }: MeasureOf<K>,
  records: readonly Entry<K>[],
  { state }: Dimensions,
): readonly Witness[] {
  const { restsOn }: Countable<K> = COUNTABLE[kind];
  if (!restsOn || (state === undefined && !byState)) return records;
  return [...records, ...records.flatMap((entry) => restsOn(entry, ledger))];
}

/** What the records name, each once. */
function distinctNames<K extends CountedKind>(
  { names }: MeasureOf<K>,
  records: readonly Entry<K>[],
  ledger: Ledger,
): FigureRecord[] {
  if (!names) return [];
  const ids = new Set(records.flatMap((entry) => names.of(entry, ledger)).filter((id) => id !== undefined));
  return Array.from(ids, (id) => ({ kind: names.kind, id }));
}

function namesOf<K extends CountedKind>(
  names: NonNullable<MeasureOf<K>['names']>,
  ledger: Ledger,
  entry: Entry<K> | undefined,
): readonly (string | undefined)[] {
  return entry ? names.of(entry, ledger) : [];
}

/** The words of an enum; for free text (a problem's category) the words that occur. */
function typesOf<K extends CountedKind>(ledger: Ledger, kind: K): readonly string[] {
  const { typeField, values }: Countable<K> = COUNTABLE[kind];
  if (typeField) return fieldWords(...typeField);
  const found = ledger.all(kind).flatMap((entry) => values.type?.(entry, ledger, LATEST_DAY) ?? []);
  return [...new Set(found)].filter((word) => word !== undefined);
}

/** The stages of a board's own type, where a board is named. */
function stagesOf(ledger: Ledger, board: string | undefined): readonly string[] | undefined {
  const type = ledger.get('boards', board)?.value.type;
  return type && [PROGRESS_UNKNOWN, NOT_STARTED, ...stageTable(type).stages];
}
