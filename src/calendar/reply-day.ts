import { addDays, type DateString, lastDayOfWeek } from '../text/calendar-date.js';
import { workday } from './workday.js';

/**
 * The day by which an answer asked for today is due: Friday, from Friday on that of the next week; where it is no
 * workday the last one before it that is still to come, else the first one after. A year whose 调休 are not announced
 * has the usual weeks.
 */
export function replyDay(today: DateString): DateString {
  const friday = addDays(lastDayOfWeek(today), -2);
  const meant = today < friday ? friday : addDays(friday, 7);
  for (let day = meant; day > today; day = addDays(day, -1)) if (isWorked(day)) return day;
  let day = addDays(meant, 1);
  while (!isWorked(day)) day = addDays(day, 1);
  return day;
}

function isWorked(day: DateString): boolean {
  return workday(day) ?? day <= addDays(lastDayOfWeek(day), -2);
}
