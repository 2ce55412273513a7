import { calendar } from '#generated/calendar.js';
import { addDays, type DateString } from '../text/calendar-date.js';

/** Days in a row that the State Council has set: a holiday, or a weekend that is worked (调休). */
export interface SetDays {
  readonly from: DateString;
  readonly until: DateString;
  readonly worked: boolean;
}

const SET_DAY = /(\d{2})(\d{2})([-+])/g;

/** The holidays and worked weekends of a year, in order; null where the year's list is not known. */
export function holidays(year: number): readonly SetDays[] | null {
  const set = calendar.holidays[String(year)];
  if (set === undefined) return null;
  const days = Array.from(set.matchAll(SET_DAY), ([, month, day, mark]): SetDays => {
    const date = `${year}-${month}-${day}`;
    return { from: date, until: date, worked: mark === '+' };
  }).sort((a, b) => (a.from < b.from ? -1 : 1));
  const runs: SetDays[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && last.worked === day.worked && addDays(last.until, 1) === day.from)
      runs[runs.length - 1] = { ...last, until: day.until };
    else runs.push(day);
  }
  return runs;
}

/** Whether a year's list is still to come: it is later than every one that is known. */
export function isUnannounced(year: number): boolean {
  return Object.keys(calendar.holidays).every((known) => Number(known) < year);
}
