import { isArrear } from '../../figures/inspection-problems.js';
import type { ReportContext } from '../context.js';
import { amount, day, joined, quoted, sentence, verdict } from '../inlines.js';
import { unitNames } from '../names.js';
import type { Scope } from '../scope.js';
import { recurringCategories } from '../views/inspections-view.js';
import { type Laggard, type ProblemKind, problemOf } from './problem.js';

/** Whether a scope has inspections: only the whole hospital has. */
const isWhole = ({ program, branch, pairing }: Scope): boolean => (program ?? branch ?? pairing) === undefined;

/** Problems of inspections that are not rectified although they should be. */
export const problemsUnrectified: ProblemKind = {
  code: 'problems-unrectified',
  duty: { who: '责任科室', by: 'month' },
  find: (context, scope) => {
    const inPeriod = context.period.dimensions;
    if (!isWhole(scope)) return [];
    const unrectified = context.figures.get('unrectified', inPeriod);
    const problems = context.figures.get('problems', inPeriod);
    return problemOf(unrectified, problems, context.figures.get('unrectified-share', inPeriod), (share) => ({
      told: sentence`督查发现的问题中${share}应改未改，${amount(problems)}中有${amount(unrectified)}。`,
      next: sentence`对应改未改的问题逐项限期整改、逐项销号。`,
      laggards: unrectifiedProblems(context),
    }));
  },
};

function unrectifiedProblems(context: ReportContext): readonly Laggard[] {
  const { figures, asOf, period } = context;
  return figures.counted('inspections', period).flatMap((inspection) =>
    (inspection.value.problems ?? [])
      .filter((problem) => isArrear(problem, asOf))
      .map(({ category, department, due }): Laggard => {
        return {
          what: sentence`${day(inspection.value.date, true)}${quoted(inspection, category)}`,
          fault: '应改未改',
          ...(department ? { units: unitNames(context, [department]) } : {}),
          ...(due ? { due: [day(due)] } : {}),
        };
      }),
  );
}

/** Recurring categories of problems. */
export const problemsRecurring: ProblemKind = {
  code: 'problems-recurring',
  duty: { who: '有关科室', by: 'month' },
  find: (context, scope) => {
    const inPeriod = context.period.dimensions;
    if (!isWhole(scope)) return [];
    const found = recurringCategories(context).map(({ category, times }) => sentence`${category}（${amount(times)}）`);
    return problemOf(
      context.figures.get('recurring', inPeriod),
      context.figures.get('categories', inPeriod),
      context.figures.get('recurring-share', inPeriod),
      (share) => ({
        told: sentence`${share}类别的问题在督查中反复出现，${joined(found, '、')}。`,
        next: sentence`对${verdict(context.figures.get('recurring', inPeriod))}问题组织专项整治。`,
        laggards: recurringCategories(context).map(({ category, times }): Laggard => {
          return { what: [category], fault: '反复出现', due: sentence`${amount(times)}督查` };
        }),
      }),
    );
  },
};
