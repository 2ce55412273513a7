import { festivals } from '../../calendar/festivals.js';
import { type NamedDay, solarTerms } from '../../calendar/solar-terms.js';
import { type Interval, overlaps, programInterval } from '../../ledger/in-force.js';
import type { Entry, RecordOf } from '../../ledger/ledger.js';
import { policyValue } from '../../ledger/policy-value.js';
import { activityDay, activityState } from '../../ledger/state.js';
import { addDays, yearOf } from '../../text/calendar-date.js';
import type { Days } from '../days.js';
import type { FigureSource } from '../figure-source.js';
import { isKept } from '../kept.js';
import { yearPeriod } from '../period.js';

type Action = NonNullable<RecordOf<'programs'>['actions']>[number];

/** Occasions recur yearly: an activity that names one means the nearest. */
const HALF_A_YEAR = 182;

/** What has come of a solar term or festival: held, planned, gone by without an activity, or still to be planned. */
export const OCCASION_STATES = ['已开展', '已安排', '空白', '待安排'] as const;
type OccasionState = (typeof OCCASION_STATES)[number];

/** An activity that may fill an occasion: by the names it gives, or, giving none, by its day. */
interface Filling {
  readonly entry: Entry<'activities'>;
  readonly on: string;
  readonly names: readonly string[];
  readonly held: boolean;
}

/** An action that follows the solar terms (bySolarTerms), and what may fill its days. */
export interface SeasonalAction {
  readonly program: Entry<'programs'>;
  readonly action: Action;
  readonly inForce: Interval;
  readonly fillings: readonly Filling[];
}

/** A solar term or festival as one action has it. */
export interface Occasion extends NamedDay {
  readonly seasonal: SeasonalAction;
  /** null where it has gone by and nobody keeps activities: then nothing is known to be missing. */
  readonly state: OccasionState | null;
  readonly by: readonly Entry<'activities'>[];
}

/** The actions that follow the solar terms, of programs in force within some days. */
export function seasonalActions(source: FigureSource, days: Days): readonly SeasonalAction[] {
  return source.ledger.all('programs').flatMap((program) => {
    const { from, until } = days;
    return overlaps(programInterval(source.ledger, program), from, until) ? actionsOf(source, program) : [];
  });
}

/** The actions of a program that follow the solar terms. */
export function actionsOf(source: FigureSource, program: Entry<'programs'>): readonly SeasonalAction[] {
  const inForce = programInterval(source.ledger, program);
  const actions = (program.value.actions ?? []).filter(({ bySolarTerms }) => bySolarTerms === true);
  return actions.map((action) => ({ program, action, inForce, fillings: fillingsOf(source, program, action) }));
}

/** Activities held or planned for an action or a named day. 待确认 ones are listed as such and fill no day. */
function fillingsOf(
  { ledger, asOf, confirmedBy }: FigureSource,
  program: Entry<'programs'>,
  action: Action,
): readonly Filling[] {
  return ledger.all('activities').flatMap((entry) => {
    const { value } = entry;
    const names = [value.solarTerm, value.festival].filter((name) => name !== undefined).map(plainName);
    const isMeant = names.length > 0 || (value.program === program.id && value.action === action.id);
    const state = activityState(value, asOf, confirmedBy);
    if (!isMeant || !['已开展', '计划中'].includes(state)) return [];
    return [{ entry, on: activityDay(value, confirmedBy), names, held: state === '已开展' }];
  });
}

/** The activities that fill a day of an action, held ones and planned ones. */
export function fillingsFor(
  { ledger }: FigureSource,
  { fillings }: SeasonalAction,
  { name, date }: NamedDay,
): readonly Filling[] {
  const isWithin = (days: number) => {
    const [first, last] = [addDays(date, -days), addDays(date, days)];
    return (on: string): boolean => on >= first && on <= last;
  };
  const meant = isWithin(HALF_A_YEAR);
  const close = isWithin(policyValue(ledger, 'termDays'));
  return fillings.filter(({ on, names }) =>
    names.length > 0 ? names.includes(plainName(name)) && meant(on) : close(on),
  );
}

/** The solar terms and festivals within some days that an action has to see to, while its program is in force. */
export function occasionsOf(source: FigureSource, seasonal: SeasonalAction, days: Days): readonly Occasion[] {
  const { inForce } = seasonal;
  return termsAndFestivals(days)
    .filter(({ date }) => overlaps(inForce, date, date))
    .map((day) => {
      const found = fillingsFor(source, seasonal, day);
      return { ...day, seasonal, state: stateOf(source, day, found), by: found.map(({ entry }) => entry) };
    });
}

function stateOf(source: FigureSource, { date }: NamedDay, found: readonly Filling[]): OccasionState | null {
  if (found.length > 0) return found.some(({ held }) => held) ? '已开展' : '已安排';
  if (date > source.asOf) return '待安排';
  return isKept(source, 'activities', yearPeriod(yearOf(date))) ? '空白' : null;
}

/** The solar terms and festivals within some days, sorted by date. */
export function termsAndFestivals({ from, until }: Days): readonly NamedDay[] {
  const years = Array.from({ length: yearOf(until) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
  return years
    .flatMap((year) => [...solarTerms(year), ...festivals(year)])
    .filter(({ date }) => from <= date && date <= until)
    .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

/** 重阳 and 重阳节, 清明节 and the solar term 清明 are one day. */
function plainName(name: string): string {
  return name.replace(/节$/, '');
}
