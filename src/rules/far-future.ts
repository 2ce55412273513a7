import { recordDays } from '../ledger/kind-table.js';
import type { Entry, Ledger } from '../ledger/ledger.js';
import { activityDay, isHeld } from '../ledger/state.js';
import { KINDS } from '../schema/kinds.js';
import { addMonths, yearOf } from '../text/calendar-date.js';
import { defineRule } from './rule.js';

/** An activity is confirmed within a year: one of March perhaps in January. A year or more is a wrong year. */
const MONTHS_TO_CONFIRM = 12;
/** A ledger may be put down for two years; no office skips more and then records activities alone. */
const YEARS_WITHOUT_RECORDS = 2;

type Args = { readonly step: string; readonly on: string } & (
  | { readonly day: string; readonly last?: undefined }
  | { readonly day?: undefined; readonly last: number }
);

/**
 * An activity is marked as held on a day that cannot have come: a year or more after its own, or with two whole years
 * before it of which the ledger knows nothing. Rules do not know today; what is nearer is an alert (日期未到).
 */
export const farFuture = defineRule<Args>({
  code: 'far-future',
  severity: 'error',
  zh: {
    title: '已开展的日期远在将来',
    why: '还没有到的日子里不会有已开展的活动；年份写错，它就不会计入今年。',
    message: ({ step, on, day, last }) =>
      day === undefined
        ? `“${step}”（${on}）比台账里其他记录最晚的${last}年还晚${YEARS_WITHOUT_RECORDS}年以上`
        : `“${step}”（${on}）比活动的日期（${day}）晚一年以上`,
    fix: ({ last }) =>
      `核对年份，多半是写错了一位。${last === undefined ? '' : '真是这一年的，先登记这一年的文件、项目或目标。'}`,
  },
  en: {
    title: 'Held on a day far in the future',
    why: 'What is held cannot lie in the future; with a wrong year it is not counted in this one.',
    message: ({ step, on, day, last }) =>
      day === undefined
        ? `“${step}” (${on}) is more than ${YEARS_WITHOUT_RECORDS} years after every other record in the ledger (of ${last} at the latest)`
        : `“${step}” (${on}) is a year or more after the activity’s day (${day})`,
    fix: ({ last }) =>
      `Check the year; most often one digit is wrong.${last === undefined ? '' : ' If it is right, enter the documents, programmes or targets of that year first.'}`,
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
    const last = lastUsualYear(ledger);
    for (const activity of ledger.all('activities')) {
      for (const [index, { step, on }] of (activity.value.events ?? []).entries()) {
        if (!isHeld(step)) continue;
        const at = `/events/${index}/on`;
        const day = lastDayOf(activity, on);
        if (on >= addMonths(day, MONTHS_TO_CONFIRM)) report(activity, at, { step, on, day });
        else if (yearOf(on) - last > YEARS_WITHOUT_RECORDS) report(activity, at, { step, on, last });
      }
    }
  },
});

/** The day an activity ends, as it was planned when it was confirmed. */
function lastDayOf({ value }: Entry<'activities'>, on: string): string {
  const day = activityDay(value, on);
  return day === value.date && value.until !== undefined ? value.until : day;
}

/** The last year before a gap behind which nothing but activities stands; infinite where there is no such gap. */
function lastUsualYear(ledger: Ledger): number {
  const begun = KINDS.filter((kind) => kind !== 'activities').flatMap((kind) =>
    ledger.all(kind).map((entry: Entry) => yearBegun(ledger, entry)),
  );
  let last = begun.reduce((latest, year) => Math.max(latest, year), Number.NEGATIVE_INFINITY);
  const years = new Set(ledger.all('activities').map(({ value }) => yearOf(activityDay(value))));
  for (const year of [...years].filter((each) => each > last).sort((a, b) => a - b)) {
    if (year - last > YEARS_WITHOUT_RECORDS && Number.isFinite(last)) return last;
    last = year;
  }
  return Number.POSITIVE_INFINITY;
}

/** The year in which a record begins: what it plans may last for years. */
function yearBegun(ledger: Ledger, entry: Entry): number {
  const { from, until } = recordDays(ledger, entry) ?? {};
  const day = from ?? until;
  return day ? yearOf(day) : Number.NEGATIVE_INFINITY;
}
