import type { Inline, Table } from '../../document/report-document.js';
import { isWholeYear } from '../../figures/period.js';
import type { TargetFigures } from '../../figures/targets/target.js';
import type { ReportContext } from '../context.js';
import { cell, joined, number, periodInlines, record, sentence, text } from '../inlines.js';
import { asOfNote, coverageNotes, lightsBasis } from '../notes.js';
import { targetsOfYear } from '../selection.js';
import { doneInPeriod, rate, targetLight } from './target-cells.js';

/**
 * 目标进展: what is to be done, what is done, and whether that keeps pace with the calendar. Of a part of the year what
 * was done in it (本期完成) stands before what is done in all (累计完成). The goal, the rates and the light are those of the
 * target's own days as of the day: a twelfth of a yearly goal is no goal, and a month's share of it no pace.
 */
export function targetsTable(context: ReportContext): Table {
  const targets = targetsOfYear(context).map((entry) => context.figures.target(entry));
  const whole = isWholeYear(context.period);
  return {
    type: 'table',
    title: '目标进展',
    columns: [
      { title: '目标' },
      { title: '目标数', align: 'right' },
      ...(whole ? [] : [{ title: '本期完成', align: 'right' as const }]),
      { title: whole ? '已完成' : '累计完成', align: 'right' },
      { title: '完成率' },
      { title: '序时进度', align: 'right' },
      { title: '与序时差', align: 'right' },
      { title: '亮灯' },
    ],
    rows: targets.map((target) => [
      [record(target.entry)],
      target.goal.value === null ? cell('未约定') : [number(target.goal)],
      ...(whole ? [] : [[number(doneInPeriod(context, target))]]),
      [number(target.done)],
      target.goal.value === null || target.done.value === null
        ? cell(undefined)
        : [{ type: 'bar', done: target.done, target: target.goal }, text(' '), ...rate(target.percent)],
      rate(target.pace),
      rate(target.gap, true),
      [targetLight(target)],
    ]),
    notes: [
      lightsNote(context),
      ...(whole ? [] : [periodNote(context)]),
      unitsNote(targets),
      ...targets.flatMap(({ done }) => coverageNotes(done)),
    ],
  };
}

function periodNote({ period }: ReportContext): Inline[] {
  return sentence`本期完成是${periodInlines(period)}里完成的；其余各列按目标的起止全程计。`;
}

/** 截至, and what the lights mean. */
function lightsNote(context: ReportContext): Inline[] {
  return sentence`${asOfNote(context)}${lightsBasis(context)}。与序时差的单位是百分点。`;
}

/** The note with the units, and the targets without a goal. */
function unitsNote(targets: readonly TargetFigures[]): Inline[] {
  const units = [...new Set(targets.map(({ entry }) => entry.value.unit))].map((unit) => {
    const own = targets.filter(({ entry }) => entry.value.unit === unit).map(({ entry }) => [record(entry)]);
    return sentence`${joined(own, '、')}为${unit}`;
  });
  const open = targets.filter(({ goal }) => goal.value === null);
  const uncounted = open.map(({ entry, goal }) => sentence`${record(entry)}${goal.missing ?? '未约定'}，只计数。`);
  return sentence`单位：${joined(units, '；')}。${uncounted.flat()}`;
}
