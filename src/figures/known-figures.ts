import type { Ledger } from '../ledger/ledger.js';
import { type Dimension, parseFigureId } from './figure-id.js';
import { MEASURES, measureNamed } from './measures.js';
import { TARGET_MEASURES } from './target-maker.js';

/** Whether an id names a figure of this ledger: a fact, or a measure with dimensions it has. */
export function knowsFigure(ledger: Ledger, id: string): boolean {
  if (ledger.get('facts', id)) return true;
  const parsed = parseFigureId(id);
  if (!parsed) return false;
  if (TARGET_MEASURES.includes(parsed.measure)) return ledger.get('targets', parsed.dimensions.target) !== undefined;
  const measure = measureNamed(parsed.measure);
  return (
    measure !== undefined &&
    Object.keys(parsed.dimensions).every((name) => measure.dimensions.includes(name as Dimension))
  );
}

/** Ids worth offering for a wrong one: the facts', and the measures' names. */
export function knownFigureIds(ledger: Ledger): readonly string[] {
  return [...ledger.ids('facts'), ...MEASURES.map(({ name }) => name)];
}
