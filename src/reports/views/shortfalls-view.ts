import { addDays, lastDay, monthOf } from '../../text/calendar-date.js';
import { chineseNumeral } from '../../text/numerals.js';
import { officeName, type ReportContext } from '../context.js';
import { day, sentence } from '../inlines.js';
import { yearToDate } from '../period-words.js';
import { mainProblems } from '../problems/catalogue.js';
import type { Problem } from '../problems/problem.js';
import { paragraph, type View } from './view.js';

/**
 * 存在问题 of a bulletin: what the year so far has come to, who answers for it by their part (牵头支部, 责任科室), and by
 * when. A month alone would call idle whoever was not to do anything in it.
 */
export const shortfallsView: View = (context, scope) => {
  const whole = yearToDate(context);
  const problems = mainProblems(whole, scope);
  return problems.flatMap((problem, index) => {
    const number = problems.length < 2 ? '' : `${chineseNumeral(index + 1)}是`;
    return paragraph(sentence`${number}${problem.told}${dutyOf(context, problem)}`);
  });
};

/** 由责任科室负责，7月31日前…. */
function dutyOf(context: ReportContext, { duty: { who, by }, next }: Problem) {
  const [soon, end] = [endOfNextMonth(context), `${context.year}-12-31`];
  const until = by === 'year' && end > context.asOf ? end : soon;
  return sentence`由${who === 'office' ? officeName(context) : who}负责，${day(until, until.startsWith(String(context.year)))}前${next}`;
}

/** The day by which what a bulletin asks for is due: the end of the month after it. */
function endOfNextMonth({ asOf }: ReportContext): string {
  return lastDay(monthOf(addDays(lastDay(monthOf(asOf)), 1)));
}
