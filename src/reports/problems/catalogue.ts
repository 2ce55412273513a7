import type { ReportContext } from '../context.js';
import type { Scope } from '../scope.js';
import { problemsRecurring, problemsUnrectified } from './inspection-problems.js';
import { agreementsOpen, linkagesEmpty, pairingsIdle } from './pairing-problems.js';
import type { Problem, ProblemKind } from './problem.js';
import { cyclesMissed, subjectsMissed, targetsBehind } from './target-problems.js';
import { declaredBehind, tasksOverdue } from './task-problems.js';

/** Every kind of problem a summary may name: a new one is a row here. Equally severe ones keep this order. */
export const CATALOGUE: readonly ProblemKind[] = [
  targetsBehind,
  declaredBehind,
  tasksOverdue,
  cyclesMissed,
  subjectsMissed,
  agreementsOpen,
  pairingsIdle,
  linkagesEmpty,
  problemsUnrectified,
  problemsRecurring,
];

/** The largest number of problems in a summary. */
const MOST = 4;

/** A cache by context and scope: sections, steps and annexes need the same problems. */
const searched = new WeakMap<ReportContext, Map<string, readonly Problem[]>>();

/** Every problem that the figures of a scope trigger, the most severe first. */
export function problemsFound(context: ReportContext, scope: Scope): readonly Problem[] {
  const known = searched.get(context) ?? new Map<string, readonly Problem[]>();
  searched.set(context, known);
  const key = JSON.stringify(scope);
  const problems = known.get(key) ?? findProblems(context, scope);
  known.set(key, problems);
  return problems;
}

function findProblems(context: ReportContext, scope: Scope): readonly Problem[] {
  const kinds = CATALOGUE.filter(({ discipline }) => context.audience !== 'public' || !discipline);
  return kinds
    .flatMap(({ code, find }) => find(context, scope).map((problem): Problem => ({ code, ...problem })))
    .toSorted((a, b) => b.severity - a.severity);
}

/** The problems named in a summary: at most four. */
export function mainProblems(context: ReportContext, scope: Scope): readonly Problem[] {
  return problemsFound(context, scope).slice(0, MOST);
}
