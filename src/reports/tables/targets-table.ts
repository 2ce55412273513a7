import type { Figure } from '../../document/figure.js';
import type { Cell, Table } from '../../document/report-document.js';
import { policyFigure } from '../../figures/policies.js';
import type { ReportContext } from '../context.js';
import { amount, cell, record, sentence } from '../inlines.js';
import { asOfNote } from '../notes.js';
import { targetsOfYear } from '../selection.js';

/** 目标进展: what is to be done, what is done, and whether that keeps pace with the calendar. */
export function targetsTable(context: ReportContext): Table {
  const targets = targetsOfYear(context).map((entry) => context.figures.target(entry));
  const yellowFrom = amount(policyFigure(context.ledger, 'yellowFrom'));
  return {
    type: 'table',
    title: '目标进展',
    columns: [
      { title: '目标' },
      { title: '目标数', align: 'right' },
      { title: '已完成', align: 'right' },
      { title: '完成率', align: 'right' },
      { title: '序时进度', align: 'right' },
      { title: '与序时差', align: 'right' },
      { title: '亮灯' },
    ],
    rows: targets.map((target) => [
      [record(target.entry)],
      [amount(target.goal)],
      [amount(target.done)],
      rate(target.percent),
      rate(target.pace),
      rate(target.gap, true),
      [{ type: 'light', light: target.light }],
    ]),
    notes: [
      asOfNote(context),
      sentence`绿灯：达到序时；黄灯：达到应完成数的${yellowFrom}；红灯：低于黄灯线。与序时差的单位是百分点。`,
      ...targets.flatMap(({ entry }) => (entry.value.basis ? [sentence`${record(entry)}：${entry.value.basis}`] : [])),
    ],
  };
}

/** A rate without a target is a dash, the reason stands in the target's own column. */
function rate(figure: Figure, sign = false): Cell {
  return figure.value === null ? cell(undefined) : [{ type: 'figure', figure, sign }];
}
