import { recordIds } from '../../document/figure.js';
import type { Inline } from '../../document/report-document.js';
import { categoriesOf } from '../../figures/rows/recurring-rows.js';
import type { ReportContext } from '../context.js';
import { amount, joined, quoted, sentence, text, verdict } from '../inlines.js';
import { targetSentence } from './targets-view.js';
import { paragraph, type View } from './view.js';

/** 督查: number, weeks covered, problems found and rectified, recurring categories. */
export const inspectionsView: View = (context, scope) => {
  const times = context.figures.get('inspections', context.period.dimensions);
  return [
    ...paragraph(
      targetSentence(context, scope, ({ entry }) => entry.value.count.kind === 'inspections'),
      !times.value ? [] : sentence`共开展督查${amount(times)}。`,
    ),
    ...paragraph(foundSentence(context), recurringSentence(context)),
  ];
};

/** Problems found, and all of them by what has become of them. */
function foundSentence({ figures, period }: ReportContext): Inline[] {
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
  return sentence`发现问题${amount(problems)}，${joined(parts, '，')}。`;
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
