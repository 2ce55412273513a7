import type { Ledger } from '../ledger/ledger.js';
import { fieldWords } from '../schema/kinds.js';
import { COUNTABLE, type Countable, type CountedKind } from './countable.js';
import { type Dimension, type Dimensions, parseFigureId } from './figure-id.js';
import { MEASURES, type Measure, measureNamed } from './measures.js';
import { TARGET_MEASURES } from './target-maker.js';
import { TODO_GROUPS, TODO_MEASURE } from './todo/todo-item.js';

/**
 * Whether an id names a figure of this ledger: a fact, or a measure with dimensions it has, whose values exist.
 * A name nobody knows would count nothing and print a false zero.
 */
export function knowsFigure(ledger: Ledger, id: string): boolean {
  if (ledger.named('facts', id).length > 0) return true;
  const parsed = parseFigureId(id);
  if (!parsed) return false;
  const { measure, dimensions } = parsed;
  if (TARGET_MEASURES.includes(measure)) {
    return Object.keys(dimensions).join() === 'target' && ledger.get('targets', dimensions.target) !== undefined;
  }
  if (measure === TODO_MEASURE) return knowsTodo(ledger, dimensions);
  const row = measureNamed(measure);
  return (
    row !== undefined &&
    Object.entries(dimensions).every(([name, value]) => knowsValue(ledger, row, name as Dimension, value ?? ''))
  );
}

function knowsValue(ledger: Ledger, { kind, dimensions }: Measure, name: Dimension, value: string): boolean {
  if (!dimensions.includes(name)) return false;
  switch (name) {
    case 'program':
      return ledger.get('programs', value) !== undefined;
    case 'action':
      return ledger.holding('programs', 'actions', value).length > 0;
    case 'linkage':
      return ledger.holding('programs', 'linkages', value).length > 0;
    case 'branch':
      return isUnit(ledger, value);
    case 'pairing':
      return ledger.get('pairings', value) !== undefined;
    case 'board':
      return ledger.get('boards', value) !== undefined;
    case 'type': {
      const { typeField } = COUNTABLE[kind];
      return typeField ? fieldWords(...typeField).includes(value) : isFound(ledger, kind, value);
    }
    default:
      return true;
  }
}

/** The list of a year, of one of its groups, for one branch or department. */
function knowsTodo(ledger: Ledger, { year, type, branch, ...others }: Dimensions): boolean {
  return (
    year !== undefined &&
    Object.keys(others).length === 0 &&
    (type === undefined || (TODO_GROUPS as readonly string[]).includes(type)) &&
    (branch === undefined || isUnit(ledger, branch))
  );
}

function isUnit(ledger: Ledger, id: string): boolean {
  return (ledger.get('branches', id) ?? ledger.get('departments', id)) !== undefined;
}

/** Ids worth offering for a wrong one: the facts', and the measures' names. */
export function knownFigureIds(ledger: Ledger): readonly string[] {
  return [...ledger.ids('facts'), ...MEASURES.map(({ name }) => name)];
}

/** Where a type is a free word (a problem's category), those that occur are known. */
function isFound(ledger: Ledger, kind: CountedKind, word: string): boolean {
  const { values } = COUNTABLE[kind] as Countable<CountedKind>;
  return ledger.all(kind).some((entry) => values.type?.(entry, ledger).includes(word) ?? false);
}
