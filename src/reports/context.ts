import { Figures } from '../figures/figures.js';
import { isWholeYear, type Period } from '../figures/period.js';
import type { Revision } from '../git/revision.js';
import { type Ledger, labelOf } from '../ledger/ledger.js';
import type { Attach } from './attach-names.js';

/** The context of a report: the ledger as of one day, for one period. */
export interface ReportContext {
  readonly ledger: Ledger;
  readonly figures: Figures;
  /** A year, or a part of one. */
  readonly period: Period;
  /** The year the period lies in. */
  readonly year: number;
  /** YYYY-MM-DD; records after it do not count. */
  readonly asOf: string;
  /** YYYY-MM-DD; that an activity was held may have been said up to this day. */
  readonly confirmedBy: string;
  /** The day the product is made. */
  readonly today: string;
  /** How many errors the ledger has, where it was reported on by force. */
  readonly errors: number;
  readonly audience: Audience;
  readonly attach: Attach;
  /** The git version the ledger is taken from; absent where it is the files as they are. */
  readonly revision?: Revision;
}

/**
 * Who reads the product: the office and those it reports to (内部资料, naming no laggard), colleagues inside the
 * hospital (names in an annex), or the public (nothing of leaders, secretaries, rankings and rectification).
 */
export type Audience = 'office' | 'internal' | 'public';

export function createContext(
  from: Omit<ReportContext, 'figures' | 'audience' | 'attach' | 'year' | 'confirmedBy'> & {
    readonly audience?: Audience;
    readonly attach?: Attach;
    /** `asOf` unless given. */
    readonly confirmedBy?: string;
  },
): ReportContext {
  const { ledger, asOf, period, today, confirmedBy = asOf } = from;
  const figures = new Figures(ledger, asOf, confirmedBy, undefined, today);
  return { audience: 'office', attach: 'list', ...from, confirmedBy, year: period.year, figures };
}

export function hospitalName({ ledger }: ReportContext): string {
  const hospital = ledger.get('organizations', ledger.workspace?.hospital);
  return hospital ? labelOf(hospital) : (ledger.workspace?.hospital ?? '【医院名称待补充】');
}

/** The part of the Party's office that writes to the branches and takes their answers. */
export function officeName({ ledger }: Pick<ReportContext, 'ledger'>): string {
  return ledger.workspace?.office ?? '党建办';
}

/** The period in the title of a summary: 2025年度, but 2025年6月. */
export function periodTitle({ period }: ReportContext): string {
  return isWholeYear(period) ? `${period.year}年度` : period.name;
}

/** The period in a sentence below the title: 这一年, 这段时间. */
export function inWords({ period }: ReportContext): string {
  return isWholeYear(period) ? '这一年' : '这段时间';
}

/** 尚未 while the period runs; 未 once it is over: a closed year is judged as closed. */
export function notYet({ asOf, period }: ReportContext): string {
  return asOf >= period.until ? '未' : '尚未';
}

/** The `period` of a JSON contract: 2025-06 for a part of a year; none for a whole year. */
export function partOfYear({ period }: ReportContext): { readonly period?: string } {
  return isWholeYear(period) ? {} : { period: period.id };
}
