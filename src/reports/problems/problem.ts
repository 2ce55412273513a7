import type { Figure } from '../../document/figure.js';
import type { Inline } from '../../document/report-document.js';
import type { ReportContext } from '../context.js';
import { verdict } from '../inlines.js';
import type { Scope } from '../scope.js';

/** Who or what is behind a problem's number, for the internal annex and a branch's own list. */
export interface Laggard {
  readonly what: readonly Inline[];
  /** What is wrong with it, as a branch's list says it: 未开展活动. */
  readonly fault: string;
  /** Who is responsible, where it is recorded. */
  readonly units?: readonly Inline[];
  /** Until when, where it is recorded; or how far it is. */
  readonly due?: readonly Inline[];
  /** Its own step, where the problem's does not fit every case. */
  readonly remedy?: string;
}

/** Who puts a kind of problem right, by their part in the work, and how soon: by the end of the next month or of the year. */
interface Duty {
  /** `office` is the Party's own, by its name. */
  readonly who: 'office' | '各支部' | '有关支部' | '牵头支部' | '责任单位' | '责任科室' | '有关科室';
  readonly by: 'month' | 'year';
}

/** The kinds of problems, each of them a row of the catalogue. */
export type ProblemCode =
  | 'targets-missed'
  | 'declared-missed'
  | 'tasks-overdue'
  | 'problems-unrectified'
  | 'problems-recurring'
  | 'cycles-missed'
  | 'subjects-missed'
  | 'agreements-open'
  | 'pairings-idle'
  | 'linkages-empty';

/** A problem triggered by its figures. */
export interface Problem {
  readonly code: ProblemCode;
  readonly duty: Duty;
  /** The figure that triggers it, and what it is a part of. */
  readonly part: Figure;
  readonly whole: Figure;
  /** 0 to 1: of problems of one rank the worst stands first. */
  readonly severity: number;
  /** Without names, causes and effects. */
  readonly told: readonly Inline[];
  /** One step for the time to come. */
  readonly next: readonly Inline[];
  readonly laggards: readonly Laggard[];
}

/** One kind of problem: its trigger and its wording. */
export interface ProblemKind {
  readonly code: ProblemCode;
  readonly duty: Duty;
  readonly find: (context: ReportContext, scope: Scope) => readonly Omit<Problem, 'code' | 'duty'>[];
}

/** A problem of `part` in `whole`, told with the word for its share (部分); none where either is 0. */
export function problemOf(
  part: Figure,
  whole: Figure,
  share: Figure,
  tell: (share: readonly Inline[]) => Pick<Problem, 'told' | 'next' | 'laggards'> & Partial<Pick<Problem, 'severity'>>,
): readonly Omit<Problem, 'code' | 'duty'>[] {
  if (!part.value || !whole.value) return [];
  return [{ part, whole, severity: part.value / whole.value, ...tell(verdict(share)) }];
}
