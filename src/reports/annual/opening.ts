import type { Inline, Paragraph } from '../../document/report-document.js';
import type { Figures } from '../../figures/figures.js';
import { isWholeYear, type Period } from '../../figures/period.js';
import { notYet, type ReportContext } from '../context.js';
import { amount, day, joined, periodInlines, sentence, text, verdict } from '../inlines.js';
import { pairingsOfYear } from '../selection.js';
import { servedClause } from '../views/actions-view.js';
import { sameTypes } from '../year-on-year.js';

const MEDICAL: readonly string[] = ['医院', '社区卫生服务中心', '乡镇卫生院'];

/** The default first paragraph: who leads, how many work together, what was done. */
export function openingParagraph(context: ReportContext): Paragraph {
  const { figures, ledger, asOf } = context;
  const inPeriod = context.period.dimensions;
  const superior = ledger.workspace?.superior;
  const activities = figures.get('activities', inPeriod);
  const branches = figures.get('paired-branches', inPeriod);
  const partners = figures.get('partners', inPeriod);
  const led = superior ? `在${superior}的领导下，` : '';
  const until = sentence`截至${day(asOf, asOf.startsWith(String(context.year)))}，`;
  // What is not known is left out: of a year of which a document's numbers alone are known nothing is said here.
  const paired = !partners.value
    ? []
    : [
        sentence`${!branches.value ? '医院' : sentence`${amount(branches)}支部`}与${amount(partners)}${partnersWord(context)}开展党建联建`,
      ];
  const done =
    activities.value === null
      ? []
      : activities.value === 0
        ? [sentence`服务活动${notYet(context)}开展`]
        : [sentence`组织服务活动${amount(activities)}${servedClause(context, inPeriod)}`];
  const clauses = [...paired, ...done];
  const told = clauses.length === 0 ? [] : sentence`${until}${joined(clauses, '，')}。`;
  return {
    type: 'paragraph',
    content: sentence`${periodInlines(context.period)}，${led}${told}${clauses.length === 0 ? '【待补充】。' : ''}${yearOnYear(context)}现将主要工作总结如下。`,
  };
}

/** 医联体单位 are health centres; with a community or a village among the partners they are 单位. */
function partnersWord(context: ReportContext): string {
  const partners = pairingsOfYear(context).flatMap(({ value }) => value.partners);
  const medical = partners.every((id) =>
    MEDICAL.includes(context.ledger.get('organizations', id)?.value.category ?? ''),
  );
  return medical ? '医联体单位' : '单位';
}

/**
 * {同比句}: comparable numbers only. The ledger's own activities of the year before, of the same types, up to the same
 * day; else the whole year before by a document's number, once this year is over. A document's number of another unit
 * or subject gets a note that it is not comparable; without any number the sentence is left out.
 */
export function yearOnYear({ figures, ledger, asOf, year, period }: ReportContext): Inline[] {
  const { dimensions } = period;
  const now = figures.get('activities', dimensions);
  const before = figures.get('last-year', dimensions);
  const fact = ledger
    .all('facts')
    .find(({ value }) => value.year === year - 1 && value.measure === 'activities' && value.subject === undefined);
  if (!now.value) return [];
  if (before.value) return sameTypes(figures, period) ? changeSentence(figures, dimensions) : [];
  if (!fact || !isWholeYear(period)) return [];
  const fits = fact.value.unit === now.unit && fact.value.bound === undefined && asOf >= `${year}-12-31`;
  return fits ? changeSentence(figures, dimensions) : [text('与上年相比，口径不同，不作比较。')];
}

function changeSentence(figures: Figures, dimensions: Period['dimensions']): Inline[] {
  const growth = figures.get('growth', dimensions);
  if (growth.value === 0) return sentence`服务活动与上年同期${verdict(growth)}。`;
  const change = (growth.value ?? 0) > 0 ? growth : figures.get('decline', dimensions);
  return sentence`服务活动比上年同期${change === growth ? '增长' : '下降'}${amount(change)}。`;
}
