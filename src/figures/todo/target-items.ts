import { overlaps } from '../../ledger/in-force.js';
import type { Entry } from '../../ledger/ledger.js';
import { upTo } from '../days.js';
import type { FigureSource } from '../figure-source.js';
import { yearPeriod } from '../period.js';
import type { MeasuredCell } from '../targets/measured-cells.js';
import { seeTarget } from '../targets/seen-target.js';
import { measureTarget } from '../targets/target.js';
import { byDate, type FindItems, type TodoItem, unitsOf } from './todo-item.js';

/** Missed cycles (weeks, months …) of targets, and the current one while it is not met. */
export const cycleItems: FindItems = (source, { year }) => {
  const targets = targetsKept(source, year).filter(({ value }) => value.per !== undefined);
  return targets.length === 0 ? null : byDate(targets.flatMap((target) => itemsOf(source, target, '周期目标')));
};

/** Subjects of coverage targets (branches, pairings …) that are not met: branches without a project. */
export const coverageItems: FindItems = (source, { year }) => {
  const targets = targetsKept(source, year).filter(({ value }) => value.per === undefined && value.each !== undefined);
  return targets.length === 0 ? null : targets.flatMap((target) => itemsOf(source, target, '覆盖目标'));
};

/** The targets with a number to reach that have begun. */
export function targetsBegun({ ledger, asOf }: FigureSource, year: number): readonly Entry<'targets'>[] {
  const days = upTo(yearPeriod(year), asOf);
  if (days === null) return [];
  return ledger
    .all('targets')
    .filter(({ value }) => value.atLeast !== undefined && overlaps(value, days.from, days.until));
}

/** Where nobody keeps what a target counts, nothing is known to be missing. */
function targetsKept(source: FigureSource, year: number): readonly Entry<'targets'>[] {
  return targetsBegun(source, year).filter((entry) => seeTarget(source, entry).keeping.unknown === undefined);
}

function itemsOf(source: FigureSource, target: Entry<'targets'>, group: '周期目标' | '覆盖目标'): TodoItem[] {
  const { cells, done } = measureTarget(source, target);
  return cells
    .filter(({ met, cell }) => !met && cell.from <= source.asOf)
    .map((measured) => ({ ...itemOf(source, target, group, measured), besideSamples: done.sample }));
}

function itemOf(
  source: FigureSource,
  entry: Entry<'targets'>,
  group: '周期目标' | '覆盖目标',
  { cell, due }: MeasuredCell,
): TodoItem {
  const { key, of: subject, from, until } = cell;
  const units = subject ? unitsOf(unitOf(source, subject)) : [];
  const type = due || group === '覆盖目标' ? '未完成' : '本期未完成';
  const period = group === '周期目标' ? { part: key, date: from, until } : { date: until };
  return { group, type, entry, units, ...period, ...(subject ? { subject } : {}) };
}

/** The unit responsible for a subject: a branch or department itself, or the lead of a pairing; none for a board. */
function unitOf({ ledger }: FigureSource, { kind, id }: Entry): string | undefined {
  if (kind === 'pairings') return ledger.get('pairings', id)?.value.lead;
  return kind === 'boards' ? undefined : id;
}
