import type { Derivation, Figure } from '../../document/figure.js';
import { type Entry, type Ledger, labelOf } from '../../ledger/ledger.js';
import type { CountedKind } from '../countable.js';
import { type Dimension, type Dimensions, formatFigureId } from '../figure-id.js';
import type { Figures } from '../figures.js';
import { refOf } from '../ref-of.js';

/** What stands behind a composed figure: other figures and how it follows from them, or records. */
type Behind =
  | ({ readonly inputs: readonly Figure[]; readonly sample?: boolean } & Derivation)
  | { readonly records: readonly Entry<CountedKind>[] };

/** A figure that says something about other figures: how many of them are zero, what is missing, what has grown. */
export interface Composed {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals?: number;
  readonly formula: 'count' | 'ratio';
  readonly needs: readonly Dimension[];
  /** Dimensions that narrow it. */
  readonly may?: readonly Dimension[];
  readonly behind: (figures: Figures, dimensions: Dimensions) => Behind;
}

/** The values of the inputs, in their order. */
export type Values = readonly (number | null)[];

/** Makes one: a sample behind an input stands behind it too. */
export function compose(figures: Figures, row: Composed, dimensions: Dimensions): Figure {
  const id = formatFigureId(row.name, dimensions);
  const target = figures.ledger.get('targets', dimensions.target);
  const base = {
    id,
    label: target ? `${labelOf(target)}·${row.label}` : [row.label, ...namesOf(figures.ledger, dimensions)].join('·'),
    unit: row.unit === '' ? (target?.value.unit ?? '项') : row.unit,
    formula: row.formula,
    ...(row.decimals === undefined ? {} : { decimals: row.decimals }),
  };
  const behind = row.behind(figures, dimensions);
  if ('records' in behind) {
    const { records } = behind;
    const sample = records.some((entry) => entry.sample);
    return { ...base, value: records.length, inputs: [], records: () => records.map(refOf), sample };
  }
  const { inputs, rule, value } = behind;
  const found = value(inputs.map((input) => input.value));
  return {
    ...base,
    value: found,
    ...(found === null ? { missing: '不可比' } : {}),
    inputs: inputs.map((input) => input.id),
    ...(inputs.length > 0 ? { derivation: { rule, value } } : {}),
    records: () => [],
    sample: behind.sample ?? inputs.some((input) => input.sample),
  };
}

function namesOf(ledger: Ledger, { year: _, ...others }: Dimensions): string[] {
  return Object.values(others).flatMap((id) => {
    const program = ledger.get('programs', id);
    return id === undefined ? [] : [program ? labelOf(program) : id];
  });
}
