import type { Inline, Table } from '../../document/report-document.js';
import { policyFigure } from '../../figures/policies.js';
import type { ReportContext } from '../context.js';
import { amount, number, sentence } from '../inlines.js';
import { asOfNote } from '../notes.js';
import { targetsOfYear } from '../selection.js';
import { known, rate, targetLight, targetName } from './target-cells.js';

/** 目标进展: what is to be done, what is done, and whether that keeps pace with the calendar. */
export function targetsTable(context: ReportContext): Table {
  const targets = targetsOfYear(context).map((entry) => context.figures.target(entry));
  return {
    type: 'table',
    title: '目标进展',
    columns: [
      { title: '目标' },
      { title: '目标数', align: 'right' },
      { title: '已完成', align: 'right' },
      { title: '进度' },
      { title: '完成率', align: 'right' },
      { title: '序时进度', align: 'right' },
      { title: '与序时差', align: 'right' },
      { title: '亮灯' },
    ],
    rows: targets.map((target) => [
      targetName(target),
      known(target.goal),
      [number(target.done)],
      [{ type: 'bar', done: target.done, target: target.goal }],
      rate(target.percent),
      rate(target.pace),
      rate(target.gap, true),
      [targetLight(target)],
    ]),
    notes: [lightsNote(context)],
  };
}

/** 截至, and what the lights mean. */
export function lightsNote(context: ReportContext): Inline[] {
  const yellowFrom = amount(policyFigure(context.ledger, 'yellowFrom'));
  return sentence`${asOfNote(context)}绿灯：达到序时；黄灯：达到应完成数的${yellowFrom}；红灯：低于黄灯线。与序时差的单位是百分点。`;
}
