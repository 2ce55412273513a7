import { itemIds, type Ledger } from '../ledger/ledger.js';
import { NOT_STARTED, stageTable } from '../ledger/stages.js';
import { fieldWords, type Kind } from '../schema/kinds.js';
import { LATEST_DAY } from '../text/calendar-date.js';
import { COUNTABLE, type Countable, type CountedKind } from './countable.js';
import { FAMILY_MEASURES, familyOf } from './families.js';
import { type Dimension, type ParsedFigureId, parseFigureId } from './figure-id.js';
import { UNKNOWN_LEAD } from './measures/activity-measures.js';
import { NO_PAIRING } from './measures/linkage-measures.js';
import { MEASURES, measureNamed } from './measures.js';
import { policyOfId } from './policies.js';
import { cellsOf } from './target-cells.js';

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
  const { measure, dimensions } = parsed;
  return (
    dimensionsNeeded(measure).every((name) => dimensions[name] !== undefined) &&
    (Object.keys(dimensions) as Dimension[]).every(
      (name) => known.includes(name) && (dimensionValues(ledger, parsed, name)?.includes(dimensions[name]) ?? true),
    )
  );
}

/** The dimensions a measure has; undefined where no measure is called so. */
export function dimensionsOf(measure: string): readonly Dimension[] | undefined {
  const family = familyOf(measure);
  return family ? [...family.needs, ...(family.may ?? [])] : measureNamed(measure)?.dimensions;
}

/** The dimensions without which a measure says nothing: a target's measures need their target. */
export function dimensionsNeeded(measure: string): readonly Dimension[] {
  return familyOf(measure)?.needs ?? [];
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
      return [...validIds(ledger, 'pairings'), NO_PAIRING];
    case 'board':
      return validIds(ledger, 'boards');
    case 'target':
      return validIds(ledger, 'targets');
    case 'task':
      return validIds(ledger, 'tasks');
    case 'cell': {
      const target = ledger.get('targets', dimensions.target);
      return target ? cellsOf(ledger, target).map(({ key }) => key) : [];
    }
    case 'type':
      return familyOf(measure)?.types ?? typesOf(ledger, measure);
    case 'state':
      return stagesOf(ledger, dimensions.board) ?? COUNTABLE[measureNamed(measure)?.kind ?? 'tasks'].states ?? [];
    case 'activity':
      return validIds(ledger, 'activities');
  }
}

function validIds(ledger: Ledger, kind: Kind): readonly string[] {
  return ledger.all(kind).map(({ id }) => id);
}

/** A closed list of words; where a type is a free word (a problem's category), those that occur. */
function typesOf(ledger: Ledger, measure: string): readonly (string | undefined)[] {
  const kind = measureNamed(measure)?.kind;
  if (kind === undefined) return [];
  const { typeField, values } = COUNTABLE[kind] as Countable<CountedKind>;
  if (typeField) return fieldWords(...typeField);
  return [...new Set(ledger.all(kind).flatMap((entry) => values.type?.(entry, ledger, LATEST_DAY) ?? []))];
}

/** The stages of a board's own type, where a board is named. */
function stagesOf(ledger: Ledger, board: string | undefined): readonly string[] | undefined {
  const type = ledger.get('boards', board)?.value.type;
  return type && [NOT_STARTED, ...stageTable(type).stages];
}

/** Ids worth offering for a wrong one: the facts', and the measures' names. */
export function knownFigureIds(ledger: Ledger): readonly string[] {
  return [...ledger.ids('facts'), ...MEASURES.map(({ name }) => name), ...FAMILY_MEASURES];
}
