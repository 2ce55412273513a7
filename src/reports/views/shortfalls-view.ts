import { chineseNumeral } from '../../text/numerals.js';
import type { ReportContext } from '../context.js';
import { day, sentence } from '../inlines.js';
import { yearToDate } from '../period-words.js';
import { mainProblems } from '../problems/catalogue.js';
import { dutyDay, dutyOwner } from '../problems/duty.js';
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
    return paragraph(sentence`${number}${problem.told}${dutySentence(whole, problem)}`);
  });
};

/** 由责任科室负责，7月31日前…. */
function dutySentence(context: ReportContext, problem: Problem) {
  const by = dutyDay(context, problem);
  return sentence`由${dutyOwner(context, problem)}负责，${day(by, by.startsWith(String(context.year)))}前${problem.next}`;
}
