/**
 * tyme4ts → dist/generated/calendar.js: the days of the solar terms, lunar festivals and statutory holidays as short
 * texts, a few kilobytes in all, so that the program carries a table and no astronomy.
 */
import { writeFileSync } from 'node:fs';
import { LegalHoliday, LunarFestival, SolarTerm } from 'tyme4ts';
import { root } from './paths.js';

/** The years of the table, in which two other calculations of solar longitudes agree. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2050;

/** The lunar festivals; 清明 and 冬至 are solar terms. Not 中元节: no Party office holds anything for it. */
const FESTIVALS = ['春节', '元宵节', '端午节', '七夕节', '中秋节', '重阳节', '腊八节', '除夕'];

export function generateCalendar() {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
  const calendar = {
    firstYear: FIRST_YEAR,
    // From 小寒, the first of a solar year, to 冬至.
    terms: Array.from({ length: 24 }, (_, index) => SolarTerm.fromIndex(FIRST_YEAR, index + 1).getName()),
    termDays: years.map(termDays),
    festivals: FESTIVALS,
    festivalDays: years.map(festivalDays),
    holidays: holidays(),
  };
  writeFileSync(`${root}/dist/generated/calendar.js`, `export const calendar = ${JSON.stringify(calendar)};\n`);
  writeFileSync(
    `${root}/dist/generated/calendar.d.ts`,
    `export declare const calendar: {
  readonly firstYear: number;
  readonly terms: readonly string[];
  readonly termDays: readonly string[];
  readonly festivals: readonly string[];
  readonly festivalDays: readonly string[];
  readonly holidays: Readonly<Record<string, string>>;
};
`,
  );
}

/** A year's 24 days of the month, two terms a month, one character each (base 36). @param {number} year */
function termDays(year) {
  return Array.from({ length: 24 }, (_, index) => {
    const day = SolarTerm.fromIndex(year, index + 1).getSolarDay();
    if (day.getYear() !== year || day.getMonth() !== Math.floor(index / 2) + 1) throw new Error(`a term left ${year}`);
    return day.getDay().toString(36);
  }).join('');
}

/** The festivals that fall into a solar year, in order: month, day and place in the list, `01290…`. A lunar year's last
 * festivals lie in the next solar one. @param {number} year */
function festivalDays(year) {
  return [year - 1, year]
    .flatMap((lunar) => Array.from({ length: 13 }, (_, index) => LunarFestival.fromIndex(lunar, index)))
    .flatMap((festival) => {
      const place = FESTIVALS.indexOf(festival?.getName() ?? '');
      const day = festival?.getDay().getSolarDay();
      return place < 0 || day?.getYear() !== year ? [] : [`${pad(day.getMonth())}${pad(day.getDay())}${place}`];
    })
    .sort()
    .join('');
}

/**
 * By year, the days whose work or rest the State Council has set: month, day and `-` rest or `+` work, `0101-0126+…`.
 */
function holidays() {
  /** @type {Record<string, string>} */
  const byYear = {};
  for (const [, year = '', day = '', work] of LegalHoliday.DATA.matchAll(/(\d{4})(\d{4})(\d)\d[+-]\d{2}/g)) {
    byYear[year] = `${byYear[year] ?? ''}${day}${work === '1' ? '-' : '+'}`;
  }
  // Of 2001 the table has the last days alone.
  delete byYear['2001'];
  return byYear;
}

/** @param {number} value */
const pad = (value) => String(value).padStart(2, '0');
