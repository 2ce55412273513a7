import type { Inline } from '../../document/report-document.js';
import { type MeasuredCell, missedCells } from '../../figures/targets/measured-cells.js';
import type { TargetFigures } from '../../figures/targets/target.js';
import type { Entry } from '../../ledger/ledger.js';
import { kindTitle } from '../../schema/kinds.js';
import type { ReportContext } from '../context.js';
import { amount, joined, record, sentence, span } from '../inlines.js';
import { isBehind, shareOf } from '../remark.js';
import { type Scope, targetsIn } from '../scope.js';
import { targetsOfYear } from '../selection.js';
import { isCells } from '../views/targets-view.js';
import { type Laggard, type ProblemKind, problemOf, shareWord } from './problem.js';

/** Plain targets below the line: at their end under 基本完成, before that behind 序时. */
export const targetsBehind: ProblemKind = {
  code: 'targets-behind',
  find: (context, scope) => {
    const { asOf } = context;
    const targets = targetsIn(context, scope)
      .map((entry) => context.figures.target(entry))
      .filter(({ entry, goal, done }) => !isCells(entry) && goal.value !== null && done.value !== null);
    const behind = targets.filter((target) => isBehind(target, asOf));
    const worst = behind.toSorted((a, b) => reached(a) - reached(b))[0];
    if (!worst) return [];
    const share = shareWord(behind.length, targets.length);
    const over = behind.every(({ entry }) => asOf >= entry.value.until);
    return [
      {
        part: worst.percent,
        whole: worst.goal,
        severity: 1 - reached(worst) / 100,
        told: sentence`${share}目标任务${over ? '没有按期完成' : '滞后于序时'}，${reachedClauses(behind)}。`,
        next: sentence`把${names(behind)}的差距分解到月、落实到支部，按月对账。`,
        laggards: behind.map(({ entry, done, percent }) => ({
          what: [record(entry)],
          fault: over ? '没有按期完成' : '滞后于序时',
          due: done.value === 0 ? sentence`尚未开展` : sentence`完成率${amount(percent)}`,
        })),
      },
    ];
  },
};

function names(targets: readonly TargetFigures[]): Inline[] {
  return joined(
    targets.map(({ entry }) => [record(entry)]),
    '、',
  );
}

/** 科普传播完成率72.0%、义诊和巡讲尚未开展: a zero is printed in words, not as a rate. */
function reachedClauses(behind: readonly TargetFigures[]): Inline[] {
  const begun = behind.filter(({ done }) => done.value !== 0);
  const idle = behind.filter(({ done }) => done.value === 0);
  const rates = begun.map(({ entry, percent }) => sentence`${record(entry)}完成率${amount(percent)}`);
  return joined([...rates, ...(idle.length === 0 ? [] : [sentence`${names(idle)}尚未开展`])], '、');
}

function reached({ done, goal }: TargetFigures): number {
  return shareOf(done, goal) ?? 0;
}

/** Missed cycles: weeks, months or quarters that passed without being met. */
export const cyclesMissed: ProblemKind = {
  code: 'cycles-missed',
  find: (context, scope) =>
    targetsIn(context, scope)
      .filter(({ value }) => value.per !== undefined && value.each === undefined)
      .flatMap((entry) => {
        const { cells } = context.figures.target(entry);
        const missed = context.figures.get('missed', { target: entry.id });
        const due = context.figures.byId(`due@target=${entry.id}`) ?? missed;
        return problemOf(missed, due, (share) => ({
          told:
            missed.value === due.value
              ? sentence`${record(entry)}没有开展，到期${amount(due)}均没有记录。`
              : sentence`${record(entry)}没有逐期覆盖，到期${amount(due)}中，${share}（${amount(missed)}）没有记录。`,
          next: sentence`逐期排定${record(entry)}，当期开展、当期登记。`,
          laggards: missedCells(cells).map(({ cell }): Laggard => {
            return { what: [span(cell.from, cell.until, context.year)], fault: '没有记录' };
          }),
        }));
      }),
};

/** Subjects of coverage targets (branches, pairings, boards) that are not met. */
export const subjectsMissed: ProblemKind = {
  code: 'subjects-missed',
  find: (context, scope) =>
    targetsOfYear(context)
      .filter((entry) => entry.value.each !== undefined && isWanted(context, scope, entry))
      .flatMap((entry) => {
        const { goal, cells } = context.figures.target(entry);
        const missed = context.figures.get('missed', { target: entry.id });
        const subject =
          entry.value.each?.kind === 'branches' ? '支部' : kindTitle(entry.value.each?.kind ?? 'branches');
        const own = missedCells(cells).filter((cell) => isOf(cell, scope));
        if (own.length === 0) return [];
        return problemOf(missed, goal, (share) => ({
          told: sentence`${share}${subject}没有达到${record(entry)}的要求，应覆盖${amount(goal)}，尚缺${amount(missed)}。`,
          next: sentence`逐一督促尚未达到要求的${subject}补齐${record(entry)}。`,
          laggards: own.map(
            (cell): Laggard => ({ what: subjectOf(cell, context.year), fault: `没有达到${entry.value.title}的要求` }),
          ),
        }));
      }),
};

function isWanted(context: ReportContext, scope: Scope, entry: Entry<'targets'>): boolean {
  if (scope.branch !== undefined) return entry.value.each?.kind === 'branches';
  if (scope.pairing !== undefined) return entry.value.each?.kind === 'pairings';
  return targetsIn(context, scope).includes(entry);
}

function isOf({ cell }: MeasuredCell, { branch, pairing }: Scope): boolean {
  const own = branch ?? pairing;
  return own === undefined || cell.of?.id === own;
}

function subjectOf({ cell }: MeasuredCell, year: number): Inline[] {
  const days = span(cell.from, cell.until, year);
  const cycles = cell.of !== undefined && cell.key !== cell.of.id;
  return [...(cell.of ? [record(cell.of)] : []), ...(cycles ? sentence`（${days}）` : [])];
}
