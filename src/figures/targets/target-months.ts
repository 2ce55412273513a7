import type { Light } from '../../document/report-document.js';
import type { Entry } from '../../ledger/ledger.js';
import { lastDay } from '../../text/calendar-date.js';
import type { FigureSource } from '../figure-source.js';
import { measureTarget, type TargetFigures } from './target.js';

/** A target at a month's end, and whether a red light has been caught up since. */
export interface MonthLight {
  readonly target: TargetFigures;
  readonly light: Light;
  /** Red at the month's end, yellow now: caught up (补上), which never makes it green. */
  readonly caughtUp: boolean;
}

/** The light at a month's end; null outside the target's days and for a future month. */
export function monthLight(source: FigureSource, entry: Entry<'targets'>, month: string): MonthLight | null {
  const { from, until } = entry.value;
  if (lastDay(month) < from || `${month}-01` > until || `${month}-01` > source.asOf) return null;
  const target = measureTarget(source, entry, month);
  const caughtUp = target.light === 'red' && isMadeGood(target, measureTarget(source, entry));
  return { target, light: caughtUp ? 'yellow' : target.light, caughtUp };
}

/** Whether what was lacking at the month's end is done now; a missed week is not caught up by later weeks. */
function isMadeGood(then: TargetFigures, now: TargetFigures): boolean {
  if (then.cells.length === 0) return (now.done.value ?? 0) >= (then.expected.value ?? 0);
  const met = new Set(now.cells.flatMap((each) => (each.met ? [each.cell.key] : [])));
  return then.cells.every(({ cell, due }) => !due || met.has(cell.key));
}
