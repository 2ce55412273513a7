import type { Figure } from '../document/figure.js';
import type { Kind } from '../schema/kinds.js';
import { parseFigureId } from './figure-id.js';
import type { Figures } from './figures.js';
import { measureNamed } from './registry.js';

/** Kinds whose records nothing else rests on: without one of them only figures that count its kind can be others. */
const LEAVES: readonly Kind[] = [
  'activities',
  'meetings',
  'inspections',
  'publications',
  'requests',
  'evaluations',
  'facts',
];

/** Whether a figure can depend on records of a kind. */
export function mayDepend(figure: Figure, kind: string, figures: Figures): boolean {
  if (!(LEAVES as readonly string[]).includes(kind)) return true;
  const kinds = kindsBehind(figure, figures);
  return kinds === null || kinds.has(kind);
}

/** The kinds of records that a figure is made of; null where that is not known. */
function kindsBehind(figure: Figure, figures: Figures): ReadonlySet<string> | null {
  const { measure = '', dimensions = {} } = parseFigureId(figure.id) ?? {};
  const target = figures.ledger.get('targets', dimensions.target);
  const counted = measureNamed(measure)?.kind ?? target?.value.count.kind;
  if (counted !== undefined) return new Set([counted]);
  if (figure.inputs.length === 0) return null;
  const found = new Set<string>();
  for (const id of figure.inputs) {
    const input = figures.byId(id);
    const kinds = input && kindsBehind(input, figures);
    if (!kinds) return null;
    for (const kind of kinds) found.add(kind);
  }
  return found;
}
