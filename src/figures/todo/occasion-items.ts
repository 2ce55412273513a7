import { serviceDays } from '../../calendar/service-days.js';
import { knowsYear, type NamedDay } from '../../calendar/solar-terms.js';
import { overlaps } from '../../ledger/in-force.js';
import { policyValue } from '../../ledger/policy-value.js';
import { addDays, firstDay, monthOf } from '../../text/calendar-date.js';
import { later, upTo } from '../days.js';
import type { FigureSource } from '../figure-source.js';
import { isKept } from '../kept.js';
import { isWholeYear, type Period, yearPeriod } from '../period.js';
import { fillingsFor, type SeasonalAction, seasonalActions, termsAndFestivals } from './occasions.js';
import { byDate, type FindItems, type TodoItem, unitsOf } from './todo-item.js';

/**
 * Solar terms and festivals without an activity of an action that follows them (bySolarTerms), while its program is in
 * force, and those about to come. A missed one stays for its month, or the part of the year asked for: then it can only
 * be told in the year's coverage. Other days good for a service (护士节) are only announced: no programme demands them.
 */
export const occasionItems: FindItems = (source, period, through = source.asOf) => {
  const { year } = period;
  const days = upTo(yearPeriod(year), source.asOf);
  if (days === null || !knowsYear(year)) return null;
  const actions = seasonalActions(source, days);
  if (actions.length === 0) return null;
  return actions.flatMap((seasonal) => itemsOf(source, period, seasonal, through));
};

function itemsOf(source: FigureSource, period: Period, seasonal: SeasonalAction, through: string): readonly TodoItem[] {
  const { program, action, inForce, fillings } = seasonal;
  const base = {
    group: '节气节日' as const,
    entry: program,
    part: action.id,
    units: unitsOf(...(action.lead ?? [])),
    besideSamples: fillings.some(({ entry }) => entry.sample),
  };
  const items = [
    ...missable(source, period).map((day) => ({ day, type: '空白' as const })),
    ...coming(source, through).map((day) => ({ day, type: '即将到来' as const })),
  ].filter(({ day }) => overlaps(inForce, day.date, day.date) && fillingsFor(source, seasonal, day).length === 0);
  return byDate(items.map(({ day, type }) => ({ ...base, type, occasion: day.name, date: day.date })));
}

/** The days of the month, or of the part of the year asked for, up to the day; none where nobody keeps activities. */
function missable(source: FigureSource, period: Period): readonly NamedDay[] {
  const { asOf } = source;
  const from = isWholeYear(period) ? firstDay(monthOf(asOf)) : period.from;
  const days = upTo({ from, until: yearPeriod(period.year).until }, asOf);
  if (days === null || !isKept(source, 'activities', yearPeriod(period.year))) return [];
  return termsAndFestivals(days).filter(({ date }) => date.startsWith(String(period.year)));
}

/** The days about to come, also those of the next year. */
function coming({ ledger, asOf }: FigureSource, through: string): readonly NamedDay[] {
  const soon = addDays(asOf, policyValue(ledger, 'termDays'));
  const days = { from: addDays(asOf, 1), until: later(soon, through) };
  const services = [days.from, days.until].map((day) => Number(day.slice(0, 4)));
  const others = [...new Set(services)].flatMap(serviceDays);
  return [...termsAndFestivals(days), ...others.filter(({ date }) => days.from <= date && date <= days.until)];
}
