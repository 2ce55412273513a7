/** A day is its ISO text (2025-03-15), and days compare as text. Arithmetic counts days since 1970, in UTC. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** A period of a span, under the name that cells have: 2025, 2025-Q1, 2025-03, 2025-W11. */
export interface Period extends Span {
  readonly name: string;
}

export type Per = 'year' | 'quarter' | 'month' | 'week';

export const ALWAYS: Span = { first: '0000-01-01', last: '9999-12-31' };

const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const textOf = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => textOf(numberOf(day) + days);
export const earlier = (a: string, b: string): string => (a < b ? a : b);
export const later = (a: string, b: string): string => (a < b ? b : a);
export const overlap = (a: Span, b: Span): boolean => a.first <= b.last && b.first <= a.last;

/** How many days from one to another, both counted. */
export const daysIn = ({ first, last }: Span): number => numberOf(last) - numberOf(first) + 1;

/** The same day some months on; the last of the month where there is no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const start = `${textOf(Date.UTC(year, month - 1 + months, 1) / 86_400_000).slice(0, 7)}`;
  return earlier(`${start}-${String(date).padStart(2, '0')}`, lastOfMonth(start));
}

/** The whole interval of a date of any precision, a quarter (2025-Q2), a half (2025-H1), or days (2025-03-01..2025-06-30). */
export function spanOf(date: string): Span {
  if (date.includes('..')) {
    const [first = '', last = ''] = date.split('..');
    return { first: spanOf(first).first, last: spanOf(last).last };
  }
  const [, year = '', part = '', number = ''] = /^(\d{4})-([QH])(\d)$/.exec(date) ?? [];
  if (part !== '') {
    const months = part === 'Q' ? 3 : 6;
    const last = String(Number(number) * months).padStart(2, '0');
    const first = String(Number(number) * months - months + 1).padStart(2, '0');
    return { first: `${year}-${first}-01`, last: lastOfMonth(`${year}-${last}`) };
  }
  if (date.length === 4) return { first: `${date}-01-01`, last: `${date}-12-31` };
  if (date.length === 7) return { first: `${date}-01`, last: lastOfMonth(date) };
  return { first: date, last: date };
}

function lastOfMonth(month: string): string {
  return addDays(addDays(`${month}-01`, 31).slice(0, 8).concat('01'), -1);
}

const PERIOD_OF = {
  year: (day) => day.slice(0, 4),
  quarter: (day) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
  month: (day) => day.slice(0, 7),
  week: isoWeek,
} satisfies Record<Per, (day: string) => string>;

/** ISO 8601: a week belongs to the year of its Thursday. */
function isoWeek(day: string): string {
  const thursday = addDays(day, 3 - ((numberOf(day) + 3) % 7));
  const week = Math.floor((numberOf(thursday) - numberOf(`${thursday.slice(0, 4)}-01-01`)) / 7) + 1;
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}

/** The periods that a span touches, the first and the last cut to it. */
export function periodsOf(per: Per, span: Span): Period[] {
  const periods = new Map<string, Period>();
  for (let day = span.first; day <= span.last; day = addDays(day, 1)) {
    const name = PERIOD_OF[per](day);
    periods.set(name, { name, first: periods.get(name)?.first ?? day, last: day });
  }
  return [...periods.values()];
}
