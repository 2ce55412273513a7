import type { Ledger } from '../ledger/ledger.js';
import { fieldWords } from '../schema/kinds.js';
import { COUNTABLE, type Countable, type CountedKind } from './countable.js';
import { familyOf } from './families.js';
import { type Dimension, parseFigureId } from './figure-id.js';
import { MEASURES, type Measure, measureNamed } from './measures.js';

/**
 * Whether an id names a figure of this ledger: a fact, or a measure with dimensions it has, whose values exist.
 * A name nobody knows would count nothing and print a false zero.
 */
export function knowsFigure(ledger: Ledger, id: string): boolean {
  if (ledger.named('facts', id).length > 0) return true;
  const parsed = parseFigureId(id);
  if (!parsed) return false;
  const { measure, dimensions } = parsed;
  const names = Object.keys(dimensions) as Dimension[];
  const family = familyOf(measure);
  if (family) {
    const allowed = [...family.needs, ...(family.may ?? [])];
    return (
      family.needs.every((name) => names.includes(name)) &&
      (dimensions.type === undefined || (family.types ?? []).includes(dimensions.type)) &&
      names.every((name) => allowed.includes(name) && isKnownValue(ledger, name, dimensions[name] ?? ''))
    );
  }
  const row = measureNamed(measure);
  return (
    row !== undefined &&
    Object.entries(dimensions).every(([name, value]) => knowsValue(ledger, row, name as Dimension, value ?? ''))
  );
}

function knowsValue(ledger: Ledger, { kind, dimensions }: Measure, name: Dimension, value: string): boolean {
  if (!dimensions.includes(name)) return false;
  if (name !== 'type') return isKnownValue(ledger, name, value);
  const { typeField } = COUNTABLE[kind];
  return typeField ? fieldWords(...typeField).includes(value) : isFound(ledger, kind, value);
}

/** Whether what a dimension names exists, whatever the measure. */
function isKnownValue(ledger: Ledger, name: Dimension, value: string): boolean {
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
    case 'target':
      return ledger.get('targets', value) !== undefined;
    case 'task':
      return ledger.get('tasks', value) !== undefined;
    default:
      return true;
  }
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
