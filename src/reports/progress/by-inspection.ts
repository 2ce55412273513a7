import type { Cell, Inline, Table } from '../../document/report-document.js';
import { missedCells } from '../../figures/targets/measured-cells.js';
import type { Entry } from '../../ledger/ledger.js';
import { addDays } from '../../text/calendar-date.js';
import type { ReportContext } from '../context.js';
import { amount, cell, day, joined, number, record, sentence, span } from '../inlines.js';
import { type Month, monthsSeen } from '../months.js';
import { asOfNote } from '../notes.js';
import { targetsOfYear } from '../selection.js';
import { openProblemsTable, problemPlacesTable, problemsTable } from './problem-tables.js';
import { filled, type View } from './view.js';

/** 按督查: the weeks covered and missed, month by month, and recurring problems. */
export const byInspection: View = (context) =>
  filled(
    context,
    [coverageTable(context), problemsTable(context), problemPlacesTable(context), openProblemsTable(context)],
    '还没有督查记录，也没有督查的目标。',
  );

/** The target for the frequency of inspections, where it is by weeks or months. */
function weeklyTarget(context: ReportContext): Entry<'targets'> | undefined {
  return targetsOfYear(context).find(
    ({ value }) =>
      value.count.kind === 'inspections' && value.per !== undefined && value.atLeast !== undefined && !value.each,
  );
}

const HELD = [
  ['inspections', '督查次数'],
  ['problems', '发现问题'],
  ['rectified', '已整改'],
  ['open-problems', '未整改'],
] as const;

function coverageTable(context: ReportContext): Table {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  const weekly = weeklyTarget(context);
  const some = weekly !== undefined || Boolean(figures.get('inspections', inPeriod).value);
  const weeks = weekly
    ? ['应查', '已查', '漏查'].map((title) => ({
        title: `${title}${CYCLES[weekly.value.per ?? 'week']}`,
        align: 'right' as const,
      }))
    : [];
  return {
    type: 'table',
    title: '各月督查',
    columns: [{ title: '月份' }, ...weeks, ...HELD.map(([, title]) => ({ title, align: 'right' as const }))],
    rows: (some ? monthsSeen(context) : []).map((month) => [
      [day(month.key, true)],
      ...(weekly ? weekCells(context, weekly, month) : []),
      ...HELD.map(([measure]) => [number(figures.get(measure, month.dimensions))]),
    ]),
    total: [
      cell('合计'),
      ...(weekly ? totalWeeks(context, weekly) : []),
      ...HELD.map(([measure]) => [number(figures.get(measure, inPeriod))]),
    ],
    notes: [
      sentence`${asOfNote(context)}问题按发现的月份计，整改看截至日。${weekly?.value.per === 'week' ? '一周归入它最后一天所在的月份，正在进行的一周不计。' : ''}`,
      ...(weekly ? missedNotes(context, weekly) : []),
    ],
  };
}

const CYCLES = { week: '周', month: '月', quarter: '季', year: '年' } as const;

function weekCells({ figures }: ReportContext, { id }: Entry<'targets'>, { dimensions }: Month): readonly Cell[] {
  return ['due-in', 'met-in', 'missed-in'].map((measure) => [
    number(figures.get(measure, { ...dimensions, target: id })),
  ]);
}

function totalWeeks({ figures }: ReportContext, weekly: Entry<'targets'>): readonly Cell[] {
  const { due } = figures.target(weekly);
  return [
    due ? [number(due)] : [],
    [number(figures.get('met-due', { target: weekly.id }))],
    [number(figures.get('missed', { target: weekly.id }))],
  ];
}

/** The missed weeks by their days, consecutive ones as one span. */
function missedNotes({ figures, year }: ReportContext, weekly: Entry<'targets'>): readonly (readonly Inline[])[] {
  const stretches: { from: string; until: string }[] = [];
  for (const { cell: missed } of missedCells(figures.target(weekly).cells)) {
    const last = stretches.at(-1);
    if (last && addDays(last.until, 1) === missed.from) last.until = missed.until;
    else stretches.push({ from: missed.from, until: missed.until });
  }
  const missed = stretches.map(({ from, until }): Inline[] => [span(from, until, year)]);
  if (figures.get('missed', { target: weekly.id }).value === null) return [];
  if (missed.length === 0) return [sentence`${record(weekly)}没有漏查。`];
  return [sentence`漏查${amount(figures.get('missed', { target: weekly.id }))}：${joined(missed, '，')}。`];
}
