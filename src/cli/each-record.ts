import type { Entry } from '../ledger/ledger.js';
import type { ReportContext } from '../reports/context.js';
import { branchesOfYear, pairingsOfYear, programsOfYear } from '../reports/selection.js';
import { type Kind, kindTitle } from '../schema/kinds.js';
import { CannotRun } from './errors.js';
import { oneRecord } from './one-record.js';

/** The kinds that a product can be made for each of, and those of the period. */
const OF_PERIOD = { branches: branchesOfYear, pairings: pairingsOfYear, programs: programsOfYear } as const;

/** What is meant by an option's word: one record, or each of the period. */
export interface Meant<K extends Kind> {
  readonly entries: readonly Entry<K>[];
  /** Whether each has a product of its own, even where there is only one. */
  readonly isEach: boolean;
}

/**
 * The record that an option's word means; for the word all (全部) every one of the kind that is in force in the period.
 * @throws CannotRun where none or several match, and where there are none at all
 */
export function recordsMeant<K extends keyof typeof OF_PERIOD>(
  context: ReportContext,
  flag: string,
  word: string,
  kind: K,
  others: (entry: Entry<K>) => readonly string[] = () => [],
): Meant<K> {
  if (word !== 'all' && word !== '全部')
    return { entries: [oneRecord(context.ledger, flag, word, kind, others)], isEach: false };
  const inForce: (context: ReportContext) => readonly Entry[] = OF_PERIOD[kind];
  const ids = new Set(inForce(context).map(({ id }) => id));
  const entries = context.ledger.all(kind).filter(({ id }) => ids.has(id));
  if (entries.length > 0) return { entries, isEach: true };
  throw new CannotRun(`${context.period.name}没有${kindTitle(kind)}`, '换一个期间，或先登记。');
}
