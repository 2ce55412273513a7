import { type DateString, daysFromTo, lastDayOfWeek } from '../text/calendar-date.js';

/** The Chinese name of a day's weekday in one character: 五, 日. */
export function weekdayCharacter(day: DateString): string {
  return '日六五四三二一'.charAt(daysFromTo(day, lastDayOfWeek(day)) - 1);
}

/** The Chinese name of a day's weekday: 星期五. */
export function weekdayName(day: DateString): string {
  return `星期${weekdayCharacter(day)}`;
}
