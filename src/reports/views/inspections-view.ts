import { recordIds } from '../../document/figure.js';
import type { Inline } from '../../document/report-document.js';
import { isWholeYear } from '../../figures/period.js';
import { categoriesOf } from '../../figures/rows/recurring-rows.js';
import { notYet, type ReportContext } from '../context.js';
import { amount, joined, quoted, sentence, text, verdict } from '../inlines.js';
import { periodWord, totalBeyond, withTotal, yearToDate } from '../period-words.js';
import { targetSentence } from './targets-view.js';
import { paragraph, type View } from './view.js';

/**
 * 督查: number, weeks covered, problems found and rectified, recurring categories; of a part of the year its own, then
 * those of the year so far.
 */
export const inspectionsView: View = (context, scope) => {
  const whole = yearToDate(context);
  return [
    ...paragraph(
      targetSentence(context, scope, ({ entry }) => entry.value.count.kind === 'inspections'),
      timesSentence(context),
    ),
    ...paragraph(...foundSentences(context), recurringSentence(whole)),
  ];
};

function timesSentence(context: ReportContext): Inline[] {
  const { figures, period } = context;
  const times = figures.get('inspections', period.dimensions);
  if (isWholeYear(period)) return !times.value ? [] : sentence`共开展督查${amount(times)}。`;
  if (times.value === null || !figures.get('inspections', yearToDate(context).period.dimensions).value) return [];
  if (times.value > 0) return sentence`${periodWord(context)}开展督查${withTotal(context, 'inspections')}。`;
  return sentence`${periodWord(context)}${notYet(context)}开展督查。`;
}

function foundSentences(context: ReportContext): readonly Inline[][] {
  const now = foundClause(context);
  const total = totalBeyond(context, 'problems') ? foundClause(yearToDate(context)) : [];
  const own = isWholeYear(context.period) ? '' : periodWord(context);
  const told = [
    ...(now.length === 0 ? [] : [sentence`${own}${now}`]),
    ...(total.length === 0 ? [] : [sentence`累计${total}`]),
  ];
  return told.length === 0 ? [] : [sentence`${joined(told, '；')}。`];
}

/** Problems found, and all of them by what has become of them. */
function foundClause({ figures, period }: ReportContext): Inline[] {
  const count = (measure: string) => figures.get(measure, period.dimensions);
  const [problems, rectified] = [count('problems'), count('rectified')];
  if (!problems.value) return [];
  const parts = [
    rectified.value === 0 ? sentence`均待整改` : sentence`已整改${amount(rectified)}`,
    ...OPEN.flatMap(({ measure, words }) => {
      const open = count(measure);
      return open.value ? [sentence`${words}${amount(open)}`] : [];
    }),
  ];
  return sentence`发现问题${amount(problems)}，${joined(parts, '，')}`;
}

const OPEN = [
  { measure: 'unrectified', words: '应改未改' },
  { measure: 'pending-problems', words: '未到整改期限' },
] as const;

function recurringSentence(context: ReportContext): Inline[] {
  const found = recurringCategories(context).map(({ category, times }) => sentence`${category}（${amount(times)}）`);
  if (found.length === 0) return [];
  const from = context.figures.policy('recurringFrom');
  return sentence`在${amount(from)}以上督查中出现的${verdict(context.figures.get('recurring', context.period.dimensions))}问题有${joined(found, '、')}。`;
}

/** The categories found in as many inspections as the workspace calls 高频, the most frequent first. */
export function recurringCategories(context: ReportContext) {
  const { figures, ledger, period } = context;
  const from = figures.policy('recurringFrom').value;
  return categoriesOf(figures, context.period)
    .map((type) => {
      const times = figures.get('inspections', { ...period.dimensions, type });
      const first = ledger.get('inspections', recordIds(times)[0]);
      return { category: first ? quoted(first, type) : text(type), times };
    })
    .filter(({ times }) => (times.value ?? 0) >= from)
    .toSorted((a, b) => (b.times.value ?? 0) - (a.times.value ?? 0));
}
