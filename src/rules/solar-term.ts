import { festivals } from '../calendar/festivals.js';
import { serviceDays } from '../calendar/service-days.js';
import { type NamedDay, solarTerms } from '../calendar/solar-terms.js';
import { policyValue } from '../ledger/policy-value.js';
import { activityDay } from '../ledger/state.js';
import { daysFromTo, yearOf } from '../text/calendar-date.js';
import { defineRule, eachOf } from './rule.js';

/** An activity names a solar term or festival whose day is further away than policies.termDays (7 days unless set). */
export const solarTerm = defineRule<{ name: string; day: string; on: string; days: number; allowed: number }>({
  code: 'solar-term',
  severity: 'warning',
  zh: {
    title: '离节气或节日太远',
    why: '隔得太远的活动，不算结合了这个节气或节日。',
    message: ({ name, day, on, days, allowed }) =>
      `“${name}”是 ${day}，活动在 ${on}，相差 ${days} 天（前后 ${allowed} 天以内算结合）`,
    fix: () => '核对日期和节气；没有结合就删去这一项。',
  },
  en: {
    title: 'Too far from the solar term or festival',
    why: 'An activity so far away does not count as held for it.',
    message: ({ name, day, on, days, allowed }) =>
      `“${name}” is on ${day}, the activity on ${on}: ${days} days apart (up to ${allowed} count)`,
    fix: () => 'Check the date and the term; delete the term if the activity has nothing to do with it.',
  },
  pass: `
    # data/activities/2025-04.yaml
    - id: 2025-04-18-义诊
      title: 谷雨义诊
      date: 2025-04-18
      types: [义诊]
      solarTerm: 谷雨`,
  fail: `
    # data/activities/2025-04.yaml
    - id: 2025-04-08-义诊
      title: 谷雨义诊
      date: 2025-04-08
      types: [义诊]
      solarTerm: 谷雨`,
  record: eachOf(['activities'], (activity, report, { ledger }) => {
    const { solarTerm: term, festival, until } = activity.value;
    if (term === undefined && festival === undefined) return;
    const allowed = policyValue(ledger, 'termDays');
    const on = activityDay(activity.value);
    const last = on === activity.value.date && until !== undefined && until > on ? until : on;
    for (const [field, name] of Object.entries({ solarTerm: term, festival })) {
      const near = name === undefined ? null : nearestDay(name, on, last);
      if (near && near.days > allowed)
        report(activity, `/${field}`, { name: near.name, day: near.date, on, days: near.days, allowed });
    }
  }),
});

/**
 * The day of that name nearest to a span of days, and its distance in days; null for a name the calendar does not have.
 */
function nearestDay(name: string, from: string, until: string) {
  const year = yearOf(from);
  const days = [year - 1, year, year + 1].flatMap((each) => daysOf(each));
  const away = ({ date }: NamedDay): number => Math.max(daysFromTo(until, date) - 1, daysFromTo(date, from) - 1, 0);
  const found = days.filter((day) => day.name === name).map((day) => ({ ...day, days: away(day) }));
  return found.sort((a, b) => a.days - b.days)[0] ?? null;
}

/** A cache by year. */
const calendar = new Map<number, readonly NamedDay[]>();

function daysOf(year: number): readonly NamedDay[] {
  const days = calendar.get(year) ?? [...solarTerms(year), ...festivals(year), ...serviceDays(year)];
  calendar.set(year, days);
  return days;
}
