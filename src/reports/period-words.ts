import type { Figure } from '../document/figure.js';
import type { Inline } from '../document/report-document.js';
import type { Dimensions } from '../figures/figure-id.js';
import { isWholeYear, type Period, parsePeriod, periodAfter, yearPeriod } from '../figures/period.js';
import { addDays } from '../text/calendar-date.js';
import type { ReportContext } from './context.js';
import { amount, sentence } from './inlines.js';

/** What a period is called in a text about it, by the form of its id; other days are 本期. */
const WORDS: readonly (readonly [form: RegExp, word: string, next: string])[] = [
  [/^\d{4}$/, '今年', '下一年'],
  [/^\d{4}-\d\d$/, '本月', '下月'],
  [/-Q\d$/, '本季度', '下季度'],
  [/-H1$/, '上半年', '下半年'],
  [/-H2$/, '下半年', '下一年上半年'],
];

export function periodWord({ period, asOf }: Pick<ReportContext, 'period' | 'asOf'>): string {
  if (isWholeYear(period) && asOf >= period.until) return '全年';
  return WORDS.find(([form]) => form.test(period.id))?.[1] ?? '本期';
}

/** What the time after a period is called: 下月; 下一步 after other days, and while the period still runs. */
export function nextWord({ period, asOf }: ReportContext): string {
  const word = WORDS.find(([form]) => form.test(period.id))?.[2];
  return (asOf >= period.until ? word : undefined) ?? '下一步';
}

/** The year up to the day: what is cumulative in a text about a part of it. */
export function yearToDate(context: ReportContext): ReportContext {
  return { ...context, period: yearPeriod(context.year) };
}

/** Whether a number that counts from a day on, or from the year's first, is more than that of the period alone. */
export function hasBefore({ period }: Pick<ReportContext, 'period'>, since = `${period.year}-01-01`): boolean {
  return !isWholeYear(period) && since < period.from;
}

/** The days to come: what is left of the period, and the period after it; two where they lie in two years. */
export function comingPeriods({ period, asOf }: ReportContext): readonly Period[] {
  const next = periodAfter(period);
  if (asOf >= period.until) return [next];
  const from = addDays(asOf, 1);
  const whole = parsePeriod(`${from}..${next.until}`);
  return whole ? [whole] : [parsePeriod(`${from}..${period.until}`) ?? period, next];
}

/** A measure in the year so far, where that is more than it is in the period. */
export function totalBeyond(context: ReportContext, measure: string, dimensions: Dimensions = {}): Figure | null {
  const { figures, period, year } = context;
  const now = figures.get(measure, { ...period.dimensions, ...dimensions });
  const total = figures.get(measure, { year: String(year), ...dimensions });
  return total.value && total.value !== now.value ? total : null;
}

/** A measure in the period, and in the year so far: 21场次，累计131场次. */
export function withTotal(context: ReportContext, measure: string, dimensions: Dimensions = {}): Inline[] {
  const now = amount(context.figures.get(measure, { ...context.period.dimensions, ...dimensions }));
  const total = totalBeyond(context, measure, dimensions);
  return total ? sentence`${now}，累计${amount(total)}` : [now];
}
