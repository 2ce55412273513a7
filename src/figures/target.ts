import type { Figure } from '../document/figure.js';
import type { Entry } from '../ledger/ledger.js';
import { daysFromTo } from '../text/calendar-date.js';
import type { Figures } from './figures.js';
import { type Period, upTo } from './period.js';
import { belongsTo, cellsOf } from './target-cells.js';
import { type CountedRecords, type TargetFigures, TargetMaker } from './target-maker.js';
import { matches } from './where.js';

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
  const goal = atLeast ?? null;
  const gone = upTo({ from, until }, figures.asOf);
  const elapsed = gone ? Math.max(daysFromTo(gone.from, gone.until), 0) : 0;
  // An end before the beginning is an error of the data; forced reports still need a number.
  const days = Math.max(daysFromTo(from, until), 1);
  return maker.finish(
    maker.number('goal', '目标数', goal, [], '频次未约定'),
    done,
    elapsed / days,
    goal === null ? null : Math.floor((goal * elapsed) / days),
  );
}

/** A target of cells: each must be met by its last day, so what is expected are the cells due. */
function measureCells(figures: Figures, entry: Entry<'targets'>): TargetFigures {
  const maker = new TargetMaker(figures, entry);
  const {
    atLeast,
    count: { sum },
  } = entry.value;
  const cells = cellsOf(figures.ledger, entry);
  const made = cells.map((cell) => {
    const records = matching(figures, entry, cell).filter((record) => belongsTo(entry, record, cell));
    return sum === undefined
      ? maker.counted('done', '已完成', records, cell.key)
      : maker.summed(records, sum, cell.key);
  });
  if (atLeast === undefined) {
    const done = maker.counted('done', '已完成', matching(figures, entry, entry.value));
    return maker.finish(maker.number('goal', '目标数', null, [], '频次未约定'), done, 0, null);
  }
  const met = made.filter((cell) => (cell.value ?? 0) >= atLeast);
  const ids = made.map(({ id }) => id);
  const goal = maker.number('goal', '目标数', cells.length, ids);
  const done: Figure = {
    ...maker.number(
      'done',
      '已完成',
      met.length,
      met.map(({ id }) => id),
    ),
    formula: 'count',
    records: () => met.flatMap((cell) => [...cell.records()]),
    sample: met.some(({ sample }) => sample),
  };
  const due = cells.filter((cell) => cell.until <= figures.asOf).length;
  return maker.finish(goal, figures.keep(done), cells.length === 0 ? 0 : due / cells.length, due);
}

function matching(figures: Figures, { value }: Entry<'targets'>, period: Period): CountedRecords {
  return figures
    .counted(value.count.kind, upTo(period, figures.asOf) ?? { from: '9999-12-31', until: '9999-12-31' })
    .filter((record) => matches(figures.ledger, record, value.count.where));
}
