import { addDays, type DateString, daysFromTo } from '../text/calendar-date.js';
import { type NamedDay, solarTerms } from './solar-terms.js';

/** Days on which health services are offered beside the terms and festivals. Source: office practice, no document. */
const FIXED: readonly (readonly [name: string, monthAndDay: string])[] = [
  ['学雷锋日', '03-05'],
  ['护士节', '05-12'],
  ['七一', '07-01'],
  ['医师节', '08-19'],
  ['世界传统医药日', '10-22'],
];

/** The days of a year that suit a service, sorted by date: 三伏 and 三九 by rule, the others fixed. 膏方节 has no day. */
export function serviceDays(year: number): readonly NamedDay[] {
  const fixed = FIXED.map(([name, day]) => ({ name, date: `${year}-${day}` }));
  return [...fixed, ...dogDays(year), ...coldestDays(year)].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** 三伏: the third and fourth 庚 day from 夏至 on, and the first from 立秋 on. */
function dogDays(year: number): NamedDay[] {
  const solstice = termDay(year, '夏至');
  const autumn = termDay(year, '立秋');
  if (!solstice || !autumn) return [];
  return [
    { name: '初伏', date: addDays(nextGeng(solstice), 20) },
    { name: '中伏', date: addDays(nextGeng(solstice), 30) },
    { name: '末伏', date: nextGeng(autumn) },
  ];
}

/** 三九: the third nine days from 冬至 on begin in the next year's January. */
function coldestDays(year: number): NamedDay[] {
  const solstice = termDay(year - 1, '冬至');
  return solstice ? [{ name: '三九', date: addDays(solstice, 18) }] : [];
}

function termDay(year: number, name: string): DateString | undefined {
  return solarTerms(year).find((term) => term.name === name)?.date;
}

/** The first 庚 day on or after a day; days repeat their stem every ten, and 3 January 2000 was one. */
function nextGeng(date: DateString): DateString {
  const since = (daysFromTo('2000-01-03', date) - 1) % 10;
  return addDays(date, (10 - since) % 10);
}
