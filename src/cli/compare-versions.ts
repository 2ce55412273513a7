import { recordDifferences } from '../history/record-differences.js';
import type { Differences } from '../reports/changes/differences-document.js';
import { yearOf } from '../text/calendar-date.js';
import { isDate } from '../text/date-format.js';
import { recordPlaces } from '../workspace/locations.js';
import type { Run } from './commands/command.js';
import { todayOf } from './context.js';
import { type Opened, openLedger } from './open-ledger.js';

/**
 * The records that differ between a git version and the ledger as it is, or as `--rev` names it; the ledgers may have
 * errors. @throws CannotRun where there is no such version
 */
export async function compareVersions(run: Run<object>, since: string): Promise<Differences> {
  const today = todayOf(run.world, isDate);
  const [before, after] = [await openLedger(run, { rev: since }), await openLedger(run)];
  const sight = ({ ledger }: Opened) => ({ ledger, asOf: today });
  const version = ({ reader, revision }: Opened) => ({
    placeOf: recordPlaces(reader),
    ...(revision ? { revision } : {}),
  });
  run.timing.mark('读取');
  return {
    before: version(before),
    after: version(after),
    records: recordDifferences(sight(before), sight(after)),
    year: yearOf(today),
  };
}
