import { parsePeriod, yearPeriod } from '../../src/figures/period.js';
import { FolderReader } from '../../src/files/folder-reader.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { createContext, type ReportContext } from '../../src/reports/context.js';
import type { PlaceOf } from '../../src/reports/registry/place-of.js';
import { load } from '../../src/workspace/load.js';
import { SHAOXING, TODAY } from '../support/run-cli.js';

/** The hospital's own ledger, as the documents left it. */
export async function hospitalLedger(): Promise<Ledger> {
  return (await load(new FolderReader('data', SHAOXING))).ledger;
}

/** A ledger seen at the end of a year. */
export function contextOf(ledger: Ledger, year: number, asOf = `${year}-12-31`): ReportContext {
  return createContext({ ledger, period: yearPeriod(year), asOf, today: TODAY, errors: 0 });
}

/** The same ledger seen at the end of a part of its year, or on the context's own day within it. */
export function onPeriod(context: ReportContext, id: string): ReportContext {
  const { ledger, today, errors, audience, attach } = context;
  const period = parsePeriod(id);
  if (!period) throw new TypeError(`${id} is no period`);
  const asOf = context.asOf < period.until && context.asOf >= period.from ? context.asOf : period.until;
  return createContext({ ledger, period, asOf, today, errors, audience, attach });
}

/** Where records stand, for ledgers that lie in no files. */
export const placeOf: PlaceOf = ({ file }) => ({ file: `data/${file}`, line: 1 });
