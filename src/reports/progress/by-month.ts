import type { Cell, Table } from '../../document/report-document.js';
import { type MonthLight, monthLight } from '../../figures/targets/target-months.js';
import type { Entry } from '../../ledger/ledger.js';
import type { ReportContext } from '../context.js';
import { cell, day, number, sentence, text } from '../inlines.js';
import { hasBegun, monthsOf } from '../months.js';
import { asOfNote, coverageNotes, lightsBasis } from '../notes.js';
import { targetsOfYear } from '../selection.js';
import { activitiesCompared, monthsCompared, yearOnYearTable } from '../year-on-year.js';
import { unconfirmedTable } from './alerts-table.js';
import { filled, type View } from './view.js';

/** The number of targets that fit side by side in 80 columns. */
const SIDE_BY_SIDE = 5;

/** 按月: what was held each month, and each target's light as the month's end left it. */
export const byMonth: View = (context) => {
  const targets = targetsOfYear(context).filter(({ value }) => value.atLeast !== undefined);
  const groups = targets.flatMap((_, index) =>
    index % SIDE_BY_SIDE === 0 ? [targets.slice(index, index + SIDE_BY_SIDE)] : [],
  );
  return filled(
    context,
    [
      heldTable(context),
      yearOnYearTable(context, [...monthsCompared(context), activitiesCompared(context)]),
      ...groups.map((group) => lightsTable(context, group)),
      ...groups.map((group) => amountsTable(context, group)),
      unconfirmedTable(context),
    ],
    '还没有活动、作品、会议、督查和目标。',
  );
};

const MEASURES = [
  ['activities', '活动场次'],
  ['beneficiaries', '服务人次'],
  ['publications', '宣传稿件'],
  ['meetings', '会议学习'],
  ['inspections', '督查次数'],
] as const;

/** A future month is blank. */
function heldTable(context: ReportContext): Table {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  const some = MEASURES.some(([measure]) => figures.get(measure, inPeriod).value);
  return {
    type: 'table',
    title: '各月开展情况',
    columns: [{ title: '月份' }, ...MEASURES.map(([, title]) => ({ title, align: 'right' as const }))],
    rows: (some ? monthsOf(context) : []).map((month) => [
      [day(month.key, true)],
      ...MEASURES.map(([measure]) =>
        hasBegun(context, month) ? [number(figures.get(measure, month.dimensions))] : [],
      ),
    ]),
    total: [cell('合计'), ...MEASURES.map(([measure]) => [number(figures.get(measure, inPeriod))])],
    notes: [
      sentence`${asOfNote(context)}活动只计已开展的，改期的计入改后的月份；会议含理论学习和主题党日，不计入场次。尚未到的月份留空。`,
      ...coverageNotes(figures.get('beneficiaries', inPeriod)),
    ],
  };
}

function lightsTable(context: ReportContext, targets: readonly Entry<'targets'>[]): Table {
  return byMonthTable(context, targets, '各月末亮灯', lightCell, [
    sentence`${asOfNote(context)}以各月最后一天所见为准（本月未完的看截至日）。月末红灯、此后补上所欠的，改为黄灯并注明补上，不改绿灯；按周的目标，漏下的周不能由以后的周补上。${lightsBasis(context)}。`,
  ]);
}

function amountsTable(context: ReportContext, targets: readonly Entry<'targets'>[]): Table {
  return byMonthTable(context, targets, '各月末累计完成和应完成', amountCell, [
    sentence`${asOfNote(context)}斜线前为累计完成数，斜线后为按序时应完成数。`,
  ]);
}

function byMonthTable(
  context: ReportContext,
  targets: readonly Entry<'targets'>[],
  title: string,
  show: (light: MonthLight | null) => Cell,
  notes: Table['notes'],
): Table {
  return {
    type: 'table',
    title,
    columns: [{ title: '月份' }, ...targets.map(({ value }) => ({ title: value.title }))],
    rows: monthsOf(context).map(({ key }) => [
      [day(key, true)],
      ...targets.map((entry) => show(monthLight(context.figures, entry, key))),
    ]),
    notes,
  };
}

function lightCell(light: MonthLight | null): Cell {
  if (!light) return [];
  return [{ type: 'light', light: light.light, ...(light.caughtUp ? { word: '黄灯补上' } : {}) }];
}

function amountCell(light: MonthLight | null): Cell {
  if (!light) return [];
  const { done, pace, expected } = light.target;
  // Before anything is due there is nothing to hold it against.
  return pace.value === null ? [number(done)] : [number(done), text('/'), number(expected)];
}
