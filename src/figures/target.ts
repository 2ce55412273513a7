import type { Entry } from '../ledger/ledger.js';
import { matches } from '../ledger/where.js';
import { daysFromTo } from '../text/calendar-date.js';
import type { Figures } from './figures.js';
import { type Period, upTo } from './period.js';
import { belongsTo, cellsOf } from './target-cells.js';
import { type CountedRecords, type MeasuredCell, type TargetFigures, TargetMaker } from './target-maker.js';

/** The figures of one target as seen on the figures' day. */
export function measureTarget(figures: Figures, entry: Entry<'targets'>): TargetFigures {
  const { each, per } = entry.value;
  return each || per ? measureCells(figures, entry) : measureTotal(figures, entry);
}

/** A plain target: so many within the days; what is expected grows day by day. */
function measureTotal(figures: Figures, entry: Entry<'targets'>): TargetFigures {
  const { from, until, atLeast, count } = entry.value;
  const maker = new TargetMaker(figures, entry);
  const records = matching(figures, entry, entry.value);
  const done = count.sum === undefined ? maker.counted('done', '已完成', records) : maker.summed(records, count.sum);
  const goal = maker.stated('goal', '目标数', atLeast ?? null, '频次未约定');
  const gone = upTo({ from, until }, figures.asOf);
  const elapsed = maker.stated('elapsed', '已过天数', gone ? Math.max(daysFromTo(gone.from, gone.until), 0) : 0);
  // An end before the beginning is an error of the data; forced reports still need a number.
  const days = maker.stated('days', '总天数', Math.max(daysFromTo(from, until), 1));
  return maker.finish(goal, done, maker.paceByDays(goal, elapsed, days), maker.expectedByDays(goal, elapsed, days));
}

/** A target of cells: each must be met by its last day, so what is expected are the cells due. */
function measureCells(figures: Figures, entry: Entry<'targets'>): TargetFigures {
  const maker = new TargetMaker(figures, entry);
  const {
    atLeast,
    count: { sum },
  } = entry.value;
  const cells = cellsOf(figures.ledger, entry);
  const made = cells.map((cell): MeasuredCell => {
    const records = matching(figures, entry, cell).filter((record) => belongsTo(entry, record, cell));
    const done =
      sum === undefined ? maker.counted('done', '已完成', records, cell.key) : maker.summed(records, sum, cell.key);
    const met = atLeast !== undefined && (done.value ?? 0) >= atLeast;
    return { cell, done, met, due: cell.until <= figures.asOf };
  });
  const due = maker.stated('due', '到期数', made.filter((cell) => cell.due).length);
  if (atLeast === undefined) {
    const done = maker.counted('done', '已完成', matching(figures, entry, entry.value));
    const goal = maker.stated('goal', '目标数', null, '频次未约定');
    return maker.finish(goal, done, maker.paceByCells(goal, due), maker.expectedByCells(goal, due));
  }
  const goal = maker.cells(made.map(({ done }) => done));
  const done = maker.met(made, atLeast);
  return maker.finish(goal, done, maker.paceByCells(goal, due), maker.expectedByCells(goal, due), made);
}

function matching(figures: Figures, { value }: Entry<'targets'>, period: Period): CountedRecords {
  return figures
    .counted(value.count.kind, upTo(period, figures.asOf) ?? { from: '9999-12-31', until: '9999-12-31' })
    .filter((record) => matches(figures.ledger, record, value.count.where));
}
