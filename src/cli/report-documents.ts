import type { ReportDocument } from '../document/report-document.js';
import type { Entry } from '../ledger/ledger.js';
import type { ReportContext } from '../reports/context.js';
import type { Kind } from '../schema/kinds.js';
import type { Meant } from './each-record.js';
import { CannotRun } from './errors.js';

/** What a report may be about instead of the hospital. */
export interface About {
  readonly program?: string;
  readonly branch?: string;
  readonly pairing?: string;
  /** A part of a year, or a year: of the whole hospital that is a bulletin (通报) and not the year's summary. */
  readonly period?: string;
  /** The one page for the leader (一页纸). */
  readonly brief?: boolean;
}

/** The documents of a report, each with the id of the record it is about; the hospital's has none. */
interface Documents {
  readonly documents: readonly { readonly id: string; readonly document: ReportDocument }[];
  /** Whether each is a product of its own, even where there is only one. */
  readonly isEach: boolean;
}

/** Whether a report is the bulletin on a period. */
export function isBulletin({ program, branch, pairing, period, brief = false }: About): boolean {
  return period !== undefined && !brief && (program ?? branch ?? pairing) === undefined;
}

/** @throws CannotRun where a report would be about several things at once */
export function refuseSeveral({ program, branch, pairing, brief }: About): void {
  const given = Object.entries({ brief, program, branch, pairing }).flatMap(([name, word]) =>
    word === undefined ? [] : [`--${name}`],
  );
  if (given.length > 1) throw new CannotRun(`${given.join('、')}不能一起用`, '一次只出一份小结，分几次生成。');
}

/**
 * The summary of the year, or the bulletin on a period that was named; or the summaries of programmes, branches or
 * pairings. @throws CannotRun for a word that means none
 */
export async function reportDocuments(context: ReportContext, about: About): Promise<Documents> {
  const { program, branch, pairing } = about;
  if (about.brief) {
    const { buildBrief } = await import('../reports/brief/brief-document.js');
    return { documents: [{ id: '', document: buildBrief(context) }], isEach: false };
  }
  if (isBulletin(about)) {
    const { buildBulletin } = await import('../reports/bulletin/bulletin-document.js');
    return { documents: [{ id: '', document: buildBulletin(context) }], isEach: false };
  }
  if ((program ?? branch ?? pairing) === undefined) {
    const { buildAnnual } = await import('../reports/annual/annual-document.js');
    return { documents: [{ id: '', document: buildAnnual(context) }], isEach: false };
  }
  const { recordsMeant } = await import('./each-record.js');
  if (program !== undefined) {
    const { buildProgramSummary } = await import('../reports/summaries/program-summary.js');
    const meant = recordsMeant(context, '--program', program, 'programs');
    return documentsOf(meant, (entry) => buildProgramSummary(context, entry));
  }
  if (branch !== undefined) {
    const { buildBranchSummary } = await import('../reports/summaries/branch-summary.js');
    const meant = recordsMeant(context, '--branch', branch, 'branches');
    return documentsOf(meant, (entry) => buildBranchSummary(context, entry));
  }
  const { buildPairingSummary } = await import('../reports/summaries/pairing-summary.js');
  const meant = recordsMeant(context, '--pairing', pairing ?? '', 'pairings', ({ value }) => value.partners);
  return documentsOf(meant, (entry) => buildPairingSummary(context, entry));
}

function documentsOf<K extends Kind>(
  { entries, isEach }: Meant<K>,
  build: (entry: Entry<K>) => ReportDocument,
): Documents {
  return { documents: entries.map((entry) => ({ id: entry.id, document: build(entry) })), isEach };
}
