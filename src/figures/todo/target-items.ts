import { overlaps } from '../../ledger/in-force.js';
import type { Entry } from '../../ledger/ledger.js';
import type { Figures } from '../figures.js';
import { upTo, yearPeriod } from '../period.js';
import type { MeasuredCell } from '../target-maker.js';
import { byDate, type FindItems, type TodoItem, unitsOf } from './todo-item.js';

/** Weeks (or months …) that passed without what every one of them needs, and the running one while it lacks it. */
export const cycleItems: FindItems = (figures, year) => {
  const targets = targetsOf(figures, year).filter(({ value }) => value.per !== undefined);
  return targets.length === 0 ? null : byDate(targets.flatMap((target) => itemsOf(figures, target, '周期目标')));
};

/** Branches (or pairings …) of which every one has something to do once, and has not: branches without a project. */
export const coverageItems: FindItems = (figures, year) => {
  const targets = targetsOf(figures, year).filter(({ value }) => value.per === undefined && value.each !== undefined);
  return targets.length === 0 ? null : targets.flatMap((target) => itemsOf(figures, target, '覆盖目标'));
};

/** Those that have begun; without a number to reach nothing is missing. */
function targetsOf({ ledger, asOf }: Figures, year: number): readonly Entry<'targets'>[] {
  const days = upTo(yearPeriod(year), asOf);
  if (days === null) return [];
  return ledger
    .all('targets')
    .filter(({ value }) => value.atLeast !== undefined && overlaps(value, days.from, days.until));
}

function itemsOf(figures: Figures, target: Entry<'targets'>, group: '周期目标' | '覆盖目标'): TodoItem[] {
  const { cells, done } = figures.target(target);
  return cells
    .filter(({ met, cell }) => !met && cell.from <= figures.asOf)
    .map((measured) => ({ ...itemOf(figures, target, group, measured), besideSamples: done.sample }));
}

function itemOf(
  figures: Figures,
  entry: Entry<'targets'>,
  group: '周期目标' | '覆盖目标',
  { cell, due }: MeasuredCell,
): TodoItem {
  const { key, of: subject, from, until } = cell;
  const units = subject ? unitsOf(unitOf(figures, subject)) : [];
  const type = due || group === '覆盖目标' ? '未完成' : '本期未完成';
  const period = group === '周期目标' ? { part: key, date: from, until } : { date: until };
  return { group, type, entry, units, ...period, ...(subject ? { subject } : {}) };
}

/** A branch or department itself; the one that leads a pairing. A board is nobody's alone. */
function unitOf({ ledger }: Figures, { kind, id }: Entry): string | undefined {
  if (kind === 'pairings') return ledger.get('pairings', id)?.value.lead;
  return kind === 'boards' ? undefined : id;
}
