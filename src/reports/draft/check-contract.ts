import type { ReportContext } from '../context.js';
import type { CheckedNumber, DraftCheck } from './check-draft.js';

/** `check-doc --format json`, version 1: a contract others rely on, described in schemas/contracts/check-doc.schema.json. */
export function checkContract({ year, asOf }: ReportContext, file: string, { counted, numbers }: DraftCheck) {
  const count = (verdict: CheckedNumber['verdict']): number =>
    numbers.filter((each) => each.verdict === verdict).length;
  return {
    version: 1,
    file,
    year,
    asOf,
    counted,
    summary: { numbers: numbers.length, agree: count('相符'), differ: count('不符'), unbound: count('未绑定') },
    numbers: numbers.map(numberJson),
  };
}

function numberJson({ number, place, verdict, figure, candidates, sum }: CheckedNumber) {
  const { text, value, until = null, unit, hedge = null, sentence } = number;
  return {
    place,
    sentence,
    text,
    value,
    until,
    unit,
    hedge,
    verdict,
    figure: figure
      ? { id: figure.id, label: figure.label, value: figure.value, bound: figure.bound ?? null, unit: figure.unit }
      : null,
    candidates: candidates.map(({ id }) => id),
    sum: sum ?? null,
  };
}
