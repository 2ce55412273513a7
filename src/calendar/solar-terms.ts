import { calendar } from '#generated/calendar.js';
import type { DateString } from '../text/calendar-date.js';

/** A day with a name: 春分, 端午节, 护士节. */
export interface NamedDay {
  readonly name: string;
  readonly date: DateString;
}

/** Whether the table holds a year (2000–2050); of other years nothing is known. */
export function knowsYear(year: number): boolean {
  return calendar.termDays[year - calendar.firstYear] !== undefined;
}

/**
 * The 24 solar terms (节气) of a year from 小寒 to 冬至, by Beijing time; none where the table does not hold the year.
 * Source: tyme4ts at build time, which agrees with solar longitudes; Intl's Chinese calendar does not.
 */
export function solarTerms(year: number): readonly NamedDay[] {
  const days = calendar.termDays[year - calendar.firstYear] ?? '';
  return [...days].map((day, index) => ({
    name: calendar.terms[index] ?? '',
    date: `${year}-${twoDigits((index >> 1) + 1)}-${twoDigits(Number.parseInt(day, 36))}`,
  }));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
