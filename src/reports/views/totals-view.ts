import type { Inline } from '../../document/report-document.js';
import { leadingBranches } from '../../figures/rows/branch-rows.js';
import { addMonths } from '../../text/calendar-date.js';
import { yearOnYear } from '../annual/opening.js';
import { notYet, type ReportContext } from '../context.js';
import { amount, joined, record, sentence, text, verdict } from '../inlines.js';
import { periodWord, totalBeyond, yearToDate } from '../period-words.js';
import { servedClause } from './actions-view.js';
import { paragraph, type View } from './view.js';

/** 总体情况: what was held in the period, then in the year so far; which branches led most. */
export const totalsView: View = (context) => [
  ...paragraph(heldSentence(context), isLong(context) ? yearOnYear(context) : []),
  ...paragraph(leadersSentence(context)),
];

function heldSentence(context: ReportContext): Inline[] {
  const { dimensions } = context.period;
  const word = periodWord(context);
  const held = context.figures.get('activities', dimensions);
  // What is not known stands in the notice above a draft.
  if (held.value === null) return context.audience === 'public' ? [] : [text('【待补充】')];
  const now =
    held.value === 0
      ? sentence`${word}${notYet(context)}开展服务活动`
      : sentence`${word}开展服务活动${amount(held)}${servedClause(context, dimensions)}`;
  const total = totalBeyond(context, 'activities');
  if (!total) return sentence`${now}。`;
  return sentence`${now}；累计开展${amount(total)}${servedClause(context, yearToDate(context).period.dimensions)}。`;
}

/** Whether a period is long enough to be compared with the one a year before: a half or a whole year. */
function isLong({ period: { from, until } }: ReportContext): boolean {
  return addMonths(from, 5) < until;
}

/** Those behind stand in the internal annex alone. */
function leadersSentence({ figures, period, audience }: ReportContext): Inline[] {
  const leaders = leadingBranches(figures, period.dimensions);
  if (leaders.length === 0 || audience === 'public') return [];
  const names = leaders.map(({ branch, led }) => sentence`${record(branch)}（${amount(led)}）`);
  const leading = figures.get('leading-branches', period.dimensions);
  return sentence`牵头活动${verdict(leading)}的支部：${joined(names, '、')}。`;
}
