import type { ReportContext } from '../context.js';
import type { Scope } from '../scope.js';
import { problemsRecurring, problemsUnrectified } from './inspection-problems.js';
import { agreementsOpen, linkagesEmpty, pairingsIdle } from './pairing-problems.js';
import type { Problem, ProblemKind } from './problem.js';
import { cyclesMissed, subjectsMissed, targetsMissed } from './target-problems.js';
import { declaredMissed, tasksOverdue } from './task-problems.js';

/**
 * Every kind of problem a summary may name, by rank: a headline target missed, what is overdue or not rectified, what
 * recurs, what is not covered. A new one is a name in one of these lines. Within a rank the worst stands first; equally
 * severe ones keep this order.
 */
export const CATALOGUE: readonly (readonly ProblemKind[])[] = [
  [targetsMissed, declaredMissed],
  [tasksOverdue, problemsUnrectified],
  [problemsRecurring],
  [cyclesMissed, subjectsMissed, agreementsOpen, pairingsIdle, linkagesEmpty],
];

/** The largest number of problems in a summary. */
const MOST = 4;

/** A cache by context and scope: sections, steps and annexes need the same problems. */
const searched = new WeakMap<ReportContext, Map<string, readonly Problem[]>>();

/** Every problem that the figures of a scope trigger, in the order of the catalogue. */
export function problemsFound(context: ReportContext, scope: Scope): readonly Problem[] {
  const known = searched.get(context) ?? new Map<string, readonly Problem[]>();
  searched.set(context, known);
  const key = JSON.stringify(scope);
  const problems = known.get(key) ?? CATALOGUE.flatMap((kinds) => findRank(context, scope, kinds));
  known.set(key, problems);
  return problems;
}

function findRank(context: ReportContext, scope: Scope, kinds: readonly ProblemKind[]): readonly Problem[] {
  return kinds
    .flatMap(({ code, duty, find }) => find(context, scope).map((problem): Problem => ({ code, duty, ...problem })))
    .toSorted((a, b) => b.severity - a.severity);
}

/** The problems named in a summary: at most four. */
export function mainProblems(context: ReportContext, scope: Scope): readonly Problem[] {
  return problemsFound(context, scope).slice(0, MOST);
}
