import { printedFigures } from '../document/inlines-of.js';
import type { Block, ReportDocument } from '../document/report-document.js';
import { formatDate } from '../text/chinese-date.js';
import { withFigures } from './collect-figures.js';
import type { ReportContext } from './context.js';
import { frontOf } from './front.js';
import { frozenWords } from './frozen/restated-table.js';

/** What a summary has of its own; the issuer is the hospital's Party committee unless given. */
interface FinishMore {
  readonly notices?: readonly string[];
  readonly issuer?: string | undefined;
  /** To whom it is addressed. */
  readonly to?: string;
}

/**
 * Completes a summary: its front and its figures. The issuer signs below the text.
 */
export function finishDocument(
  context: ReportContext,
  title: string,
  body: readonly Block[],
  appendices: ReportDocument['appendices'] = [],
  { notices = [], issuer, to }: FinishMore = {},
): ReportDocument {
  const named = { ...(issuer === undefined ? {} : { issuer }), ...(to === undefined ? {} : { to }) };
  const own = context.audience === 'public' ? notices : [draftNotice(context, body), ...notices];
  const front = frontOf(context, title, { notices: own, signed: true, ...named });
  return withFigures({ front, body, appendices }, context.figures);
}

/** Said before a draft alone: when it was made, and which percentages are computed instead of stated by a document. */
function draftNotice(context: ReportContext, body: readonly Block[]): string {
  const { today, asOf } = context;
  const isDerived = printedFigures(body).some(({ unit, word, derivation }) => unit === '%' && !word && derivation);
  const rates = isDerived ? '完成率、覆盖率等由正文里的数计算，文件写明的百分比照录。' : '';
  return `【送审稿】${formatDate(today)}编制，数据截至${formatDate(asOf)}。${frozenWords(context)}${rates}`;
}
