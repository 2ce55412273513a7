import { overlaps } from '../ledger/in-force.js';
import type { Entry } from '../ledger/ledger.js';
import { activityDay, activityState, isHeld, taskState } from '../ledger/state.js';
import type { Days } from './days.js';
import type { FigureSource } from './figure-source.js';
import { measureTarget } from './targets/target.js';
import { agreementItems } from './todo/agreement-items.js';

/** The kinds of alerts. */
export const ALERT_TYPES = [
  '待确认',
  '日期未到',
  '逾期',
  '即将到期',
  '已到期',
  '待对方签章',
  '严重滞后',
  '滞后序时',
] as const;

/** Something that needs attention as of the day. It depends on the day, so it is never a finding of `validate`. */
export interface Alert {
  readonly type: (typeof ALERT_TYPES)[number];
  readonly entry: Entry;
  /** The day it is about, where there is one. */
  readonly date?: string;
}

/** The alerts of a period: behind pace first, then what waits for a person. */
export function alertsOf(source: FigureSource, period: Days): readonly Alert[] {
  return [
    ...paceAlerts(source, period),
    ...activityAlerts(source, period),
    ...taskAlerts(source, period),
    ...agreementAlerts(source, period),
  ];
}

function paceAlerts(source: FigureSource, { from, until }: Days): Alert[] {
  return source.ledger.all('targets').flatMap((entry): Alert[] => {
    if (!overlaps(entry.value, from, until)) return [];
    const { light } = measureTarget(source, entry);
    if (light === 'red') return [{ type: '严重滞后', entry }];
    return light === 'yellow' ? [{ type: '滞后序时', entry }] : [];
  });
}

/**
 * The activities whose day has passed without a report (待确认), and those that say they were held although that day, or
 * the day they say it for, is still to come (日期未到): one of the two is wrong, and nobody but the office knows which.
 */
export function activityAlerts(source: FigureSource, { from, until }: Days) {
  const { ledger, asOf, confirmedBy, today } = source;
  return ledger.all('activities').flatMap((entry) => {
    const date = activityDay(entry.value, confirmedBy);
    const state = activityState(entry.value, asOf, confirmedBy);
    const isToCome = entry.value.events?.some(({ step, on }) => isHeld(step) && on > today) ?? false;
    const isEarly = isToCome || (state === '已开展' && date > asOf);
    if ((state !== '待确认' && !isEarly) || date < from || until < date) return [];
    return [{ type: isEarly ? ('日期未到' as const) : ('待确认' as const), entry, date }];
  });
}

function taskAlerts(source: FigureSource, days: Days): Alert[] {
  const { ledger, asOf } = source;
  return source
    .counted('tasks', days)
    .filter((entry) => taskState(ledger, entry, asOf).overdue)
    .map((entry) => ({ type: '逾期', entry, ...(entry.value.due ? { date: entry.value.due } : {}) }));
}

/** The agreements of the todo list; an expired one beside another in force is no alert. */
function agreementAlerts(source: FigureSource, days: Days): Alert[] {
  return (agreementItems(source, days) ?? []).flatMap(({ type, entry }): Alert[] =>
    type === '即将到期' || type === '已到期' || type === '待对方签章' ? [{ type, entry }] : [],
  );
}
