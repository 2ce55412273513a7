import type { Ledger } from '../ledger/ledger.js';
import { fieldWords } from '../schema/kinds.js';
import { composedNamed } from './composed/composed-named.js';
import { COUNTABLE, type Countable, type CountedKind } from './countable.js';
import { type Dimension, type Dimensions, parseFigureId } from './figure-id.js';
import type { Measure } from './measure.js';
import { MEASURES, measureNamed } from './measures.js';
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
  const composed = composedNamed(measure);
  if (composed) {
    const allowed = { kind: 'pairings', dimensions: [...composed.needs, ...(composed.may ?? [])] } as const;
    return composed.needs.every((name) => dimensions[name] !== undefined) && knowsAll(ledger, allowed, dimensions);
  }
  const row = measureNamed(measure);
  return row !== undefined && knowsAll(ledger, row, dimensions);
}

/** What decides which dimensions and values an id may have. */
type Allowed = Pick<Measure, 'kind' | 'dimensions'>;

function knowsAll(ledger: Ledger, allowed: Allowed, dimensions: Dimensions): boolean {
  return Object.entries(dimensions).every(([name, value]) =>
    knowsValue(ledger, allowed, name as Dimension, value ?? ''),
  );
}

function knowsValue(ledger: Ledger, { kind, dimensions }: Allowed, name: Dimension, value: string): boolean {
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
    case 'state':
      return COUNTABLE[kind].states?.includes(value) ?? false;
    case 'target':
      return ledger.get('targets', value) !== undefined;
    case 'activity':
      return ledger.get('activities', value) !== undefined;
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
  return ledger.all(kind).some((entry) => values.type?.(entry, ledger, '9999-12-31').includes(word) ?? false);
}
