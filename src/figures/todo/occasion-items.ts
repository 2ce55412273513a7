import { festivals } from '../../calendar/festivals.js';
import { serviceDays } from '../../calendar/service-days.js';
import { knowsYear, type NamedDay, solarTerms } from '../../calendar/solar-terms.js';
import { overlaps, programInterval } from '../../ledger/in-force.js';
import type { Entry, RecordOf } from '../../ledger/ledger.js';
import { policyValue } from '../../ledger/policy-value.js';
import { activityDay, activityState } from '../../ledger/state.js';
import { addDays, firstDay, monthOf } from '../../text/calendar-date.js';
import { upTo } from '../days.js';
import type { FigureSource } from '../figure-source.js';
import { isKept } from '../kept.js';
import { isWholeYear, type Period, yearPeriod } from '../period.js';
import { byDate, type FindItems, type TodoItem, unitsOf } from './todo-item.js';

type Action = NonNullable<RecordOf<'programs'>['actions']>[number];

/** Occasions recur yearly: an activity that names one means the nearest. */
const HALF_A_YEAR = 182;

/**
 * Solar terms and festivals without an activity of an action that follows them (bySolarTerms), while its program is in
 * force, and those about to come. A missed one stays for its month, or the part of the year asked for: then it can only
 * be told in the year's coverage. Other days good for a service (护士节) are only announced: no programme demands them.
 */
export const occasionItems: FindItems = (source, period) => {
  const { year } = period;
  const days = upTo(yearPeriod(year), source.asOf);
  if (days === null || !knowsYear(year)) return null;
  const actions = source.ledger
    .all('programs')
    .filter((program) => overlaps(programInterval(source.ledger, program), days.from, days.until))
    .flatMap((program) => (program.value.actions ?? []).map((action) => ({ program, action })))
    .filter(({ action }) => action.bySolarTerms === true);
  if (actions.length === 0) return null;
  return actions.flatMap(({ program, action }) => itemsOf(source, period, program, action));
};

function itemsOf(
  source: FigureSource,
  period: Period,
  program: Entry<'programs'>,
  action: Action,
): readonly TodoItem[] {
  const { ledger, asOf } = source;
  const { year } = period;
  const inForce = programInterval(ledger, program);
  const held = activitiesFor(source, program, action);
  const tolerance = policyValue(ledger, 'termDays');
  const base = {
    group: '节气节日' as const,
    entry: program,
    part: action.id,
    units: unitsOf(...(action.lead ?? [])),
    besideSamples: held.some(({ sample }) => sample),
  };
  const horizon = addDays(asOf, tolerance);
  const demanded = missable(source, period);
  const coming = [year, year + 1]
    .flatMap((each) => [...solarTerms(each), ...festivals(each), ...serviceDays(each)])
    .filter(({ date }) => date > asOf && date <= horizon);
  const items = [
    ...demanded.map((day) => ({ day, type: '空白' as const })),
    ...coming.map((day) => ({ day, type: '即将到来' as const })),
  ].filter(({ day }) => overlaps(inForce, day.date, day.date) && !isFilled(day, held, tolerance));
  return byDate(items.map(({ day, type }) => ({ ...base, type, occasion: day.name, date: day.date })));
}

/** The days of the month, or of the part of the year asked for, up to the day; none where nobody keeps activities. */
function missable(source: FigureSource, period: Period): readonly NamedDay[] {
  const { asOf } = source;
  const from = isWholeYear(period) ? firstDay(monthOf(asOf)) : period.from;
  if (!isKept(source, 'activities', yearPeriod(period.year))) return [];
  return [...solarTerms(period.year), ...festivals(period.year)].filter(({ date }) => from <= date && date <= asOf);
}

/** An activity that may fill an occasion: by the names it gives, or, giving none, by its day. */
interface Held {
  readonly on: string;
  readonly names: readonly string[];
  readonly sample: boolean;
}

/** Activities held or planned for an action or a named day. 待确认 ones are listed as such and fill no day. */
function activitiesFor(
  { ledger, asOf, confirmedBy }: FigureSource,
  program: Entry<'programs'>,
  action: Action,
): readonly Held[] {
  return ledger.all('activities').flatMap(({ value, sample }) => {
    const names = [value.solarTerm, value.festival].filter((name) => name !== undefined).map(plainName);
    const isMeant = names.length > 0 || (value.program === program.id && value.action === action.id);
    if (!isMeant || !['已开展', '计划中'].includes(activityState(value, asOf, confirmedBy))) return [];
    return [{ on: activityDay(value, confirmedBy), names, sample }];
  });
}

function isFilled({ name, date }: NamedDay, held: readonly Held[], tolerance: number): boolean {
  const isWithin = (days: number) => {
    const [first, last] = [addDays(date, -days), addDays(date, days)];
    return (on: string): boolean => on >= first && on <= last;
  };
  const meant = isWithin(HALF_A_YEAR);
  const close = isWithin(tolerance);
  return held.some(({ on, names }) => (names.length > 0 ? names.includes(plainName(name)) && meant(on) : close(on)));
}

/** 重阳 and 重阳节, 清明节 and the solar term 清明 are one day. */
function plainName(name: string): string {
  return name.replace(/节$/, '');
}
