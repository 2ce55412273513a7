import { parsePeriod, yearPeriod } from '../../../src/figures/period.js';
import type { Ledger } from '../../../src/ledger/ledger.js';
import { reportContract } from '../../../src/render/report-contract.js';
import { buildAnnual } from '../../../src/reports/annual/annual-document.js';
import { buildBulletin } from '../../../src/reports/bulletin/bulletin-document.js';
import { createContext, type ReportContext } from '../../../src/reports/context.js';
import { publicVersion } from '../../../src/reports/public/public-version.js';
import { buildBranchSummary } from '../../../src/reports/summaries/branch-summary.js';
import { buildPairingSummary } from '../../../src/reports/summaries/pairing-summary.js';
import { buildProgramSummary } from '../../../src/reports/summaries/program-summary.js';
import { entryOf } from '../../support/ledger-builder.js';
import { TODAY } from '../../support/run-cli.js';
import type { ReportJson } from '../contracts.js';

/** A document that anybody may read, and the day it looks from. */
export interface Publication {
  readonly asOf: string;
  readonly report: ReportJson;
}

/** How a version of a report is made: the public one, or another that is to be attacked. */
export type Version = typeof publicVersion;

type Build = (context: ReportContext) => ReturnType<Version>;

/** The reports of a ledger on 2025, as of each of the days: of the year, its months, and every pairing, branch and programme. */
export function publications(
  ledger: Ledger,
  days: readonly string[],
  months: readonly string[],
  version: Version = publicVersion,
): readonly Publication[] {
  const own: readonly Build[] = [
    ...ledger.ids('pairings').map((id) => (context: ReportContext) => {
      return buildPairingSummary(context, entryOf(context.ledger, 'pairings', id));
    }),
    ...ledger.ids('branches').map((id) => (context: ReportContext) => {
      return buildBranchSummary(context, entryOf(context.ledger, 'branches', id));
    }),
    ...ledger.ids('programs').map((id) => (context: ReportContext) => {
      return buildProgramSummary(context, entryOf(context.ledger, 'programs', id));
    }),
  ];
  return days.flatMap((asOf) => {
    const of = (period: ReportContext['period'], build: Build): Publication => {
      const context: ReportContext = {
        ...createContext({ ledger, period, asOf, today: TODAY, errors: 0 }),
        attach: 'all',
      };
      const document = version(context, build);
      return { asOf, report: JSON.parse(JSON.stringify(reportContract(document, 2025))) as ReportJson };
    };
    const begun = months
      .filter((month) => `${month}-01` <= asOf)
      .map((month) => parsePeriod(month) ?? yearPeriod(2025));
    return [
      of(yearPeriod(2025), buildAnnual),
      ...begun.map((period) => of(period, buildBulletin)),
      ...own.map((build) => of(yearPeriod(2025), build)),
    ];
  });
}
