import { type Figure, fullLabel } from '../../document/figure.js';
import type { Inline } from '../../document/report-document.js';
import type { ReportContext } from '../context.js';
import type { ExplainedRecord, Explanation } from './explanation.js';

/**
 * The object of `explain --format json` (version 1): all inputs and records, whatever `--all` says.
 * `wording` puts typed pieces into words: that is the renderer's.
 */
export function explainContract(
  { asOf }: ReportContext,
  { figure, method, conditions, inputs, records, fact, recomputed }: Explanation,
  wording: (content: readonly Inline[]) => string,
) {
  return {
    version: 1,
    ...figureJson(figure),
    asOf,
    formula: figure.formula,
    method,
    conditions: conditions.map(({ title, content }) => ({ title, text: wording(content) })),
    inputs: inputs.map(figureJson),
    records: records.map(recordJson),
    source: fact?.source ? { id: fact.source.id, title: fact.source.value.title } : null,
    parts: (fact?.parts ?? []).map(figureJson),
    of: fact?.of ? figureJson(fact.of) : null,
    recomputed,
  };
}

function figureJson(figure: Figure) {
  const { id, value, missing, unit, bound, sample } = figure;
  return { id, label: fullLabel(figure), value, missing: missing ?? null, unit, bound: bound ?? null, sample };
}

function recordJson({ kind, id, label, date, amount, place, entry }: ExplainedRecord) {
  return {
    kind,
    id,
    label,
    date: date ?? null,
    amount: amount ?? null,
    file: place.file,
    line: place.line,
    sample: entry?.sample ?? false,
  };
}
