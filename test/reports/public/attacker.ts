/**
 * A reader who subtracts. He has every publication, and knows of every activity held when, with whom and by whom (the
 * reports list them), but not for how many persons. Each printed number bounds the persons of a set of activities; where
 * one set lies within another their difference is bounded too, and so is the union of two that share nothing; each bound
 * tightens others, until nothing changes. What he has then, he knows.
 */
import type { Entry, Ledger } from '../../../src/ledger/ledger.js';
import { activityDay, activityState } from '../../../src/ledger/state.js';
import type { Publication } from './publications.js';

/** The persons of some activities, one bit an activity: at least and at most how many. */
interface Known {
  readonly set: bigint;
  low: number;
  high: number;
}

/** The most sets looked at: a small ledger has fewer, and a reader would be long tired. */
const MOST_SETS = 800;

export interface Attack {
  /** The sets of activities of 1 to 3 persons of which the attacker has found out that they are no more, by their ids. */
  readonly betrayed: readonly string[];
  /** What the attacker holds for certain and is not true: then he attacks something else. */
  readonly untrue: readonly string[];
}

/** What follows from publications about the ledger that they were made from. */
export function attack(ledger: Ledger, published: readonly Publication[]): Attack {
  const activities = ledger.all('activities');
  const found = solve(published.flatMap((each) => bounds(activities, each))).map(({ set, low, high }) => {
    const own = members(set).flatMap((index) => activities[index] ?? []);
    const persons = own.reduce((sum, { value }) => sum + (value.beneficiaries ?? 0), 0);
    return { ids: own.map(({ id }) => id).join('、'), persons, low, high };
  });
  return {
    betrayed: found.flatMap(({ ids, persons, high }) => (persons >= 1 && persons <= 3 && high <= 3 ? [ids] : [])),
    untrue: found.flatMap(({ ids, persons, low, high }) => (persons < low || persons > high ? [ids] : [])),
  };
}

/** What the figures of a publication say. */
function bounds(activities: readonly Entry<'activities'>[], { asOf, report }: Publication): readonly Known[] {
  return report.figures.flatMap(({ id, value, missing, bound }): Known[] => {
    const [measure, rest = ''] = id.split('@');
    if (measure !== 'beneficiaries') return [];
    const dimensions = rest.split(',').map((each) => each.split('=') as [string, string]);
    const meant = (entry: Entry<'activities'>): boolean =>
      activityState(entry.value, asOf) === '已开展' &&
      dimensions.every(([name, wanted]) => isUnder(entry, asOf, name, wanted));
    const set = activities.reduce((all, entry, index) => (meant(entry) ? all | (1n << BigInt(index)) : all), 0n);
    const range = rangeOf(value, missing, bound);
    return set === 0n || range === undefined ? [] : [{ set, low: range[0], high: range[1] }];
  });
}

/** The numbers of persons that a printed number leaves open; undefined where it says nothing. */
function rangeOf(value: number | null, missing: string | null, bound: string | null): [number, number] | undefined {
  if (missing === '不足10') return [1, 9];
  if (value === null) return undefined;
  if (bound === '约') return [value === 10 ? 10 : value - 5, value + 4];
  return bound === '不少于' ? [value, Number.POSITIVE_INFINITY] : [value, value];
}

function isUnder({ id, value }: Entry<'activities'>, asOf: string, name: string, wanted: string): boolean {
  switch (name) {
    case 'year':
    case 'month':
    case 'period':
      return activityDay(value, asOf).startsWith(wanted);
    case 'branch':
      return [value.lead, ...(value.assist ?? []), ...(value.joined ?? [])].includes(wanted);
    case 'pairing':
      return value.pairings?.includes(wanted) ?? false;
    case 'activity':
      return id === wanted;
    case 'program':
      return value.program === wanted;
    case 'action':
      return value.action === wanted;
    default:
      throw new TypeError(`the attacker does not know what ${name} is`);
  }
}

/** All sets whose bounds follow, tightened until nothing changes or there are too many. */
function solve(given: readonly Known[]): readonly Known[] {
  const known = new Map<bigint, Known>();
  const queue: Known[] = [];
  const learn = (set: bigint, low: number, high: number): void => {
    const before = known.get(set);
    if (before ? before.low >= low && before.high <= high : known.size >= MOST_SETS) return;
    const now = { set, low: Math.max(low, before?.low ?? 0), high: Math.min(high, before?.high ?? high) };
    known.set(set, now);
    queue.push(now);
  };
  for (const { set, low, high } of given) learn(set, low, high);
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (known.get(next.set) !== next) continue;
    for (const other of [...known.values()]) {
      combine(next, other, learn);
      if (other !== next) combine(other, next, learn);
    }
  }
  return [...known.values()];
}

function combine(part: Known, whole: Known, learn: (set: bigint, low: number, high: number) => void): void {
  if (part.set === whole.set) return;
  if ((part.set & whole.set) === part.set) {
    learn(whole.set ^ part.set, Math.max(0, whole.low - part.high), whole.high - part.low);
    // The part is no more than the whole, and the whole no less than the part.
    learn(part.set, part.low, whole.high);
    learn(whole.set, part.low, whole.high);
  } else if ((part.set & whole.set) === 0n) {
    learn(part.set | whole.set, part.low + whole.low, part.high + whole.high);
  }
}

function members(set: bigint): readonly number[] {
  return Array.from(set.toString(2))
    .reverse()
    .flatMap((bit, index) => (bit === '1' ? [index] : []));
}
