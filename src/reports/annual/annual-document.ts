import type { ReportDocument } from '../../document/report-document.js';
import { isWholeYear } from '../../figures/period.js';
import type { Outline } from '../../ledger/default-outline.js';
import { outlineOf } from '../../ledger/outline-sections.js';
import { appendicesOf } from '../appendices/appendices.js';
import { laggardsAppendix } from '../appendices/laggards-appendix.js';
import { leadingCards } from '../charts.js';
import { hospitalName, periodTitle, type ReportContext } from '../context.js';
import { finishDocument } from '../finish-document.js';
import { restatedTables } from '../frozen/restated-table.js';
import { withoutProblems } from '../public/public-outline.js';
import { narrativesOfYear } from '../selection.js';
import { unknownNotice } from '../unknown-notice.js';
import { untoldNotice } from '../untold.js';
import { openingParagraph } from './opening.js';
import { blocksOf, OutlineBuilder } from './outline-builder.js';

/** 年度党建工作总结 by the year's outline, or by the built-in one: the same builder for every year. */
export function buildAnnual(context: ReportContext): ReportDocument {
  const outline = tellable(context, outlineOf(context.ledger, context.year));
  const whole = isWholeYear(context.period);
  // The clerk's paragraphs tell of the whole year, and for a part of it none is demanded.
  const builder = whole
    ? new OutlineBuilder(context, outline, narrativesOfYear(context), '【待补充】')
    : new OutlineBuilder(context, outline, []);
  const own = builder.opening();
  const opening = own.length > 0 ? own : [openingParagraph(context)];
  const body = [...leadingCards(context, {}), ...opening, ...builder.sections()];
  const title = (whole ? outline.title : undefined) ?? `${hospitalName(context)}${periodTitle(context)}党建工作总结`;
  const views = new Set(blocksOf(outline.sections).flatMap(({ view }) => view ?? []));
  const restated = restatedTables(context).map((table) => ({ title: table.title, body: [{ ...table, title: '' }] }));
  const laggards = views.has('problems') ? laggardsAppendix(context, {}) : [];
  const appendices = [...appendicesOf(context, {}), ...laggards, ...restated];
  const notices = [...untoldNotice(context, outline.sections), ...unknownNotice(context, {}, views)];
  return finishDocument(context, title, body, appendices, { notices });
}

/** What of an outline the readers get. */
function tellable({ audience }: ReportContext, outline: Outline): Outline {
  return audience === 'public' ? { ...outline, sections: withoutProblems(outline.sections) } : outline;
}
