import { isTracked } from '../../ledger/first-step.js';
import type { Entry } from '../../ledger/ledger.js';
import { policyValue } from '../../ledger/policy-value.js';
import { taskState } from '../../ledger/state.js';
import { addDays, lastDay, type PartialDate } from '../../text/calendar-date.js';
import { later } from '../days.js';
import type { FigureSource } from '../figure-source.js';
import { isWholeYear, type Period } from '../period.js';
import { byDate, type FindItems, openDays, type TodoItem, type TodoType, unitsOf } from './todo-item.js';

/**
 * Tasks and their milestones whose last day has passed. A due text that is no date is never late, nor is a task of a board
 * whose progress nobody enters (进展未登记): it may well be done.
 */
export const lateTaskItems: FindItems = (source, period) =>
  itemsOf(source, period, '逾期任务', ['逾期', '节点逾期'], (day, { value }) => {
    return day < source.asOf && isTracked(source.ledger, value.board);
  });

/** Tasks due within the workspace's number of days from today; for a part of the year all that are still due in it. */
export const dueTaskItems: FindItems = (source, period, through = source.asOf) => {
  const soon = later(addDays(source.asOf, policyValue(source.ledger, 'dueSoonDays')), through);
  const horizon = isWholeYear(period) ? soon : later(soon, period.until);
  const types = ['即将到期', '节点即将到期'] as const;
  return itemsOf(source, period, '临期任务', types, (day) => day >= source.asOf && day <= horizon);
};

function itemsOf(
  source: FigureSource,
  period: Period,
  group: '逾期任务' | '临期任务',
  [ofTask, ofMilestone]: readonly [TodoType, TodoType],
  within: (day: string, task: Entry<'tasks'>) => boolean,
): readonly TodoItem[] | null {
  const tasks = source.counted('tasks', openDays(period));
  if (tasks.length === 0) return null;
  const items = tasks.filter(isOpen(source)).flatMap((entry): TodoItem[] => {
    const isListed = (by: PartialDate | undefined): by is PartialDate => by !== undefined && within(lastDay(by), entry);
    const { due, branch, departments = [], milestones = [] } = entry.value;
    const base = { group, entry, units: branch === undefined ? departments : unitsOf(branch) };
    const late = isListed(due) ? [{ ...base, type: ofTask, date: due }] : [];
    const steps = milestones.filter(({ done }) => done === undefined || done > source.asOf);
    const listed = steps.flatMap(({ title, due: by }) =>
      isListed(by) ? [{ ...base, type: ofMilestone, part: title, date: by }] : [],
    );
    return [...late, ...listed];
  });
  return byDate(items);
}

function isOpen({ ledger, asOf }: FigureSource): (task: Entry<'tasks'>) => boolean {
  return (task) => {
    const { closed, ended } = taskState(ledger, task, asOf);
    return !closed && !ended;
  };
}
