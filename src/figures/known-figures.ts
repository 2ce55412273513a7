import type { Figure } from '../document/figure.js';
import { itemIds, type Ledger } from '../ledger/ledger.js';
import type { Kind } from '../schema/kinds.js';
import { NO_ACTION, NO_PAIRING, NO_UNIT } from './countable.js';
import { type Dimension, type Dimensions, type ParsedFigureId, parseFigureId } from './figure-id.js';
import type { Figures } from './figures.js';
import { knowsReported } from './frozen/reported-row.js';
import { dimensionsOf as dimensionsOfRow, REGISTRY, rowNamed } from './registry.js';

/**
 * Whether an id names a figure of this ledger: a fact, or a measure with dimensions it has, whose values exist.
 * An unknown name would count nothing and print a false zero.
 */
export function knowsFigure(ledger: Ledger, id: string): boolean {
  return ledger.withId('facts', id).length > 0 || knowsMeasure(ledger, id) || knowsReported(ledger, id);
}

/** The figure of an id; undefined where it names something that the ledger does not have. */
export function knownFigure(figures: Figures, id: string): Figure | undefined {
  return knowsFigure(figures.ledger, id) ? figures.byId(id) : undefined;
}

function knowsMeasure(ledger: Ledger, id: string): boolean {
  const parsed = parseFigureId(id);
  const known = parsed && dimensionsOf(parsed.measure);
  if (!parsed || !known) return false;
  const { measure, dimensions } = parsed;
  return (
    dimensionsNeeded(measure).every((name) => dimensions[name] !== undefined) &&
    (Object.entries(dimensions) as [Dimension, string][]).every(
      ([name, value]) => known.includes(name) && (dimensionValues(ledger, parsed, name)?.includes(value) ?? true),
    )
  );
}

/** The dimensions of a measure; undefined for an unknown one. */
export function dimensionsOf(measure: string): readonly Dimension[] | undefined {
  const row = rowNamed(measure);
  return row && dimensionsOfRow(row);
}

/** The dimensions that a measure requires: a target's measures require the target. */
export function dimensionsNeeded(measure: string): readonly Dimension[] {
  return rowNamed(measure)?.needs ?? [];
}

/** The possible values of a measure's dimension in this ledger; undefined for days, which may be any. */
export function dimensionValues(
  ledger: Ledger,
  { measure, dimensions }: ParsedFigureId,
  name: Dimension,
): readonly string[] | undefined {
  const allowed = rowNamed(measure)?.allowed?.[name] ?? USUAL[name];
  return allowed?.(ledger, dimensions);
}

const idsOf =
  (kind: Kind) =>
  (ledger: Ledger): readonly string[] =>
    ledger.all(kind).map(({ id }) => id);

/** The values of dimensions that are the same for every measure: the ids of records, and the words for none. */
const USUAL: { readonly [D in Dimension]?: (ledger: Ledger, dimensions: Dimensions) => readonly string[] } = {
  program: idsOf('programs'),
  action: (ledger) => [
    ...ledger.allWithInvalid('programs').flatMap(({ value }) => itemIds(value, 'actions')),
    NO_ACTION,
  ],
  linkage: (ledger) => ledger.allWithInvalid('programs').flatMap(({ value }) => itemIds(value, 'linkages')),
  branch: (ledger) => [...idsOf('branches')(ledger), ...idsOf('departments')(ledger), NO_UNIT],
  pairing: (ledger) => [...idsOf('pairings')(ledger), NO_PAIRING],
  board: idsOf('boards'),
  target: idsOf('targets'),
  task: idsOf('tasks'),
  activity: idsOf('activities'),
};

/** Ids to suggest for a wrong one: those of facts, and the names of measures. */
export function knownFigureIds(ledger: Ledger): readonly string[] {
  return [...ledger.ids('facts'), ...REGISTRY.map(({ name }) => name)];
}
