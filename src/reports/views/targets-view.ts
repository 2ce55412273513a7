import type { Inline } from '../../document/report-document.js';
import type { CountedKind } from '../../figures/countable.js';
import { NOT_KEPT } from '../../figures/kept.js';
import { isWholeYear } from '../../figures/period.js';
import type { TargetFigures } from '../../figures/targets/target.js';
import type { Entry } from '../../ledger/ledger.js';
import { targetsChart } from '../charts.js';
import { notYet, type ReportContext } from '../context.js';
import { amount, joined, record, sentence, verdict } from '../inlines.js';
import { hasBefore, periodWord } from '../period-words.js';
import { type Scope, targetsIn } from '../scope.js';
import { doneInPeriod } from '../tables/target-cells.js';
import { paragraph, type View, vary } from './view.js';

/** The verbs for the records a target counts; the first is also used for none. What it adds up (人次) is 完成. */
const VERBS: Readonly<Record<CountedKind, readonly string[]>> = {
  activities: ['开展', '举办', '组织', '完成'],
  agreements: ['签订'],
  boards: ['建立'],
  branches: ['成立'],
  evaluations: ['开展'],
  inspections: ['开展'],
  meetings: ['召开'],
  pairings: ['结对'],
  publications: ['发布', '推出'],
  requests: ['点单'],
  tasks: ['立项'],
};

/** Whether a target has cells: each week, each branch. */
export function isCells({ value }: Entry<'targets'>): boolean {
  return value.each !== undefined || value.per !== undefined;
}

/** The plain targets: one remark for all where all are met, else each its own. */
export const targetsView: View = (context, scope) => {
  const targets = measured(context, scope, ({ entry, goal }) => goal.value !== null && !isCells(entry));
  if (targets.length === 0) return [];
  const { program } = scope;
  const all = verdict(context.figures.get('targets-met', { ...context.period.dimensions, program }));
  const clauses = targets
    .map((target, index) => targetClause(context, target, index, all.length > 0))
    .filter(({ length }) => length > 0);
  if (clauses.length === 0) return [];
  const told = sentence`${all.length > 0 ? sentence`各项目标${all}：` : ''}${joined(clauses, '；')}。`;
  return [...paragraph(told), ...targetsChart(context, scope)];
};

/** A sentence about the targets that meet a condition, each with its remark. */
export function targetSentence(
  context: ReportContext,
  scope: Scope,
  wanted: (target: TargetFigures) => boolean,
): Inline[] {
  const targets = measured(context, scope, wanted);
  const clauses = targets
    .map((target, index) => targetClause(context, target, index))
    .filter(({ length }) => length > 0);
  if (clauses.length === 0) return [];
  return sentence`${joined(clauses, '；')}。`;
}

function measured(
  context: ReportContext,
  scope: Scope,
  wanted: (target: TargetFigures) => boolean,
): readonly TargetFigures[] {
  return targetsIn(context, scope)
    .map((entry) => context.figures.target(entry))
    .filter(wanted);
}

/** 义诊目标100场，尚未开展 · 义诊目标100场，开展98场，完成率98.0%，基本完成 · 召开联席会议12次. */
function targetClause(context: ReportContext, target: TargetFigures, index: number, isTold = false): Inline[] {
  const { entry, goal, done, percent } = target;
  const [verb = '完成', ...others] = verbsOf(entry);
  if (goal.value === null) return countClause(context, target, verb);
  const aim = sentence`${record(entry)}${isCells(entry) ? '应覆盖' : '目标'}${amount(goal)}`;
  const remark = isTold ? [] : verdict(context.figures.get('remark', { target: entry.id }));
  const ending = remark.length === 0 ? '' : sentence`，${remark}`;
  if (done.value === 0) return sentence`${aim}，${notYet(context)}${verb}${ending}`;
  // What nobody has entered is left unsaid; a part of the year then has nothing to tell.
  if (done.missing === NOT_KEPT) return isWholeYear(context.period) ? aim : [];
  if (done.value === null) return sentence`${aim}，完成数${amount(done)}`;
  const how = isCells(entry) ? '已覆盖' : vary([verb, ...others], index);
  const rate = isCells(entry) ? '覆盖率' : '完成率';
  const due = context.figures.byId(`due@target=${entry.id}`);
  const soFar = due?.value && due.value < goal.value ? sentence`，到期${amount(due)}` : '';
  return sentence`${aim}${soFar}，${doneWords(context, target, how)}，${rate}${amount(percent)}${ending}`;
}

/** A target without a number is counted: that no frequency was agreed is no matter of the text. */
function countClause(context: ReportContext, target: TargetFigures, verb: string): Inline[] {
  const { entry, done } = target;
  if (done.value === null) return [];
  if (done.value === 0) return sentence`${record(entry)}${notYet(context)}${verb}`;
  if (isWholeYear(context.period)) return sentence`${verb}${record(entry)}${amount(done)}`;
  return sentence`${record(entry)}${doneWords(context, target, verb)}`;
}

function verbsOf({ value }: Entry<'targets'>): readonly string[] {
  return value.count.sum === undefined ? VERBS[value.count.kind] : ['完成'];
}

/** 开展68场; of a part of the year 本月开展25场，累计68场: the rates beside it are of all the target's days. */
function doneWords(context: ReportContext, target: TargetFigures, how: string): Inline[] {
  const { done, entry } = target;
  if (!hasBefore(context, entry.value.from)) return sentence`${how}${amount(done)}`;
  const own = doneInPeriod(context, target);
  const verb = how.replace(/^已/, '');
  const now = own.value === 0 ? sentence`${notYet(context)}${verb}` : sentence`${verb}${amount(own)}`;
  return sentence`${periodWord(context)}${now}，累计${amount(done)}`;
}
