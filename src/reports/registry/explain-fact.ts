import type { Figure } from '../../document/figure.js';
import type { Entry } from '../../ledger/ledger.js';
import type { ReportContext } from '../context.js';

/** The provenance of a document's number: where it is printed, its parts, and its whole. */
export interface FactExplanation {
  readonly entry: Entry<'facts'>;
  readonly source: Entry<'sources'> | undefined;
  readonly parts: readonly Figure[];
  /** The parts added up; null without parts. */
  readonly partsSum: Figure | null;
  readonly of: Figure | null;
}

/** null for a figure that is not from a document. */
export function factExplanation({ ledger, figures }: ReportContext, figure: Figure): FactExplanation | null {
  const entry = ledger.get('facts', figure.id);
  if (!entry) return null;
  const parts = (entry.value.parts ?? []).flatMap((id) => figureOf(id) ?? []);
  const whole = entry.value.of === undefined ? undefined : figureOf(entry.value.of);
  return {
    entry,
    source: ledger.get('sources', entry.value.source),
    parts,
    partsSum: parts.length === 0 ? null : sumOfParts(figure, parts),
    of: whole ?? null,
  };

  function figureOf(id: string): Figure | undefined {
    const part = ledger.get('facts', id);
    return part && figures.fact(part);
  }
}

/** A figure for this table only; other outputs print the whole's own figure. */
function sumOfParts(whole: Figure, parts: readonly Figure[]): Figure {
  // Before their time the parts have no value, and no sum.
  const add = (values: readonly (number | null)[]): number | null =>
    values.includes(null) ? null : Math.round(values.reduce<number>((sum, value) => sum + (value ?? 0), 0) * 1e6) / 1e6;
  return {
    id: `${whole.id}·分项合计`,
    label: '分项合计',
    value: add(parts.map(({ value }) => value)),
    ...(whole.missing === undefined ? {} : { missing: whole.missing }),
    unit: whole.unit,
    formula: 'sum',
    inputs: parts.map(({ id }) => id),
    derivation: { rule: '各分项之和', value: add },
    records: () => [],
    sample: parts.some(({ sample }) => sample),
  };
}
