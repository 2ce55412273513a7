import { calendar } from '#generated/calendar.js';
import type { NamedDay } from './solar-terms.js';

/** Month, day and the festival's place in the table's list: 01290. */
const FESTIVAL = /(\d{2})(\d{2})(\d)/g;

/**
 * The traditional festivals that follow the moon, from 春节 to 除夕, by their day in the solar year; 腊八节 may fall
 * into it twice or not at all. 清明 and 冬至 are solar terms. None where the table does not hold the year.
 */
export function festivals(year: number): readonly NamedDay[] {
  const days = calendar.festivalDays[year - calendar.firstYear] ?? '';
  return Array.from(days.matchAll(FESTIVAL), ([, month, day, place]) => ({
    name: calendar.festivals[Number(place)] ?? '',
    date: `${year}-${month}-${day}`,
  }));
}
