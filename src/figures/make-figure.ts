import type { Figure } from '../document/figure.js';
import { type Entry, type Ledger, labelOf } from '../ledger/ledger.js';
import type { Kind } from '../schema/kinds.js';
import { formatDate } from '../text/chinese-date.js';
import { derivedBound } from './derived-bound.js';
import { DIMENSIONS, type Dimension, type Dimensions, formatFigureId, isTime } from './figure-id.js';
import { parsePeriod } from './period.js';
import { refOf } from './ref-of.js';
import type { FigureRow, Made, Witness } from './row.js';
import { sumOf } from './sum-of.js';

type Value = Pick<
  Figure,
  'formula' | 'value' | 'missing' | 'bound' | 'coverage' | 'coveredIn' | 'inputs' | 'derivation' | 'word' | 'records'
>;

/** The figure of a row: its id, label, unit, value, and whether samples stand behind it. */
export function makeFigure(ledger: Ledger, row: FigureRow, dimensions: Dimensions, made: Made): Figure {
  const target = ledger.get('targets', dimensions.target);
  const label = () => labelFor(ledger, row, made.label ?? row.label, dimensions, target);
  return {
    id: formatFigureId(row.name, dimensions),
    // Few products print labels.
    get label() {
      return label();
    },
    unit: made.unit ?? row.unit ?? target?.value.unit ?? '项',
    ...(row.decimals === undefined ? {} : { decimals: row.decimals }),
    sample: isOfSamples(ledger, dimensions, made, target),
    ...(made.unknown === undefined ? resultOf(made, target) : withoutValue(resultOf(made, target), made.unknown)),
  };
}

/** Whether a figure would be another without samples: it is about one, rests on some, or only they have been kept. */
function isOfSamples(
  ledger: Ledger,
  dimensions: Dimensions,
  made: Made,
  target: Entry<'targets'> | undefined,
): boolean {
  if (made.keptBySample || (made.witnesses ?? witnessesOf(made, target)).some(({ sample }) => sample)) return true;
  return NAMES.some(([dimension, kind]) => ledger.get(kind, dimensions[dimension])?.sample);
}

/** Whether a sample is among the records or the inputs, or is the target itself. */
function witnessesOf(made: Made, target: Entry<'targets'> | undefined): readonly Witness[] {
  switch (made.made) {
    case 'counted':
    case 'summed':
      return made.records;
    case 'distinct':
      return made.among;
    case 'derived':
      return target ? [target, ...made.inputs] : made.inputs;
    case 'stated':
      return target ? [target] : [];
  }
}

/** Nothing that would be computed of a ledger nobody has kept stands behind a figure. */
function withoutValue({ formula }: Value, missing: string): Value {
  return { formula, value: null, missing, inputs: [], records: () => [] };
}

function resultOf(made: Made, target: Entry<'targets'> | undefined): Value {
  switch (made.made) {
    case 'counted': {
      const { records, known } = made;
      const some = known && { bound: '不少于' as const, coverage: known, ...coveredIn(made) };
      return { formula: 'count', value: records.length, ...some, inputs: [], records: () => records.map(refOf) };
    }
    case 'summed': {
      const { records, amounts, hedged } = made;
      const sum = sumOf(amounts, hedged);
      const added = () => records.map((entry, index) => ({ ...refOf(entry), amount: amounts[index] ?? null }));
      return { formula: 'sum', ...sum, ...(sum.coverage && coveredIn(made)), inputs: [], records: added };
    }
    case 'distinct': {
      const { names } = made;
      return { formula: 'count', value: names.length, inputs: [], records: () => names };
    }
    case 'derived':
      return derivedValue(made, target);
    case 'stated': {
      const { value, missing = '—', bound, word, records } = made;
      const hedge = bound ? { bound } : {};
      return {
        formula: 'fact',
        value,
        ...(value === null ? { missing } : hedge),
        ...(word === undefined ? {} : { word }),
        inputs: [],
        records: () => records,
      };
    }
  }
}

function coveredIn({ recordUnit }: Made): Pick<Figure, 'coveredIn'> {
  return recordUnit === undefined ? {} : { coveredIn: recordUnit };
}

/** The reason for a missing value: its own, or that of the first input without a value. */
function derivedValue(made: Made & { made: 'derived' }, target: Entry<'targets'> | undefined): Value {
  const { formula, inputs, rule, value: derive } = made;
  const values = inputs.map((input) => input.value);
  const value = derive(values);
  const word = value === null ? undefined : made.word?.(values);
  const listed = () => (target && inputs.length > 0 ? [refOf(target)] : []);
  const bound = value === null ? undefined : derivedBound(inputs, derive, value);
  const missing = made.missing ?? inputs.find((input) => input.missing !== undefined)?.missing ?? '—';
  return {
    formula,
    value,
    ...(value === null ? { missing } : {}),
    ...(bound === undefined ? {} : { bound }),
    inputs: inputs.map(({ id }) => id),
    ...(inputs.length > 0 ? { derivation: { rule, value: derive } } : {}),
    ...(word === undefined ? {} : { word }),
    records: made.records ?? listed,
  };
}

/** The kinds of the records that dimensions name. */
const NAMED: { readonly [D in Dimension]?: Kind } = {
  program: 'programs',
  branch: 'branches',
  pairing: 'pairings',
  board: 'boards',
  task: 'tasks',
  activity: 'activities',
};
const NAMES = Object.entries(NAMED) as readonly [Dimension, Kind][];

/** A figure's label: 服务活动·2025年3月·东湖, without the year; for a target's figures 义诊·已完成. */
function labelFor(
  ledger: Ledger,
  { namesIds }: FigureRow,
  label: string,
  dimensions: Dimensions,
  target: Entry<'targets'> | undefined,
): string {
  const { period, month, cell } = dimensions;
  const days = period === undefined ? undefined : parsePeriod(period)?.name;
  if (target) {
    const parts = [target.value.title, label, days ?? dimensions.year, month, cell];
    return parts.filter((part) => part !== undefined).join('·');
  }
  const names = DIMENSIONS.flatMap((name) => {
    const value = dimensions[name];
    if (value === undefined || isTime(name)) return [];
    const kind = namesIds ? undefined : NAMED[name];
    const entry = kind && ledger.get(kind, value);
    return [entry ? labelOf(entry) : value];
  });
  const time = days ?? (month === undefined ? undefined : formatDate(month));
  return [label, ...(time === undefined ? [] : [time]), ...names].join('·');
}
