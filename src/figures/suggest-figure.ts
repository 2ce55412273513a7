import type { NamedFigure } from '../ledger/figure-mentions.js';
import type { Ledger } from '../ledger/ledger.js';
import { nearest } from '../text/nearest.js';
import { type Dimension, daysOf, formatFigureId, readValue } from './figure-id.js';
import { dimensionsOf, dimensionValues, knowsFigure } from './known-figures.js';
import { REGISTRY } from './registry.js';

/**
 * The id that a wrong one of a text of some year most likely means: `done@target=2025-义诊` for 义诊 or 2025-义诊,
 * `activities@year=2025` for `activites@year=2025`. Empty where none is near.
 */
export function suggestFigure(ledger: Ledger, id: string, year: number, named: readonly NamedFigure[]): string {
  const [name = '', rest] = id.split('@');
  const meant = rest === undefined ? calledSo(name, year, named) : '';
  return meant || withNearDimensions(ledger, name, rest ?? '', year);
}

/** A figure of the year that is called so, or the target of that id. */
function calledSo(name: string, year: number, named: readonly NamedFigure[]): string {
  const ids = [name, `${year}-${name}`].flatMap((each) => [each, formatFigureId('done', { target: each })]);
  return named.find(({ id, label }) => label === name || ids.includes(id))?.id ?? '';
}

function withNearDimensions(ledger: Ledger, name: string, rest: string, year: number): string {
  const [measure = ''] = nearest(
    name,
    REGISTRY.map((row) => row.name),
  );
  const known = dimensionsOf(measure) ?? [];
  const dimensions: { [D in Dimension]?: string | undefined } = {};
  for (const part of rest.split(',')) {
    const [typed = '', value = ''] = part.split('=');
    const dimension = known.find((each) => each === nearest(typed, known)[0]);
    if (dimension === undefined) continue;
    const written = readValue(value);
    const values = dimensionValues(ledger, { measure, dimensions }, dimension) ?? [written];
    dimensions[dimension] = values.includes(written) ? written : nearest(written, values)[0];
  }
  // A target has its own days.
  if (known.includes('year') && !known.includes('target') && daysOf(dimensions) === null) dimensions.year = `${year}`;
  const suggested = formatFigureId(measure, dimensions);
  return knowsFigure(ledger, suggested) ? suggested : '';
}
