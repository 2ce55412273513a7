import type { Figure } from '../../document/figure.js';
import type { Cell, Table } from '../../document/report-document.js';
import type { TargetFigures } from '../../figures/targets/target.js';
import { cell, record, text } from '../inlines.js';
import { targetsOfYear } from '../selection.js';
import type { Comparison } from './compare.js';
import { earlier } from './difference.js';

/** 目标进度的变动: rates that follow from counts and calendar, a row for each target that differs. */
export function ratesTable({ before, after }: Comparison): Table | null {
  const rows = targetsOfYear(after.context).flatMap((entry): readonly (readonly Cell[])[] => {
    const known = before.context.ledger.get('targets', entry.id);
    const now = after.context.figures.target(entry);
    const old = known && before.context.figures.target(known);
    return old && differs(old, now) ? [rowOf(old, now)] : [];
  });
  if (rows.length === 0) return null;
  return {
    type: 'table',
    title: '目标进度的变动',
    columns: [{ title: '目标' }, { title: '完成率' }, { title: '序时进度' }, { title: '与序时差' }, { title: '亮灯' }],
    rows,
    notes: before.context.asOf === after.context.asOf ? [] : [[text('序时进度随截至日期推移。')]],
  };
}

const RATES = ['percent', 'pace', 'gap'] as const;

function differs(old: TargetFigures, now: TargetFigures): boolean {
  return old.light !== now.light || RATES.some((rate) => old[rate].value !== now[rate].value);
}

function rowOf(old: TargetFigures, now: TargetFigures): readonly Cell[] {
  const light: Cell =
    old.light === now.light
      ? [{ type: 'light', light: now.light }]
      : [{ type: 'light', light: old.light }, text('→'), { type: 'light', light: now.light }];
  return [[record(now.entry)], ...RATES.map((rate) => turned(old[rate], now[rate], rate === 'gap')), light];
}

/** 12.0%→14.0%; a single value where both are equal. */
function turned(old: Figure, now: Figure, sign: boolean): Cell {
  const shown = (figure: Figure): Cell =>
    figure.value === null ? cell(undefined) : [{ type: 'figure', figure, sign }];
  return old.value === now.value ? shown(now) : [...shown(earlier(old)), text('→'), ...shown(now)];
}
