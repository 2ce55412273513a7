import type { Figure } from '../../document/figure.js';
import type { Cell, Table } from '../../document/report-document.js';
import type { TargetFigures } from '../../figures/targets/target.js';
import type { ReportContext } from '../context.js';
import { amount, cell, number, record, sentence, text } from '../inlines.js';
import { asOfNote } from '../notes.js';
import { targetsOfYear } from '../selection.js';
import { known, rate } from '../tables/target-cells.js';
import { targetsTable } from '../tables/targets-table.js';
import { targetsCompared, yearOnYearTable } from '../year-on-year.js';
import { filled, type View } from './view.js';

/** 按目标: pace, what each target counts, and its projection. */
export const byTarget: View = (context) => {
  const table = targetsTable(context);
  const counted = targetsOfYear(context).flatMap((entry) =>
    entry.value.basis ? [sentence`${record(entry)}：${entry.value.basis}`] : [],
  );
  const tables = [
    { ...table, notes: [...table.notes, ...counted] },
    yearOnYearTable(context, targetsCompared(context)),
    projections(context),
  ];
  return filled(context, tables, '还没有登记目标。');
};

/** 推算: only for targets with a goal. */
function projections(context: ReportContext): Table {
  const { figures } = context;
  const targets = targetsOfYear(context)
    .map((entry) => figures.target(entry))
    .filter(({ goal }) => goal.value !== null);
  return {
    type: 'table',
    title: '推算：照此进度，到目标截止日能完成多少',
    columns: [
      { title: '目标' },
      { title: '剩余', align: 'right' },
      { title: '推算完成', align: 'right' },
      { title: '推算区间', align: 'right' },
      { title: '推算完成率', align: 'right' },
      { title: '判断' },
    ],
    rows: targets.map((target) => row(context, target)),
    notes: [
      sentence`${asOfNote(context)}以下为推算，不是统计数：推算完成数为已完成数加剩余天数与全期日均完成数之积，四舍五入；按周、按支部覆盖的目标，为已完成数加剩余周次与到期完成比例之积，漏下的不再补计。`,
      sentence`区间取全期、近九十天、近三十天三种速度中最低和最高的推算数。时间未过十分之一或已到截止日的，不推算。`,
    ],
  };
}

function row({ figures }: ReportContext, target: TargetFigures): readonly Cell[] {
  const get = (measure: string) => figures.get(measure, { target: target.entry.id });
  const [projected, low, high] = [get('projected'), get('projected-low'), get('projected-high')];
  return [
    [record(target.entry)],
    [amount(get('remaining'))],
    known(projected),
    projected.value === null ? cell(undefined) : range(low, high),
    rate(get('projected-percent')),
    cell(projected.value === null ? undefined : outlook(target.goal.value, low.value, high.value)),
  ];
}

function range(low: Figure, high: Figure): Cell {
  return low.value === high.value ? [number(low)] : [number(low), text('—'), number(high)];
}

/** Whether the range reaches the goal; undecided for a goal within the range. */
function outlook(goal: number | null, low: number | null, high: number | null): string | undefined {
  if (goal === null || low === null || high === null) return undefined;
  if (low >= goal) return '可以完成';
  return high < goal ? '难以完成' : '尚不确定';
}
