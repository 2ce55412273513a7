import type { FigureSource } from '../figure-source.js';
import { isWholeYear, type Period } from '../period.js';
import { activityItems } from './activity-items.js';
import { agreementItems } from './agreement-items.js';
import { occasionItems } from './occasion-items.js';
import { problemItems } from './problem-items.js';
import { requestItems } from './request-items.js';
import { coverageItems, cycleItems } from './target-items.js';
import { dueTaskItems, lateTaskItems } from './task-items.js';
import { type FindItems, isDueWithin, TODO_GROUPS, type TodoGroup, type TodoItem } from './todo-item.js';

const FIND = {
  逾期任务: lateTaskItems,
  逾期整改: problemItems,
  待确认活动: activityItems,
  点单: requestItems,
  协议: agreementItems,
  周期目标: cycleItems,
  覆盖目标: coverageItems,
  临期任务: dueTaskItems,
  节气节日: occasionItems,
} satisfies Record<TodoGroup, FindItems>;

/** One group of the todo list and its items, empty where nothing is open. */
export interface TodoList {
  readonly group: TodoGroup;
  readonly items: readonly TodoItem[];
}

/**
 * The groups of a period as of the figures' day, for all or for one branch, without those the ledger has no records
 * for.
 * @param through the day up to which to look ahead, where that is farther than usual
 */
export function todoLists(
  source: FigureSource,
  period: Period,
  branch?: string,
  through?: string,
): readonly TodoList[] {
  return TODO_GROUPS.flatMap((group) => {
    const items = todoItems(source, group, period, branch, through);
    return items === null ? [] : [{ group, items }];
  });
}

/** Groups that seldom concern a branch: for a branch they are left out where they are empty. */
const OF_THE_HOSPITAL: readonly TodoGroup[] = ['逾期整改', '周期目标', '节气节日'];

/** The items of one group; null where the ledger, or the branch, has no such records. */
export function todoItems(
  source: FigureSource,
  group: TodoGroup,
  period: Period,
  branch?: string,
  through?: string,
): readonly TodoItem[] | null {
  const items = itemsIn(source, group, period, through);
  if (items === null || branch === undefined) return items;
  const own = items.filter(({ units }) => units.includes(branch));
  return own.length === 0 && OF_THE_HOSPITAL.includes(group) ? null : own;
}

/** All items of a year; for a part of it, those that fall due in its days. */
function itemsIn(
  source: FigureSource,
  group: TodoGroup,
  period: Period,
  through: string | undefined,
): readonly TodoItem[] | null {
  const items = FIND[group](source, period, through);
  return items === null || isWholeYear(period) ? items : items.filter((item) => isDueWithin(item, period));
}
