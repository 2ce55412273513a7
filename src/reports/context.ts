import type { Front } from '../document/report-document.js';
import { Figures } from '../figures/figures.js';
import { type Period, yearPeriod } from '../figures/period.js';
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
}

export function createContext(from: Omit<ReportContext, 'figures'>): ReportContext {
  return { ...from, figures: new Figures(from.ledger, from.asOf) };
}

export function hospitalName({ ledger }: ReportContext): string {
  const hospital = ledger.get('organizations', ledger.workspace?.hospital);
  return hospital ? labelOf(hospital) : (ledger.workspace?.hospital ?? '【医院名称待补充】');
}

export function yearOfContext({ year }: ReportContext): Period {
  return yearPeriod(year);
}

/** The title page of any report; sample data and errors are announced before anything else. */
export function frontOf(context: ReportContext, title: string): Front {
  const { samples } = context.ledger.count();
  const notices = [
    ...(samples > 0 ? ['【示例】本文含示例数据（带 * 号），仅供演示，不得作为正式材料。'] : []),
    ...(context.errors > 0 ? ['【有误】台账还有必须修改的错误，以下数字可能不准，不得作为正式材料。'] : []),
  ];
  return {
    title,
    issuer: context.ledger.workspace?.issuer ?? '【发文机关待补充】',
    date: context.today,
    asOf: context.asOf,
    sample: samples,
    notices,
  };
}
