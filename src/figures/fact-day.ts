import type { Entry, Ledger, RecordOf } from '../ledger/ledger.js';
import { lastDay, type PartialDate } from '../text/calendar-date.js';
import { earlier } from './days.js';

/**
 * The first day (YYYY-MM-DD) on which a document's number can be printed. A total that a document declares of a program
 * or a board: the day the document was issued. Any other: the last day of its own period; without one the end of its
 * year, or the day of its document where that came before: then the document sets it, and does not look back on it.
 */
export function factDay(ledger: Ledger, { value }: Entry<'facts'>): string {
  const issued = lastDayOf(ledger.get('sources', value.source)?.value.issued);
  if (isDeclaredTotal(value)) return issued ?? '';
  const own = lastDayOf(value.until ?? value.from);
  const yearEnd = lastDay(String(value.year));
  return own ?? (issued === undefined ? yearEnd : earlier(issued, yearEnd));
}

/** Why a document's number has no value yet: its period has not ended. */
export const NOT_ENDED = '期间未结束';
/** Why a declared total has none yet: nobody had been told of it. */
export const NOT_ISSUED = '文件尚未印发';

/** Whether it says how much of something a program or a board has, to be held against what the ledger has of it. */
export function isDeclaredTotal({ subject, measure }: RecordOf<'facts'>): boolean {
  return subject !== undefined && measure !== undefined;
}

function lastDayOf(date: PartialDate | undefined): string | undefined {
  return date === undefined ? undefined : lastDay(date);
}
