import { firstDay, lastDay } from '../text/calendar-date.js';
import { firstStep } from './first-step.js';
import type { Entry, Ledger } from './ledger.js';

/** The days on which something is in force, YYYY-MM-DD, both included; null where a bound is unknown. */
export interface Interval {
  readonly from: string | null;
  readonly until: string | null;
}

/** What is known only from a document is in force from the document's date, never before. */
function documentDay(ledger: Ledger, source: string | undefined): string | null {
  const issued = ledger.get('sources', source)?.value.issued;
  return issued === undefined ? null : firstDay(issued);
}

export function programInterval(ledger: Ledger, { value }: Entry<'programs'>): Interval {
  const year = value.year?.toString();
  const from = value.from ?? year;
  const until = value.until ?? year;
  return { from: from ? firstDay(from) : documentDay(ledger, value.source), until: until ? lastDay(until) : null };
}

/**
 * A pairing without its own start takes its program's, but is never in force before the document that states it: the
 * later of the two.
 */
export function pairingInterval(ledger: Ledger, { value }: Entry<'pairings'>): Interval {
  const program = ledger.get('programs', value.program);
  const inherited = program ? programInterval(ledger, program) : { from: null, until: null };
  return {
    from: value.from ? firstDay(value.from) : laterOf(inherited.from, documentDay(ledger, value.source)),
    until: value.until ? lastDay(value.until) : inherited.until,
  };
}

/**
 * A board is there in its year, from the document that lays it down where that is of the year, or from the first event
 * of a task of it where that is earlier.
 */
export function boardInterval(ledger: Ledger, { id, value }: Entry<'boards'>): Interval {
  const [first, until] = [firstDay(String(value.year)), lastDay(String(value.year))];
  const issued = documentDay(ledger, value.source);
  if (issued === null || issued <= first || issued > until) return { from: first, until };
  const begun = firstStep(ledger, id) ?? issued;
  return { from: begun < issued ? laterOf(first, begun) : issued, until };
}

function laterOf(a: string | null, b: string | null): string | null {
  return a !== null && b !== null && a > b ? a : (b ?? a);
}

export function branchInterval(ledger: Ledger, { value }: Entry<'branches'>): Interval {
  return {
    from: value.opened ? firstDay(value.opened) : documentDay(ledger, value.source),
    until: value.closed ? lastDay(value.closed) : null,
  };
}

/** Whether an interval and a period share a day. */
export function overlaps(interval: Interval, from: string, until: string): boolean {
  return (interval.from === null || interval.from <= until) && (interval.until === null || interval.until >= from);
}
