import type { Cell, Inline, Table } from '../../document/report-document.js';
import type { TargetFigures } from '../../figures/targets/target.js';
import type { ReportContext } from '../context.js';
import { amount, cell, joined, periodInlines, record, sentence, verdict } from '../inlines.js';
import { asOfNote, lightsBasis } from '../notes.js';
import { hasBefore, periodWord } from '../period-words.js';
import { type Scope, targetsIn } from '../scope.js';
import { doneInPeriod, known, rate, targetLight } from './target-cells.js';

/** The targets that can be judged: those with a number of which it is known what was done. */
export function paceTargets(context: ReportContext, scope: Scope): readonly TargetFigures[] {
  return targetsIn(context, scope)
    .map((entry) => context.figures.target(entry))
    .filter(({ goal, done }) => goal.value !== null && done.value !== null);
}

/** 目标进展 of a bulletin: what was done in the period, in all, and how that keeps pace. */
export function paceTable(context: ReportContext, targets: readonly TargetFigures[]): Table {
  const before = targets.some(({ entry }) => hasBefore(context, entry.value.from));
  return {
    type: 'table',
    title: '目标进展',
    columns: [
      { title: '目标' },
      { title: '目标数', align: 'right' },
      ...(before ? [{ title: periodWord(context), align: 'right' as const }] : []),
      { title: '累计', align: 'right' },
      { title: '完成率', align: 'right' },
      { title: '与序时差', align: 'right' },
      { title: '亮灯' },
      { title: '评价' },
    ],
    rows: targets.map((target) => [
      [record(target.entry)],
      [amount(target.goal)],
      ...(before ? [known(doneInPeriod(context, target))] : []),
      known(target.done),
      rate(target.percent),
      rate(target.gap, true),
      [targetLight(target)],
      remarkCell(context, target),
    ]),
    notes: targets.length === 0 ? [] : [note(context, targets, before)],
  };
}

function remarkCell({ figures }: ReportContext, { entry }: TargetFigures): Cell {
  const remark = verdict(figures.get('remark', { target: entry.id }));
  return remark.length === 0 ? cell(undefined) : remark;
}

function note(context: ReportContext, targets: readonly TargetFigures[], before: boolean): Inline[] {
  const { period } = context;
  const own = before ? sentence`${periodWord(context)}一列只计${periodInlines(period)}，其余` : '';
  const cells = targets.filter(({ cells }) => cells.length > 0).map(({ entry }) => [record(entry)]);
  const due = cells.length === 0 ? [] : sentence`${joined(cells, '、')}按到期的计序时。`;
  return sentence`${asOfNote(context)}${own}按各项目标的起止计。${lightsBasis(context)}。与序时差的单位是百分点。${due}`;
}
