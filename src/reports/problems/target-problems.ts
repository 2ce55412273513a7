import type { Inline } from '../../document/report-document.js';
import { type MeasuredCell, missedCells } from '../../figures/targets/measured-cells.js';
import type { TargetFigures } from '../../figures/targets/target.js';
import type { Entry } from '../../ledger/ledger.js';
import { kindTitle } from '../../schema/kinds.js';
import { notYet, type ReportContext } from '../context.js';
import { amount, joined, record, sentence, span, verdict } from '../inlines.js';
import { unitNames } from '../names.js';
import { type Scope, targetsIn } from '../scope.js';
import { targetsOfYear } from '../selection.js';
import { isCells } from '../views/targets-view.js';
import { type Laggard, type ProblemKind, problemOf } from './problem.js';

/** Plain targets short of their number at their end, or behind 序时 before it. */
export const targetsMissed: ProblemKind = {
  code: 'targets-missed',
  duty: { who: '各支部', by: 'year' },
  find: (context, scope) => {
    const { asOf, figures, period } = context;
    if (scope.branch !== undefined || scope.pairing !== undefined) return [];
    const dimensions = { ...period.dimensions, program: scope.program };
    const missed = targetsIn(context, scope)
      .filter((entry) => !isCells(entry) && (remarkOf(context, entry).value ?? 100) < 100)
      .map((entry) => figures.target(entry));
    const worst = Math.min(...missed.map(({ entry }) => remarkOf(context, entry).value ?? 0));
    const isOver = missed.every(({ entry }) => asOf >= entry.value.until);
    return problemOf(
      figures.get('targets-missed', dimensions),
      figures.get('targets-known', dimensions),
      figures.get('targets-missed-share', dimensions),
      (share) => ({
        severity: 1 - worst / 100,
        told: sentence`${share}目标任务${isOver ? '没有全部完成' : '进度落后'}，${missedClauses(context, missed)}。`,
        next: sentence`${isOver ? '' : '倒排进度，'}把${names(missed)}任务分解到月、落实到支部，按月对账。`,
        laggards: missed.map(
          (target): Laggard => ({
            what: [record(target.entry)],
            fault: isOver ? '没有全部完成' : '进度落后',
            due: target.done.value === 0 ? sentence`${notYet(context)}开展` : sentence`完成率${amount(target.percent)}`,
          }),
        ),
      }),
    );
  },
};

function remarkOf({ figures }: ReportContext, { id }: Entry<'targets'>) {
  return figures.get('remark', { target: id });
}

function names(targets: readonly TargetFigures[]): Inline[] {
  return joined(
    targets.map(({ entry }) => [record(entry)]),
    '、',
  );
}

/** 科普传播94篇、差6篇，义诊和巡讲未开展; before the end 义诊略有滞后（应完成45场，已完成40场）. */
function missedClauses(context: ReportContext, missed: readonly TargetFigures[]): Inline[] {
  const begun = missed.filter(({ done }) => done.value !== 0);
  const idle = missed.filter(({ done }) => done.value === 0);
  const clauses = begun.map(({ entry, done, expected }) => {
    const short = context.figures.get('short', { target: entry.id });
    if (context.asOf >= entry.value.until) return sentence`${record(entry)}完成${amount(done)}、差${amount(short)}`;
    return sentence`${record(entry)}${verdict(remarkOf(context, entry))}（应完成${amount(expected)}，已完成${amount(done)}）`;
  });
  return joined([...clauses, ...(idle.length === 0 ? [] : [sentence`${names(idle)}${notYet(context)}开展`])], '，');
}

/** Missed cycles: weeks, months or quarters that passed without being met. */
export const cyclesMissed: ProblemKind = {
  code: 'cycles-missed',
  duty: { who: 'office', by: 'month' },
  find: (context, scope) =>
    targetsIn(context, scope)
      .filter(({ value }) => value.per !== undefined && value.each === undefined)
      .flatMap((entry) => {
        const { cells } = context.figures.target(entry);
        const missed = context.figures.get('missed', { target: entry.id });
        const due = context.figures.byId(`due@target=${entry.id}`) ?? missed;
        return problemOf(missed, due, context.figures.get('missed-share', { target: entry.id }), (share) => ({
          told: sentence`${record(entry)}没有逐期覆盖，到期${amount(due)}中，${share}（${amount(missed)}）没有开展。`,
          next: sentence`逐期排定${record(entry)}，按期开展。`,
          laggards: missedCells(cells).map(({ cell }): Laggard => {
            return { what: [span(cell.from, cell.until, context.year)], fault: '没有开展' };
          }),
        }));
      }),
};

/** Subjects of coverage targets (branches, pairings, boards) that are not met. */
export const subjectsMissed: ProblemKind = {
  code: 'subjects-missed',
  duty: { who: '有关支部', by: 'month' },
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
        return problemOf(missed, goal, context.figures.get('missed-share', { target: entry.id }), (share) => ({
          told: sentence`${share}${subject}没有达到${record(entry)}的要求，应覆盖${amount(goal)}，尚缺${amount(missed)}。`,
          next: sentence`逐一督促尚未达到要求的${subject}补齐${record(entry)}。`,
          laggards: own.map((cell) => laggardOf(context, entry, cell)),
        }));
      }),
};

/** What a subject has not done is its own to do; a pairing's is its lead's. */
function laggardOf(context: ReportContext, entry: Entry<'targets'>, measured: MeasuredCell): Laggard {
  const { of } = measured.cell;
  const pairing = of && context.ledger.get('pairings', of.kind === 'pairings' ? of.id : undefined);
  const unit = pairing ? pairing.value.lead : of?.kind === 'branches' || of?.kind === 'departments' ? of.id : undefined;
  return {
    what: subjectOf(measured, context.year),
    fault: `没有达到${entry.value.title}的要求`,
    ...(unit === undefined ? {} : { units: unitNames(context, [unit]) }),
    remedy: `补齐${entry.value.title}`,
  };
}

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
