import type { Inline } from '../../document/report-document.js';
import type { Days } from '../../figures/days.js';
import type { Entry } from '../../ledger/ledger.js';
import type { DateString } from '../../text/calendar-date.js';

/** What stands in the calendar, in the order in which a day lists it. */
const CALENDAR_GROUPS = ['放假', '节气', '节日', '活动', '会议', '督查', '到期', '周目标'] as const;

export type CalendarGroup = (typeof CALENDAR_GROUPS)[number];

/** One thing on one day, or on several days in a row. */
export interface CalendarItem {
  readonly group: CalendarGroup;
  readonly date: DateString;
  /** The last day; the day itself unless given. */
  readonly until?: DateString;
  /** The name of the day: a solar term, a festival. */
  readonly occasion?: string;
  readonly what: readonly Inline[];
  /** 已开展, 待安排, 逾期; none where there is nothing to say. */
  readonly state?: string;
  /** Where it takes place, in the record's own words. */
  readonly place?: string;
  /** Ids of the branches or departments that see to it. */
  readonly units: readonly string[];
  /** The record it is about; none for a day of the calendar. */
  readonly entry?: Entry;
  /** What within the record: a milestone, a week, an action and its solar term. It tells two items of a record apart. */
  readonly part?: string;
}

/** The state of what will not take place. */
export const CANCELLED = '已取消';

function daysOfItem({ date, until = date }: Pick<CalendarItem, 'date' | 'until'>): Days {
  return { from: date, until };
}

/** Whether an item has something to do with some days. */
export function touches(item: Pick<CalendarItem, 'date' | 'until'>, days: Days): boolean {
  const { from, until } = daysOfItem(item);
  return from <= days.until && days.from <= until;
}

/** By group, for the items of one day. */
export function byGroup(a: CalendarItem, b: CalendarItem): number {
  return CALENDAR_GROUPS.indexOf(a.group) - CALENDAR_GROUPS.indexOf(b.group);
}
