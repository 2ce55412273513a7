import type { Figure } from '../document/figure.js';
import type { Cell, Table } from '../document/report-document.js';
import type { Dimensions } from '../figures/figure-id.js';
import type { Figures } from '../figures/figures.js';
import { type Period, parsePeriod, yearBefore } from '../figures/period.js';
import { fieldWords } from '../schema/kinds.js';
import type { ReportContext } from './context.js';
import { cell, day, number, record, sentence, text } from './inlines.js';
import { monthsSeen } from './months.js';
import { ofProgram } from './names.js';
import { asOfNote } from './notes.js';
import { actionsOfYear, targetsOfYear } from './selection.js';

/** One thing beside the same of the year before. */
interface Compared {
  readonly name: Cell;
  readonly now: Figure;
  readonly before: Figure;
  /** In percent; without a value where the two cannot be compared. */
  readonly growth: Figure;
  /** Why they cannot although both are known. */
  readonly reason?: string;
}

/** Whether both years have the same types of activities: a type registered for the first time is no growth. */
export function sameTypes(figures: Figures, period: Period): boolean {
  const held = ({ dimensions }: Period) =>
    fieldWords('activities', 'types').filter((type) => figures.get('activities', { ...dimensions, type }).value);
  return held(period).join() === held(yearBefore(period)).join();
}

/** All activities of the period. */
export function activitiesCompared(context: ReportContext): Compared {
  const { figures, period } = context;
  const compared = comparedBy(figures, [text('服务活动')], period.dimensions);
  const isStated = compared.before.formula === 'fact';
  return isStated || sameTypes(figures, period) ? compared : { ...compared, reason: '两年的活动类型不同' };
}

export function actionsCompared(context: ReportContext): readonly Compared[] {
  const actions = actionsOfYear(context);
  return actions.map(({ program, action }) =>
    comparedBy(context.figures, [text(`${action.name ?? action.id}${ofProgram(context, program, actions)}`)], {
      ...context.period.dimensions,
      program,
      action: action.id,
    }),
  );
}

export function monthsCompared(context: ReportContext): readonly Compared[] {
  return monthsSeen(context).flatMap(({ key, dimensions }) => {
    const month = dimensions.period === undefined ? parsePeriod(key)?.dimensions : dimensions;
    return month ? [comparedBy(context.figures, [day(key, true)], month)] : [];
  });
}

/** The targets on their own days, not on those of a part of the year. */
export function targetsCompared(context: ReportContext): readonly Compared[] {
  const { figures } = context;
  return targetsOfYear(context).map((entry) => {
    const [now, before, growth] = ['done', 'done-last-year', 'done-growth'].map((measure) =>
      figures.get(measure, { target: entry.id }),
    ) as [Figure, Figure, Figure];
    const isByCells = entry.value.each !== undefined || entry.value.per !== undefined;
    return { name: [record(entry)], now, before, growth, ...(isByCells ? { reason: '逐格计的目标' } : {}) };
  });
}

function comparedBy(figures: Figures, name: Cell, dimensions: Dimensions): Compared {
  const growth = figures.get('growth', dimensions);
  const [, stated = ''] = growth.inputs;
  const before = figures.byId(stated) ?? figures.get('last-year', dimensions);
  return { name, now: figures.get('activities', dimensions), before, growth };
}

/** 与上年同期比较; no row at all where nothing can be compared. */
export function yearOnYearTable(context: ReportContext, compared: readonly Compared[]): Table {
  const isAny = compared.some(({ growth, reason }) => growth.value !== null && reason === undefined);
  return {
    type: 'table',
    title: '与上年同期比较',
    columns: [
      { title: '名目' },
      { title: '本年', align: 'right' },
      { title: '上年同期', align: 'right' },
      { title: '同比', align: 'right' },
    ],
    rows: (isAny ? compared : []).map((each) => [each.name, [number(each.now)], [number(each.before)], change(each)]),
    notes: [
      sentence`${asOfNote(context)}上年同期是上一年的同样日子，期间没有完的只到同一天；同比是增长的百分比，正数为增长，负数为下降。`,
    ],
  };
}

function change({ now, before, growth, reason }: Compared): Cell {
  const why = reason ?? reasonOf(now, before);
  if (why !== undefined || growth.value === null) return cell(`不可比（${why ?? '没有数'}）`);
  return [{ type: 'figure', figure: growth, sign: true }];
}

function reasonOf(now: Figure, before: Figure): string | undefined {
  if (now.value === null) return `本年${now.missing ?? '没有数'}`;
  if (before.value === null) return `上年${before.missing ?? '没有数'}`;
  return before.value === 0 ? '上年没有' : undefined;
}
