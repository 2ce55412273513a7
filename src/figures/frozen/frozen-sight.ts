import { Ledger } from '../../ledger/ledger.js';
import { KINDS } from '../../schema/kinds.js';
import { LATEST_DAY } from '../../text/calendar-date.js';
import { Figures } from '../figures.js';

/**
 * The figures of a year as it is frozen: on its last day, without samples. An activity counts whenever it was confirmed, so
 * that the day of the check changes nothing.
 */
export function frozenFigures(ledger: Ledger, asOf: string): Figures {
  return new Figures(withoutSamples(ledger), asOf, LATEST_DAY);
}

/** A formal year holds no samples. */
export function withoutSamples(ledger: Ledger): Ledger {
  if (!ledger.hasSamples()) return ledger;
  const real = KINDS.flatMap((kind) => ledger.allWithInvalid(kind).filter(({ sample }) => !sample));
  return new Ledger(ledger.workspace, real, ledger.frozen);
}
