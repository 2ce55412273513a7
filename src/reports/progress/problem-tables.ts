import type { Cell, Inline, Table } from '../../document/report-document.js';
import { isLate, isOpen, type Problem } from '../../figures/inspection-problems.js';
import { categoriesOf } from '../../figures/rows/recurring-rows.js';
import type { Entry } from '../../ledger/ledger.js';
import type { ReportContext } from '../context.js';
import { amount, cell, day, number, record, sentence, text } from '../inlines.js';
import { unitNames } from '../names.js';
import { asOfNote } from '../notes.js';

/** A problem and the inspection that found it. */
interface Found {
  readonly inspection: Entry<'inspections'>;
  readonly problem: Problem;
}

function foundInYear(context: ReportContext): readonly Found[] {
  return context.figures
    .counted('inspections', context.period)
    .flatMap((inspection) => (inspection.value.problems ?? []).map((problem) => ({ inspection, problem })));
}

const COLUMNS = [
  ['inspections', '出现次数'],
  ['problems', '发现'],
  ['rectified', '已整改'],
  ['open-problems', '未整改'],
  ['overdue-problems', '逾期'],
  ['returned-problems', '再次出现'],
] as const;

/** 问题类别: how often each was found, and which recurred after being rectified. */
export function problemsTable(context: ReportContext): Table {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  const from = figures.policy('recurringFrom');
  const isFrequent = (type: string) => (figures.get('inspections', { ...inPeriod, type }).value ?? 0) >= from.value;
  return {
    type: 'table',
    title: '督查发现的问题',
    columns: [
      { title: '类别' },
      ...COLUMNS.map(([, title]) => ({ title, align: 'right' as const })),
      { title: '高频' },
    ],
    rows: categoriesOf(figures, context.period).map((type) => [
      cell(type),
      ...COLUMNS.map(([measure]) => [number(figures.get(measure, { ...inPeriod, type }))]),
      cell(isFrequent(type) ? '高频' : undefined),
    ]),
    total: [
      cell('合计（去重）'),
      // Of the inspections only those that found a problem are under a category.
      ...COLUMNS.map(([measure]) => [number(figures.get(measure === 'inspections' ? 'faulting' : measure, inPeriod))]),
      cell(undefined),
    ],
    notes: [
      sentence`${asOfNote(context)}出现次数是有这类问题的督查次数，一次督查查出几类的，合计只计一次；达到${amount(from)}的为高频问题。逾期指过了整改期限仍未整改；再次出现指同类问题整改之后又被查出。`,
    ],
  };
}

/** Where each category was found, and when first and last. */
export function problemPlacesTable(context: ReportContext): Table {
  const found = foundInYear(context);
  return {
    type: 'table',
    title: '问题涉及的科室',
    columns: [{ title: '类别' }, { title: '责任科室' }, { title: '首次查出' }, { title: '最近查出' }],
    rows: categoriesOf(context.figures, context.period).map((category) => {
      const own = found.filter(({ problem }) => problem.category === category);
      const days = own.map(({ inspection }) => inspection.value.date).sort();
      const departments = [...new Set(own.flatMap(({ problem }) => problem.department ?? []))];
      return [
        cell(category),
        departments.length > 0 ? unitNames(context, departments) : cell(undefined, '未登记'),
        dayCell(days[0]),
        dayCell(days.at(-1)),
      ];
    }),
    notes: [asOfNote(context)],
  };
}

/** The problems not yet rectified, by the day they were found. */
export function openProblemsTable(context: ReportContext): Table {
  const open = foundInYear(context)
    .filter(({ problem }) => isOpen(problem, context.asOf))
    .sort((a, b) => byText(a.inspection.value.date, b.inspection.value.date));
  return {
    type: 'table',
    title: '尚未整改的问题',
    columns: [{ title: '查出日' }, { title: '类别' }, { title: '情况' }, { title: '责任科室' }, { title: '整改期限' }],
    rows: open.map(({ inspection, problem }) => [
      dayCell(inspection.value.date),
      cell(problem.category),
      [record(inspection, problem.text)],
      problem.department === undefined ? cell(undefined, '未登记') : unitNames(context, [problem.department]),
      dueCell(problem, context.asOf),
    ]),
    notes: [asOfNote(context)],
  };
}

function byText(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

function dayCell(date: string | undefined): Cell {
  return date === undefined ? cell(undefined) : [day(date, true)];
}

function dueCell(problem: Problem, asOf: string): Cell {
  if (problem.due === undefined) return cell(undefined, '未约定');
  const late: Inline[] = isLate(problem, asOf) ? [text('，逾期')] : [];
  return [day(problem.due, problem.due.slice(0, 4) === asOf.slice(0, 4)), ...late];
}
