import { COUNTABLE, type Countable, type CountedKind } from '../../figures/countable.js';
import { type Interval, programInterval } from '../../ledger/in-force.js';
import type { Entry, Ledger } from '../../ledger/ledger.js';
import { activityDay } from '../../ledger/state.js';
import type { Kind } from '../../schema/kinds.js';
import { firstDay, lastDay, type PartialDate } from '../../text/calendar-date.js';

/** Kinds whose records are in force as long as the ledger knows them: no day can pick some of them. */
export const DATELESS: readonly Kind[] = ['people', 'departments', 'organizations'];

/**
 * The days a record belongs to: its day, its year, or as long as it is in force. null where the record itself does not
 * say yet (an agreement nobody has signed): it belongs to no period rather than to every one.
 */
export function recordDays(ledger: Ledger, entry: Entry): Interval | null {
  switch (entry.kind) {
    case 'people':
    case 'departments':
    case 'organizations':
      return null;
    case 'sources':
      return spanOf((entry as Entry<'sources'>).value.issued);
    case 'programs':
      return programInterval(ledger, entry as Entry<'programs'>);
    case 'targets':
      return (entry as Entry<'targets'>).value;
    case 'facts': {
      const { from, until, year } = (entry as Entry<'facts'>).value;
      return spanOf(from ?? until ?? String(year), until ?? from ?? String(year));
    }
    case 'narratives':
    case 'outlines':
      return spanOf(String((entry as Entry<'narratives' | 'outlines'>).value.year));
    default:
      return countedDays(ledger, entry as Entry<CountedKind>);
  }
}

/** The day to print beside a record: when it took place, or what is known of it by the day asked for. */
export function recordDate(ledger: Ledger, entry: Entry, asOf: string): PartialDate | undefined {
  switch (entry.kind) {
    case 'activities':
      return activityDay((entry as Entry<'activities'>).value, asOf);
    case 'meetings':
    case 'inspections':
    case 'publications':
      return (entry as Entry<'meetings' | 'inspections' | 'publications'>).value.date;
    case 'tasks':
      return (entry as Entry<'tasks'>).value.events?.findLast(({ on }) => on <= asOf)?.on;
    case 'requests':
      return (entry as Entry<'requests'>).value.events[0]?.on;
    case 'agreements':
      return recordDays(ledger, entry)?.from ?? undefined;
    case 'facts':
      return String((entry as Entry<'facts'>).value.year);
    case 'sources':
      return (entry as Entry<'sources'>).value.issued;
    default:
      return undefined;
  }
}

function countedDays(ledger: Ledger, entry: Entry<CountedKind>): Interval | null {
  const { when } = COUNTABLE[entry.kind] as Countable<CountedKind>;
  const days = when(ledger, entry);
  const waits = entry.kind === 'agreements' || entry.kind === 'requests';
  return waits && days.from === null ? null : days;
}

function spanOf(from: PartialDate, until: PartialDate = from): Interval {
  return { from: firstDay(from), until: lastDay(until) };
}
