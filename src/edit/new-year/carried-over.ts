import { Ledger } from '../../ledger/ledger.js';
import { KINDS } from '../../schema/kinds.js';
import { lastDay } from '../../text/calendar-date.js';
import type { Carried, CarriedRecord, Uncarried } from './carried.js';
import { carriedPairings, carriedPrograms, carriedTargets, type Fate } from './carried-plans.js';
import { carriedTasks } from './carried-tasks.js';

/** What is carried into a year, and whether tasks are: only after the old year is it known which are unfinished. */
export interface CarriedOver extends Carried {
  readonly withTasks: boolean;
}

/**
 * What of the year before one is carried into it: nothing that goes on by its own days, no figure, and nothing that the
 * ledger has already.
 * @param ledger without samples
 */
export function carriedOver(ledger: Ledger, year: number, today: string): CarriedOver {
  const programs = carriedPrograms(ledger, year);
  const editions = new Map(programs.filter(isCarried).map(({ from, value }) => [from, value.id]));
  const ended = new Set(programs.filter(isUncarried).flatMap(({ id, why }) => (why === undefined ? [] : [id])));
  const lasting = programs.filter(isUncarried).flatMap(({ id }) => (ended.has(id) ? [] : [id]));
  const plans = [
    ...programs,
    ...carriedPairings(ledger, year, editions),
    ...carriedTargets(ledger, year, editions, ended),
  ];
  const inForce = new Map([...editions, ...lasting.map((id) => [id, id] as const)]);
  const withTasks = today > lastDay(String(year - 1));
  const tasks: Carried = withTasks ? carriedTasks(ledger, year, inForce, today) : { records: [], others: [] };
  const all = [...plans.filter(isCarried), ...tasks.records];
  return {
    records: all.filter(({ kind, value }) => !ledger.has(kind, value.id)),
    others: [...plans.filter(isUncarried), ...tasks.others],
    withTasks,
  };
}

/** A ledger as it is once its samples are deleted. */
export function withoutSamples(ledger: Ledger): Ledger {
  const entries = KINDS.flatMap((kind) => ledger.allWithInvalid(kind).filter(({ sample }) => !sample));
  return new Ledger(ledger.workspace, entries, ledger.frozen);
}

const isCarried = (fate: Fate): fate is CarriedRecord => 'value' in fate;
const isUncarried = (fate: Fate): fate is Uncarried => !isCarried(fate);
