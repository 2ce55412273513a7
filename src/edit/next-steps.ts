import { type Entry, fieldsOf, isOf, type Ledger } from '../ledger/ledger.js';
import { followersOf } from '../ledger/stages.js';
import { activityDay } from '../ledger/state.js';
import { stepOrderOf } from '../ledger/step-order.js';
import { scalarText } from '../text/scalar-text.js';
import { CONFIRMED, ENDED, SIGNED, stepWords } from './step-writes.js';

/**
 * The steps that a record can take next, in their order; of an activity whose day has come first that it was held. Empty
 * where nothing follows.
 * @param today YYYY-MM-DD
 */
export function nextSteps(entry: Entry, ledger: Ledger, today: string): readonly string[] {
  const { kind, value } = entry;
  if (kind === 'agreements') {
    const sides = listOf(value, 'signed').map(({ side }) => side);
    const unsigned = Object.entries(SIGNED).flatMap(([step, side]) => (sides.includes(side) ? [] : [step]));
    return fieldsOf(value).terminated === undefined ? [...unsigned, ENDED] : [];
  }
  const [last] = listOf(value, 'events').slice(-1);
  const order = isOrdered(entry) && entry.valid ? stepOrderOf(entry, ledger) : undefined;
  if (!order) return stepWords(kind);
  const first = [...new Set([...order.stages, ...Object.keys(order.turns ?? {})])];
  const next = last ? followersOf(order, scalarText(last.step)) : first;
  const isDue = isOf(entry, 'activities') && activityDay(entry.value) <= today && next.includes(CONFIRMED);
  return isDue ? [CONFIRMED, ...next.filter((step) => step !== CONFIRMED)] : next;
}

function isOrdered(entry: Entry): entry is Entry<'activities' | 'requests' | 'tasks'> {
  return entry.kind === 'activities' || entry.kind === 'requests' || entry.kind === 'tasks';
}

function listOf(value: object, key: string): readonly Readonly<Record<string, unknown>>[] {
  const list = fieldsOf(value)[key];
  return Array.isArray(list) ? list : [];
}
