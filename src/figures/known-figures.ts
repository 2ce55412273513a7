import { itemIds, type Ledger } from '../ledger/ledger.js';
import { fieldWords, type Kind } from '../schema/kinds.js';
import { COUNTABLE, type Countable, type CountedKind } from './countable.js';
import { type Dimension, type ParsedFigureId, parseFigureId } from './figure-id.js';
import { MEASURES, measureNamed, UNKNOWN_LEAD } from './measures.js';
import { policyOfId } from './policies.js';
import { cellsOf } from './target-cells.js';
import { TARGET_MEASURES } from './target-maker.js';
import { TODO_GROUPS, TODO_MEASURE } from './todo/todo-item.js';

/**
 * Whether an id names a figure of this ledger: a fact, a policy, or a measure with dimensions it has, whose values exist.
 * A name nobody knows would count nothing and print a false zero.
 */
export function knowsFigure(ledger: Ledger, id: string): boolean {
  return ledger.named('facts', id).length > 0 || policyOfId(ledger, id) !== undefined || knowsMeasure(ledger, id);
}

function knowsMeasure(ledger: Ledger, id: string): boolean {
  const parsed = parseFigureId(id);
  const known = parsed && dimensionsOf(parsed.measure);
  if (!parsed || !known) return false;
  if (TARGET_MEASURES.includes(parsed.measure) && parsed.dimensions.target === undefined) return false;
  if (parsed.measure === TODO_MEASURE && parsed.dimensions.year === undefined) return false;
  return (Object.keys(parsed.dimensions) as Dimension[]).every(
    (name) =>
      known.includes(name) && (dimensionValues(ledger, parsed, name)?.includes(parsed.dimensions[name]) ?? true),
  );
}

/** The dimensions a measure has; undefined where no measure is called so. Only what is done is told cell by cell. */
export function dimensionsOf(measure: string): readonly Dimension[] | undefined {
  if (measure === TODO_MEASURE) return ['year', 'type', 'branch'];
  if (!TARGET_MEASURES.includes(measure)) return measureNamed(measure)?.dimensions;
  return measure === 'done' ? ['target', 'cell'] : ['target'];
}

/** The values a measure's dimension can have in this ledger; undefined for a year and a month, which are free. */
export function dimensionValues(
  ledger: Ledger,
  { measure, dimensions }: ParsedFigureId,
  name: Dimension,
): readonly (string | undefined)[] | undefined {
  switch (name) {
    case 'year':
    case 'month':
      return undefined;
    case 'program':
      return validIds(ledger, 'programs');
    case 'action':
      return ledger.indexedOf('programs').flatMap(({ value }) => itemIds(value, 'actions'));
    case 'linkage':
      return ledger.indexedOf('programs').flatMap(({ value }) => itemIds(value, 'linkages'));
    case 'branch':
      return [...validIds(ledger, 'branches'), ...validIds(ledger, 'departments'), UNKNOWN_LEAD];
    case 'pairing':
      return validIds(ledger, 'pairings');
    case 'board':
      return validIds(ledger, 'boards');
    case 'target':
      return validIds(ledger, 'targets');
    case 'cell': {
      const target = ledger.get('targets', dimensions.target);
      return target ? cellsOf(ledger, target).map(({ key }) => key) : [];
    }
    case 'type':
      return typesOf(ledger, measure);
  }
}

function validIds(ledger: Ledger, kind: Kind): readonly string[] {
  return ledger.all(kind).map(({ id }) => id);
}

/** A closed list of words; where a type is a free word (a problem's category), those that occur. */
function typesOf(ledger: Ledger, measure: string): readonly (string | undefined)[] {
  if (measure === TODO_MEASURE) return TODO_GROUPS;
  const kind = measureNamed(measure)?.kind;
  if (kind === undefined) return [];
  const { typeField, values } = COUNTABLE[kind] as Countable<CountedKind>;
  if (typeField) return fieldWords(...typeField);
  return [...new Set(ledger.all(kind).flatMap((entry) => values.type?.(entry, ledger) ?? []))];
}

/** Ids worth offering for a wrong one: the facts', and the measures' names. */
export function knownFigureIds(ledger: Ledger): readonly string[] {
  return [...ledger.ids('facts'), ...MEASURES.map(({ name }) => name)];
}
