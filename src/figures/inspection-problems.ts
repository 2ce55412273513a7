import type { Ledger, RecordOf } from '../ledger/ledger.js';

export type Problem = NonNullable<RecordOf<'inspections'>['problems']>[number];

/** The problems an inspection found, of one category if given. */
export function problemsOf(
  { problems = [] }: RecordOf<'inspections'>,
  category: string | undefined,
): readonly Problem[] {
  return category === undefined ? problems : problems.filter((problem) => problem.category === category);
}

/** Not rectified by the day. */
export function isOpen({ rectified }: Problem, asOf: string): boolean {
  return rectified === undefined || rectified > asOf;
}

/** Not rectified although its due day has passed; a problem without a due day is never late. */
export function isLate(problem: Problem, asOf: string): boolean {
  return isOpen(problem, asOf) && problem.due !== undefined && problem.due < asOf;
}

/** Not rectified although it should be: its due day has passed, or it has none and was due at once. */
export function isArrear(problem: Problem, asOf: string): boolean {
  return isOpen(problem, asOf) && !(problem.due !== undefined && problem.due >= asOf);
}

/** Found again after a problem of the same category had been rectified. */
export function hasReturned({ category }: Problem, foundOn: string, ledger: Ledger): boolean {
  const before = (rectified: string | undefined) => rectified !== undefined && rectified < foundOn;
  return ledger
    .all('inspections')
    .some(({ value }) => problemsOf(value, category).some(({ rectified }) => before(rectified)));
}
