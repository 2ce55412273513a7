import { Figures } from '../figures/figures.js';
import { type Period, yearPeriod } from '../figures/period.js';
import type { Revision } from '../git/revision.js';
import { type Ledger, labelOf } from '../ledger/ledger.js';

/** What every report is made from: the ledger seen on one day, for one year. */
export interface ReportContext {
  readonly ledger: Ledger;
  readonly figures: Figures;
  readonly year: number;
  /** YYYY-MM-DD; records after it do not count. */
  readonly asOf: string;
  /** The day the product is made. */
  readonly today: string;
  /** How many errors the ledger has, where it was reported on by force. */
  readonly errors: number;
  readonly audience: Audience;
  /** The git version the ledger is taken from; absent where it is the files as they are. */
  readonly revision?: Revision;
}

/**
 * Who reads the product: the office and those it reports to (内部资料, naming no laggard), colleagues inside the
 * hospital (names in an annex), or the public (nothing of leaders, secretaries, rankings and rectification).
 */
export type Audience = 'office' | 'internal' | 'public';

export function createContext(
  from: Omit<ReportContext, 'figures' | 'audience'> & { audience?: Audience },
): ReportContext {
  return { audience: 'office', ...from, figures: new Figures(from.ledger, from.asOf) };
}

export function hospitalName({ ledger }: ReportContext): string {
  const hospital = ledger.get('organizations', ledger.workspace?.hospital);
  return hospital ? labelOf(hospital) : (ledger.workspace?.hospital ?? '【医院名称待补充】');
}

export function yearOfContext({ year }: ReportContext): Period {
  return yearPeriod(year);
}
