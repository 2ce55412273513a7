import { DIMENSIONS, type Dimension, type ParsedFigureId, parseFigureId } from '../../figures/figure-id.js';
import { dimensionsOf, dimensionValues } from '../../figures/known-figures.js';
import { MEASURES } from '../../figures/registry.js';
import { TARGET_MEASURES } from '../../figures/rows/target-rows.js';
import type { Reader } from '../../files/reader.js';
import { type Ledger, labelOf } from '../../ledger/ledger.js';
import { DIMENSION_TITLES } from '../../reports/registry/explain-conditions.js';
import { load } from '../../workspace/load.js';
import type { Candidate } from './candidate.js';

/** Figure ids in steps: facts and measures, then the name of a dimension, then its values. */
export async function figureCandidates(reader: Reader, typed: string): Promise<readonly Candidate[]> {
  const at = typed.indexOf('@');
  const { ledger } = await load(reader);
  if (at < 0) return [...measures(), ...facts(ledger)];
  const lead = typed.slice(0, Math.max(at, typed.lastIndexOf(',')) + 1);
  const [name, value] = typed.slice(lead.length).split('=');
  const before = parseFigureId(lead.slice(0, -1));
  const known = before && dimensionsOf(before.measure);
  if (!before || !known) return [];
  const free = known.filter((dimension) => before.dimensions[dimension] === undefined);
  if (value === undefined)
    return after(before, free).map((dimension) => ({
      value: `${lead}${dimension}=`,
      text: DIMENSION_TITLES[dimension],
    }));
  const dimension = free.find((each) => each === name);
  return dimension
    ? values(ledger, before, dimension).map((each) => ({ value: `${lead}${dimension}=${each}`, text: '' }))
    : [];
}

function measures(): Candidate[] {
  const counted = MEASURES.map(({ name, label }) => ({ value: `${name}@`, text: label }));
  return [...counted, ...TARGET_MEASURES.map((name) => ({ value: `${name}@`, text: '目标' }))];
}

function facts(ledger: Ledger): Candidate[] {
  return ledger.all('facts').map((fact) => ({ value: fact.id, text: labelOf(fact) }));
}

/** The dimensions after the last one given, in the fixed order of ids. */
function after({ dimensions }: ParsedFigureId, free: readonly Dimension[]): readonly Dimension[] {
  const last = Math.max(-1, ...Object.keys(dimensions).map((name) => DIMENSIONS.indexOf(name as Dimension)));
  return DIMENSIONS.filter((name, index) => index > last && free.includes(name));
}

/** The values of a dimension; for years and months those of the activities. */
function values(ledger: Ledger, before: ParsedFigureId, dimension: Dimension): readonly string[] {
  const listed = dimensionValues(ledger, before, dimension);
  if (listed) return listed.filter((each) => each !== undefined);
  const length = dimension === 'year' ? 4 : 7;
  const dates = ledger.all('activities').map(({ value }) => value.date.slice(0, length));
  return [...new Set(dates.filter((date) => date.length === length))].sort();
}
