import type { Ledger, RecordOf } from '../ledger/ledger.js';

export type Problem = NonNullable<RecordOf<'inspections'>['problems']>[number];

/** The problems an inspection found, of one category where one is asked for. */
export function problemsOf(
  { problems = [] }: RecordOf<'inspections'>,
  category: string | undefined,
): readonly Problem[] {
  return category === undefined ? problems : problems.filter((problem) => problem.category === category);
}

/** Not put right by the day. */
export function isOpen({ rectified }: Problem, asOf: string): boolean {
  return rectified === undefined || rectified > asOf;
}

/** Still open although its day has passed; where no day was set, nothing is late. */
export function isLate(problem: Problem, asOf: string): boolean {
  return isOpen(problem, asOf) && problem.due !== undefined && problem.due < asOf;
}

/** Open although it should not be: its day is not still to come. Without a day it should have been put right at once. */
export function isArrear(problem: Problem, asOf: string): boolean {
  return isOpen(problem, asOf) && !(problem.due !== undefined && problem.due >= asOf);
}

/** Found again after one of the same category had been put right: what was done did not last. */
export function hasReturned({ category }: Problem, foundOn: string, ledger: Ledger): boolean {
  const before = (rectified: string | undefined) => rectified !== undefined && rectified < foundOn;
  return ledger
    .all('inspections')
    .some(({ value }) => problemsOf(value, category).some(({ rectified }) => before(rectified)));
}
