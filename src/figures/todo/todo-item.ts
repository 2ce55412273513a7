import { type Entry, labelOf } from '../../ledger/ledger.js';
import { type DateString, daysFromTo, lastDay, type PartialDate } from '../../text/calendar-date.js';
import type { Days } from '../days.js';
import type { FigureSource } from '../figure-source.js';
import { type Period, yearPeriod } from '../period.js';

/** What a Monday's list is sorted into, most urgent first: what is late, what waits for a word, what comes. */
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
/** The measure of how many things wait. */
export const TODO_MEASURE = 'todo';

export type TodoGroup = (typeof TODO_GROUPS)[number];

export type TodoType =
  | '待确认'
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

/** One thing for somebody to see to, as of the day. */
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

/** Finds the items of one group in the year of a period; null where the ledger has nothing of the kind: then nothing is said of it. */
export type FindItems = (source: FigureSource, period: Period) => readonly TodoItem[] | null;

/** The days whose records may still wait: in January what December left open is not done with. */
export function openDays({ year }: Period): Days {
  return { from: yearPeriod(year - 1).from, until: yearPeriod(year).until };
}

/** Whether an item falls due within days: on its day, or on the last day of its cycle. What has no day falls due on none. */
export function isDueWithin({ date, until }: TodoItem, days: Days): boolean {
  const due = until ?? date;
  return due !== undefined && days.from <= lastDay(due) && lastDay(due) <= days.until;
}

const LATE: readonly TodoType[] = ['逾期', '节点逾期', '未整改', '已到期'];

/** Days since the last day allowed; null where nothing was due on a day. */
export function overdueDays({ type, date }: TodoItem, asOf: DateString): number | null {
  return date !== undefined && LATE.includes(type) ? daysFromTo(lastDay(date), asOf) - 1 : null;
}

/** Whether a sample stands behind an item's being counted. */
export function hasSample({ entry, subject, besideSamples = false }: TodoItem): boolean {
  return entry.sample || besideSamples || (subject?.sample ?? false);
}

/** Items in the order of their days, those without one last; the ledger's order otherwise. */
export function byDate(items: readonly TodoItem[]): readonly TodoItem[] {
  const day = ({ date }: TodoItem): string => (date === undefined ? '9999' : lastDay(date));
  return items.toSorted((a, b) => (day(a) < day(b) ? -1 : Number(day(a) > day(b))));
}

/** The units named, each once; a lead nobody has entered is none. */
export function unitsOf(...ids: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** What an item is called where there is room for one name: the record, and what within it. */
export function itemLabel({ entry, part, occasion, subject }: TodoItem): string {
  // The cell of a branch in a month is named after both.
  const names = [labelOf(entry), part ?? (subject && labelOf(subject)), occasion];
  return names.filter((name) => name !== undefined).join('·');
}
