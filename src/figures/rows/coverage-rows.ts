import { upTo } from '../days.js';
import { type Dimensions, daysOf, TIMES } from '../figure-id.js';
import { keeping } from '../kept.js';
import { percentOf } from '../percent.js';
import { dayLastYear } from '../period.js';
import { refOf } from '../ref-of.js';
import type { FigureRow, Made } from '../row.js';
import { type MeasuredCell, measuredCells, missedCells } from '../targets/measured-cells.js';
import { boardTypeIn, type SeenTarget, seeTarget, targetRow } from '../targets/seen-target.js';
import { amountOf, matching } from '../targets/target-records.js';
import { tally } from './target-rows.js';

const least = (part: number, whole: number): number => Math.max(0, whole - part);
const figuresOf = (cells: readonly MeasuredCell[]) => cells.map(({ done }) => done);

/** What a target lacks; for a target of cells, those missed and met, in total and by due day. */
export const COVERAGE_ROWS: readonly FigureRow[] = [
  targetRow({
    name: 'short',
    label: '尚缺',
    make: ({ get }) => ({
      made: 'derived',
      formula: 'ratio',
      inputs: [get('goal'), get('done')],
      rule: '目标数 − 已完成，超额时为零',
      value: ([goal = null, done = null]) => (goal === null || done === null ? null : least(done, goal)),
      records: () => [],
      missing: '不可比',
    }),
  }),
  targetRow({ name: 'done-last-year', label: '上年同期', make: doneLastYear }),
  targetRow({
    name: 'done-growth',
    label: '比上年同期增长',
    unit: '%',
    decimals: 1,
    make: ({ get }) => ({
      made: 'derived',
      formula: 'ratio',
      inputs: [get('done'), get('done-last-year')],
      rule: '（本年 − 上年）÷ 上年 × 100，保留一位小数',
      value: ([now = null, then = null]) => (now === null || then === null ? null : percentOf(now - then, then)),
      missing: '不可比',
    }),
  }),
  targetRow({
    name: 'missed',
    label: '漏下',
    may: ['month'],
    make: (target) => ({
      ...tally('到期而没有完成的格的个数', figuresOf(missedCells(measuredCells(target)))),
      ...target.keeping,
    }),
  }),
  targetRow({
    name: 'met-due',
    label: '到期并完成',
    may: ['month'],
    // A week still running is not among them.
    make: (target) => ({
      ...tally('到期并已完成的格的个数', figuresOf(measuredCells(target).filter((cell) => cell.due && cell.met))),
      ...target.keeping,
    }),
  }),
  targetRow({
    name: 'due-in',
    label: '期内到期',
    may: TIMES,
    make: (target, dimensions) => ({
      ...tally(`${inWords(dimensions)}到期的格的个数`, figuresOf(fallenDue(target, dimensions))),
      label: `${inWords(dimensions)}到期`,
      // How many fell due follows from the days, whatever was done in them.
      witnesses: [target.entry],
    }),
  }),
  targetRow({
    name: 'met-in',
    label: '期内完成',
    may: TIMES,
    make: (target, dimensions) => ({
      ...tally('其中完成的格的个数', figuresOf(fallenDue(target, dimensions).filter(({ met }) => met))),
      label: `${inWords(dimensions)}完成`,
      ...target.keeping,
    }),
  }),
  targetRow({
    name: 'missed-in',
    label: '期内漏下',
    may: TIMES,
    make: (target, dimensions) => ({
      ...tally('其中没有完成的格的个数', figuresOf(missedCells(fallenDue(target, dimensions)))),
      label: `${inWords(dimensions)}漏下`,
      ...target.keeping,
    }),
  }),
];

/** What a target counts, on the same days of the year before; none for targets of cells, whose branches and weeks change. */
function doneLastYear(target: SeenTarget): Made {
  const { from, until, each, per, count } = target.entry.value;
  const days = upTo({ from, until }, target.asOf);
  if (each || per || days === null) {
    return { made: 'stated', value: null, missing: '不可比', records: [refOf(target.entry)] };
  }
  const before = { from: dayLastYear(days.from), until: dayLastYear(days.until) };
  const kept = keeping(target.source, count.kind, before, boardTypeIn(count.where));
  return { ...amountOf(target, matching(target, before)), ...kept };
}

const inWords = ({ month }: Dimensions): string => (month === undefined ? '期内' : '当月');

/** The cells that fell due within the days of an id, in their state on the figures' day. */
function fallenDue({ source, entry }: SeenTarget, dimensions: Dimensions): readonly MeasuredCell[] {
  const days = daysOf(dimensions) ?? entry.value;
  return measuredCells(seeTarget(source, entry)).filter(
    ({ cell, due }) => due && days.from <= cell.until && cell.until <= days.until,
  );
}
