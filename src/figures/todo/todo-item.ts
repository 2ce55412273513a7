import { type Entry, labelOf } from '../../ledger/ledger.js';
import { type DateString, daysFromTo, lastDay, lastDayOfWeek, type PartialDate } from '../../text/calendar-date.js';
import type { Days } from '../days.js';
import type { FigureSource } from '../figure-source.js';
import { type Period, yearPeriod } from '../period.js';

/** The groups of the todo list, the most urgent first: overdue, unconfirmed, upcoming. */
export const TODO_GROUPS = [
  '逾期任务',
  '逾期整改',
  '待确认活动',
  '点单',
  '协议',
  '周期目标',
  '覆盖目标',
  '临期任务',
  '节气节日',
] as const;
/** The measure that counts todo items. */
export const TODO_MEASURE = 'todo';

export type TodoGroup = (typeof TODO_GROUPS)[number];

export function isTodoGroup(word: string): word is TodoGroup {
  return (TODO_GROUPS as readonly string[]).includes(word);
}

export type TodoType =
  | '待确认'
  | '日期未到'
  | '逾期'
  | '节点逾期'
  | '即将到期'
  | '节点即将到期'
  | '未整改'
  | '待派单'
  | '待接单'
  | '待办单'
  | '已到期'
  | '待对方签章'
  | '未签订'
  | '未登记协议'
  | '未完成'
  | '本期未完成'
  | '空白'
  | '即将到来';

/** One item of the todo list, as of the day. */
export interface TodoItem {
  readonly group: TodoGroup;
  readonly type: TodoType;
  /** The record it is about: the list counts under it. */
  readonly entry: Entry;
  /** What within the record: a milestone, a problem's category, a cell of a target, an action. */
  readonly part?: string;
  /** The day it is about: held, due, expired, a solar term's; none where the records have none. */
  readonly date?: PartialDate;
  /** The last day of a period that begins on `date`. */
  readonly until?: DateString;
  /** The solar term, festival or other day it is about. */
  readonly occasion?: string;
  /** The branch, pairing or board that a target's cell is about. */
  readonly subject?: Entry;
  /** Something is missing here beside samples (示例) that are there: without them more would be. */
  readonly besideSamples?: boolean;
  /** Ids of the branches, or departments, it concerns. */
  readonly units: readonly string[];
}

/**
 * Finds the items of one group in the year of a period; null where the ledger has no such records, so that the group is
 * not mentioned.
 */
export type FindItems = (
  source: FigureSource,
  period: Period,
  /** The day up to which to look ahead, where that is farther than usual. */
  through?: DateString,
) => readonly TodoItem[] | null;

/** The days whose records may be open: in January those of December too. */
export function openDays({ year }: Period): Days {
  return { from: yearPeriod(year - 1).from, until: yearPeriod(year).until };
}

/** Whether an item falls due within days: by its day, or the last day of its cycle; false for an item without a day. */
export function isDueWithin({ date, until }: TodoItem, days: Days): boolean {
  const due = until ?? date;
  return due !== undefined && days.from <= lastDay(due) && lastDay(due) <= days.until;
}

/** What has gone by and cannot be made good: a week that was missed, a solar term without an activity. */
function isGone({ group, type }: TodoItem): boolean {
  return type === '空白' || (group === '周期目标' && type === '未完成');
}

/** The last day of an item's day or cycle; empty for an item without one. */
export function dueDayOf({ date, until }: TodoItem): string {
  const due = until ?? date;
  return due === undefined ? '' : lastDay(due);
}

/** Whether an item has to be dealt with by a day, or should have been already. */
export function isDueBy(item: TodoItem, by: DateString): boolean {
  const due = dueDayOf(item);
  return due !== '' && due <= by && !UNDATED.includes(item.type) && !isGone(item);
}

/** When an item asks to be dealt with: its day has passed, comes this week, or comes later or is unknown. */
export const TODO_TIMES = ['已过期限', '本周', '以后'] as const;

export type TodoTime = (typeof TODO_TIMES)[number];

/** Types whose date is no day to be ready by: an order or a signature that was given, a report before its day. */
const UNDATED: readonly TodoType[] = ['待派单', '待接单', '待办单', '待对方签章', '日期未到'];

/** The time of an item as seen on a day; a week is Monday to Sunday. */
export function todoTime({ type, date, until }: TodoItem, asOf: DateString): TodoTime {
  const due = until ?? date;
  if (due === undefined || UNDATED.includes(type)) return '以后';
  if (lastDay(due) < asOf) return '已过期限';
  return lastDay(due) <= lastDayOfWeek(asOf) ? '本周' : '以后';
}

const LATE: readonly TodoType[] = ['逾期', '节点逾期', '未整改', '已到期'];

/** Days since the due day; null without one. */
export function overdueDays({ type, date }: TodoItem, asOf: DateString): number | null {
  return date !== undefined && LATE.includes(type) ? daysFromTo(lastDay(date), asOf) - 1 : null;
}

/** Whether an item depends on a sample. */
export function hasSample({ entry, subject, besideSamples = false }: TodoItem): boolean {
  return entry.sample || besideSamples || (subject?.sample ?? false);
}

/** Items in the order of their days, those without one last; the ledger's order otherwise. */
export function byDate(items: readonly TodoItem[]): readonly TodoItem[] {
  const day = ({ date }: TodoItem): string => (date === undefined ? '9999' : lastDay(date));
  return items.toSorted((a, b) => (day(a) < day(b) ? -1 : Number(day(a) > day(b))));
}

/** The units named, each once, without missing ones. */
export function unitsOf(...ids: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** The short name of an item: the record, and the part of it that is meant. */
export function itemLabel({ entry, part, occasion, subject }: TodoItem): string {
  // The cell of a branch in a month is named after both.
  const names = [labelOf(entry), part ?? (subject && labelOf(subject)), occasion];
  return names.filter((name) => name !== undefined).join('·');
}
