import { holidays } from '../../calendar/holidays.js';
import { serviceDays } from '../../calendar/service-days.js';
import { solarTerms } from '../../calendar/solar-terms.js';
import { type Occasion, occasionsOf, seasonalActions, termsAndFestivals } from '../../figures/todo/occasions.js';
import type { ReportContext } from '../context.js';
import { record, sentence, text } from '../inlines.js';
import { type CalendarItem, touches } from './calendar-item.js';

/** The days of the calendar itself in a period: holidays and worked weekends, solar terms, festivals. */
export function dayItems(context: ReportContext): readonly CalendarItem[] {
  const { period, year } = context;
  const off = (holidays(year) ?? []).map(
    ({ from, until, worked }): CalendarItem => ({
      group: '放假',
      date: from,
      ...(from === until ? {} : { until }),
      what: [text(worked ? '调休上班' : '放假')],
      units: [],
    }),
  );
  const others = serviceDays(year).map(
    ({ name, date }): CalendarItem => ({ group: '节日', date, occasion: name, what: [text(name)], units: [] }),
  );
  return [...[...off, ...others].filter((item) => touches(item, period)), ...termItems(context)];
}

/** Solar terms and festivals, once for each action that has to see to them. */
function termItems({ figures, period, year }: ReportContext): readonly CalendarItem[] {
  const terms = new Set(solarTerms(year).map(({ name }) => name));
  const occasions = seasonalActions(figures, period).flatMap((seasonal) => occasionsOf(figures, seasonal, period));
  return termsAndFestivals(period).flatMap(({ name, date }): readonly CalendarItem[] => {
    const own = occasions.filter((occasion) => occasion.name === name && occasion.date === date);
    const base = { group: terms.has(name) ? ('节气' as const) : ('节日' as const), date, occasion: name };
    return own.length === 0 ? [{ ...base, what: [text(name)], units: [] }] : own.map((each) => seen(each, base));
  });
}

function seen(
  { name, state, seasonal }: Occasion,
  base: Pick<CalendarItem, 'group' | 'date' | 'occasion'>,
): CalendarItem {
  const { program, action } = seasonal;
  return {
    ...base,
    what: sentence`${name}：${record(program, action.name ?? action.id)}`,
    ...(state === null ? {} : { state }),
    units: action.lead ?? [],
    entry: program,
    part: `${action.id}/${base.date}/${name}`,
  };
}
