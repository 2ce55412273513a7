import type { Figure } from '../document/figure.js';
import type { Entry } from '../ledger/ledger.js';
import { matches } from '../ledger/where.js';
import { daysFromTo, LATEST_DAY, lastDay } from '../text/calendar-date.js';
import type { Figures } from './figures.js';
import { earlier, type Period, upTo } from './period.js';
import { belongsTo, cellsOf } from './target-cells.js';
import { type CountedRecords, type MeasuredCell, type TargetFigures, TargetMaker } from './target-maker.js';

/** The figures of one target as seen on the figures' day, or at the end of an earlier month, as `--as-of` then saw it. */
export function measureTarget(figures: Figures, entry: Entry<'targets'>, month?: string): TargetFigures {
  const { each, per } = entry.value;
  const asOf = month === undefined ? figures.asOf : earlier(lastDay(month), figures.asOf);
  const maker = new TargetMaker(figures, entry, month);
  return each || per ? measureCells(figures, maker, asOf) : measureTotal(figures, maker, asOf);
}

/** A plain target: so many within the days; what is expected grows day by day. */
function measureTotal(figures: Figures, maker: TargetMaker, asOf: string): TargetFigures {
  const { entry } = maker;
  const done = maker.amount('done', '已完成', matching(figures, entry, entry.value, asOf));
  const goal = maker.stated('goal', '目标数', entry.value.atLeast ?? null, '频次未约定');
  const { elapsed, days } = daysOf(maker, asOf);
  return maker.finish(goal, done, maker.paceByDays(goal, elapsed, days), maker.expectedByDays(goal, elapsed, days));
}

/** How many of a target's days have gone, and how many there are. */
export function daysOf(maker: TargetMaker, asOf: string): { readonly elapsed: Figure; readonly days: Figure } {
  const { from, until } = maker.entry.value;
  const gone = upTo({ from, until }, asOf);
  const elapsed = maker.stated('elapsed', '已过天数', gone ? Math.max(daysFromTo(gone.from, gone.until), 0) : 0);
  // An end before the beginning is an error of the data; forced reports still need a number.
  const days = maker.stated('days', '总天数', Math.max(daysFromTo(from, until), 1));
  return { elapsed, days };
}

/** A target of cells: each must be met by its last day, so what is expected are the cells due. */
function measureCells(figures: Figures, maker: TargetMaker, asOf: string): TargetFigures {
  const { entry } = maker;
  const { atLeast } = entry.value;
  const cells = cellsOf(figures.ledger, entry);
  const made = cells.map((cell): MeasuredCell => {
    const records = matching(figures, entry, cell, asOf).filter((record) => belongsTo(entry, record, cell));
    const done = maker.amount('done', '已完成', records, cell.key);
    const met = atLeast !== undefined && (done.value ?? 0) >= atLeast;
    return { cell, done, met, due: cell.until <= asOf };
  });
  const due = maker.stated('due', '到期数', made.filter((cell) => cell.due).length);
  if (atLeast === undefined) {
    const done = maker.amount('done', '已完成', matching(figures, entry, entry.value, asOf));
    const goal = maker.stated('goal', '目标数', null, '频次未约定');
    return maker.finish(goal, done, maker.paceByCells(goal, due), maker.expectedByCells(goal, due));
  }
  const goal = maker.cells(made.map(({ done }) => done));
  const done = maker.met(made, atLeast);
  return maker.finish(goal, done, maker.paceByCells(goal, due), maker.expectedByCells(goal, due), made, due);
}

/** The records a target counts within a period up to a day. */
export function matching(
  figures: Figures,
  { value }: Entry<'targets'>,
  period: Period,
  asOf = figures.asOf,
): CountedRecords {
  return figures
    .counted(value.count.kind, upTo(period, asOf) ?? { from: LATEST_DAY, until: LATEST_DAY }, asOf)
    .filter((record) => matches(figures.ledger, record, value.count.where));
}
