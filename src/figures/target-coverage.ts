import type { Figure } from '../document/figure.js';
import type { Entry } from '../ledger/ledger.js';
import { monthOf } from '../text/calendar-date.js';
import type { Figures } from './figures.js';
import { type MeasuredCell, TargetMaker } from './target-maker.js';

/** `missed` of a target of cells; the others of one month, where a cell belongs to the month it falls due in. */
export const COVERAGE_MEASURES: readonly string[] = ['missed', 'met-due', 'due-in', 'met-in', 'missed-in'];

/** The cells whose last day has passed without what was to be done in them: weeks without an inspection. */
export function missedCells(cells: readonly MeasuredCell[]): readonly MeasuredCell[] {
  return cells.filter(({ due, met }) => due && !met);
}

export function missedOf(figures: Figures, entry: Entry<'targets'>): Figure {
  const missed = missedCells(figures.target(entry).cells);
  return new TargetMaker(figures, entry).tally('missed', '漏下', '到期而没有完成的格的个数', figuresOf(missed));
}

/** How many of the cells due have been met; a week still running is not among them. */
export function metDueOf(figures: Figures, entry: Entry<'targets'>): Figure {
  const met = figures.target(entry).cells.filter((each) => each.due && each.met);
  return new TargetMaker(figures, entry).tally('met-due', '到期并完成', '到期并已完成的格的个数', figuresOf(met));
}

/** How many cells fell due in a month, were met and were missed. */
export function coverageIn(figures: Figures, entry: Entry<'targets'>, month: string) {
  const maker = new TargetMaker(figures, entry, month);
  const due = figures.target(entry).cells.filter((each) => each.due && monthOf(each.cell.until) === month);
  return {
    // How many fell due follows from the days, whatever was done in them.
    due: maker.tally('due-in', '当月到期', '当月到期的格的个数', figuresOf(due), { sample: entry.sample }),
    met: maker.tally('met-in', '当月完成', '其中完成的格的个数', figuresOf(due.filter(({ met }) => met))),
    missed: maker.tally('missed-in', '当月漏下', '其中没有完成的格的个数', figuresOf(missedCells(due))),
  };
}

function figuresOf(cells: readonly MeasuredCell[]): readonly Figure[] {
  return cells.map(({ done }) => done);
}
