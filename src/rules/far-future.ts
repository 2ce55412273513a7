import { recordDays } from '../ledger/kind-table.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import { activityDay } from '../ledger/state.js';
import { KINDS } from '../schema/kinds.js';
import { addMonths, EARLIEST_DAY, LATEST_DAY, yearOf } from '../text/calendar-date.js';
import { defineRule } from './rule.js';

/** An activity is confirmed within a year: one of March perhaps in January. A year or more is a wrong year. */
const MONTHS_TO_CONFIRM = 12;
/** A ledger may be put down for years; no office skips so many and then records activities alone. */
const MONTHS_WITHOUT_RECORDS = 60;
const HELD: readonly string[] = ['已开展', '签到'];

type Args = { readonly step: string; readonly on: string } & (
  | { readonly day: string; readonly last?: undefined }
  | { readonly day?: undefined; readonly last: string }
);

/**
 * An activity is marked as held on a day that cannot have come: a year or more after its own, or five years or more
 * after every other day that the ledger knows. Rules do not know today; days nearer than that are left to the reader.
 */
export const farFuture = defineRule<Args>({
  code: 'far-future',
  severity: 'error',
  zh: {
    title: '已开展的日期远在将来',
    why: '还没有到的日子里不会有已开展的活动；年份写错，它就不会计入今年。',
    message: ({ step, on, day, last }) =>
      day === undefined
        ? `“${step}”（${on}）比台账里其他记录最晚的日期（${last}）还晚五年以上`
        : `“${step}”（${on}）比活动的日期（${day}）晚一年以上`,
    fix: () => '核对年份，多半是写错了一位。',
  },
  en: {
    title: 'Held on a day far in the future',
    why: 'What is held cannot lie in the future; with a wrong year it is not counted in this one.',
    message: ({ step, on, day, last }) =>
      day === undefined
        ? `“${step}” (${on}) is five years or more after every other day in the ledger (${last} at the latest)`
        : `“${step}” (${on}) is a year or more after the activity’s day (${day})`,
    fix: () => 'Check the year; most often one digit is wrong.',
  },
  pass: `
    # data/activities/2025.yaml
    - id: 义诊
      title: 义诊
      date: 2025-03-15
      types: [义诊]
      events:
        - { on: 2026-01-05, step: 已开展 }`,
  fail: `
    # data/activities/2025.yaml
    - id: 义诊
      title: 义诊
      date: 2025-03-15
      types: [义诊]
      events:
        - { on: 2052-03-15, step: 已开展 }`,
  check({ ledger }, report) {
    const last = lastUsualDay(ledger);
    for (const activity of ledger.all('activities')) {
      for (const [index, { step, on }] of (activity.value.events ?? []).entries()) {
        if (!HELD.includes(step)) continue;
        const at = `/events/${index}/on`;
        const day = lastDayOf(activity, on);
        if (isLaterBy(MONTHS_TO_CONFIRM, day, on)) report(activity, at, { step, on, day });
        else if (isLaterBy(MONTHS_WITHOUT_RECORDS, last, on)) report(activity, at, { step, on, last });
      }
    }
  },
});

/** The day an activity ends, as it was planned when it was confirmed. */
function lastDayOf({ value }: Entry<'activities'>, on: string): string {
  const day = activityDay(value, on);
  return day === value.date && value.until !== undefined ? value.until : day;
}

/** In most cases the years alone say that it is not. */
function isLaterBy(months: number, day: string, later: string): boolean {
  return yearOf(later) - yearOf(day) >= months / 12 && later >= addMonths(day, months);
}

/** The last day before a gap of years behind which nothing but activities stands; the end of time where there is no such gap. */
function lastUsualDay(ledger: Ledger): string {
  let last = latestDay(ledger);
  const days = ledger.all('activities').map(({ value }) => activityDay(value));
  // As a rule none is later than the end of the year's targets.
  const later = days.filter((day) => day > last).sort();
  for (const day of later) {
    if (last !== EARLIEST_DAY && isLaterBy(MONTHS_WITHOUT_RECORDS, last, day)) return last;
    last = day;
  }
  return LATEST_DAY;
}

/** The latest day that any record but an activity belongs to. */
function latestDay(ledger: Ledger): string {
  let latest = EARLIEST_DAY;
  for (const kind of KINDS) {
    if (kind === 'activities') continue;
    for (const entry of ledger.all(kind)) {
      const { from, until } = recordDays(ledger, entry) ?? {};
      const day = until ?? from;
      if (day && day > latest) latest = day;
    }
  }
  return latest;
}
