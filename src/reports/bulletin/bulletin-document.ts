import { recordIds } from '../../document/figure.js';
import type { Block, Inline, ReportDocument } from '../../document/report-document.js';
import { blocksOf, OutlineBuilder, placedNarratives } from '../annual/outline-builder.js';
import { appendicesOf } from '../appendices/appendices.js';
import { laggardsAppendix } from '../appendices/laggards-appendix.js';
import { leadingCards } from '../charts.js';
import { officeName, type ReportContext } from '../context.js';
import { finishDocument } from '../finish-document.js';
import { amount, day, periodInlines, sentence } from '../inlines.js';
import { unitNames } from '../names.js';
import { addressee } from '../paper.js';
import { periodWord, yearToDate } from '../period-words.js';
import { withoutProblems } from '../public/public-outline.js';
import { narrativesOfYear } from '../selection.js';
import { branchesTable } from '../tables/branches-table.js';
import { unknownNotice } from '../unknown-notice.js';
import { bulletinOutline } from './bulletin-outline.js';

/**
 * 通报 on a month, a quarter, a half or a whole year, by the period's outline or the usual one: what was done in it and
 * in the year so far, what is behind, and what comes next. It is sent by the Party's office to the branches.
 */
export function buildBulletin(context: ReportContext): ReportDocument {
  const { audience, period } = context;
  const whole = bulletinOutline(context);
  const outline = audience === 'public' ? { ...whole, sections: withoutProblems(whole.sections) } : whole;
  const placed = placedNarratives(outline);
  // The clerk's other paragraphs tell of the whole year.
  const narratives = narrativesOfYear(context).filter(({ id }) => placed.includes(id));
  const builder = new OutlineBuilder(context, outline, narratives);
  const own = builder.opening();
  const body = [...leadingCards(context, {}), ...(own.length > 0 ? own : opening(context)), ...builder.sections()];
  const title = outline.title ?? `关于${period.name}党建重点工作进展情况的通报`;
  const views = new Set(blocksOf(outline.sections).flatMap(({ view }) => view ?? []));
  const appendices = [
    ...branchesAppendix(context),
    ...appendicesOf(context, {}),
    ...laggardsAppendix(yearToDate(context), {}),
  ];
  return finishDocument(context, title, body, appendices, {
    notices: unknownNotice(context, {}, views),
    issuer: officeName(context),
    to: addressee(context),
  });
}

function opening(context: ReportContext): readonly Block[] {
  const { asOf, period, year } = context;
  const cut: Inline[] = asOf < period.until ? sentence`（截至${day(asOf, asOf.startsWith(String(year)))}）` : [];
  const content = sentence`现将${periodInlines(period)}${cut}党建重点工作进展情况通报如下。`;
  return [{ type: 'paragraph', content }];
}

/** 各支部进展一览, where those behind are seen: for internal use alone. */
function branchesAppendix(context: ReportContext): ReportDocument['appendices'] {
  if (context.audience !== 'internal') return [];
  const table = branchesTable(context);
  if (table.rows.length === 0) return [];
  return [{ title: '各支部进展一览（仅供内部）', body: [...idleParagraph(context), { ...table, title: '' }] }];
}

/** 本月没有牵头、协助、参与活动的支部2个：…. */
function idleParagraph(context: ReportContext): readonly Block[] {
  const idle = context.figures.get('idle-branches', context.period.dimensions);
  if (!idle.value) return [];
  const names = unitNames(context, recordIds(idle));
  const content = sentence`${periodWord(context)}没有牵头、协助、参与活动的支部${amount(idle)}：${names}。`;
  return [{ type: 'paragraph', content }];
}
