import { workday } from '../../calendar/workday.js';
import type { Inline } from '../../document/report-document.js';
import { type Occasion, occasionsOf, seasonalActions } from '../../figures/todo/occasions.js';
import { addDays } from '../../text/calendar-date.js';
import type { ReportContext } from '../context.js';
import { samplesShown } from '../front.js';
import type { PlaceOf } from '../registry/place-of.js';
import type { CalendarItem } from './calendar-item.js';
import { calendarItems } from './calendar-items.js';

/**
 * `calendar --format json`, version 1: a contract others rely on, described in schemas/contracts/calendar.schema.json.
 */
export function calendarContract(context: ReportContext, placeOf: PlaceOf) {
  const { figures, period, year, asOf } = context;
  const items = calendarItems(context);
  const shown = items.flatMap(({ entry }) => entry ?? []);
  return {
    version: 1,
    year,
    period: period.id,
    from: period.from,
    until: period.until,
    asOf,
    sample: samplesShown(context, shown).length,
    days: daysFrom(period.from, period.until).map((date) => ({ date, workday: workday(date) })),
    items: items.map((item) => itemJson(item, placeOf)),
    occasions: seasonalActions(figures, period).flatMap((seasonal) =>
      occasionsOf(figures, seasonal, period).map(occasionJson),
    ),
  };
}

function daysFrom(from: string, until: string): readonly string[] {
  const days: string[] = [];
  for (let date = from; date <= until; date = addDays(date, 1)) days.push(date);
  return days;
}

function itemJson({ group, date, until = date, what, state, place, units, entry }: CalendarItem, placeOf: PlaceOf) {
  return {
    group,
    date,
    until,
    label: wordsOf(what),
    state: state ?? null,
    place: place ?? null,
    units,
    kind: entry?.kind ?? null,
    record: entry?.id ?? null,
    ...(entry ? placeOf(entry) : { file: null, line: null }),
    sample: entry?.sample ?? false,
  };
}

function occasionJson({ name, date, state, by, seasonal: { program, action } }: Occasion) {
  return { program: program.id, action: action.id, name, date, state, activities: by.map(({ id }) => id) };
}

/** The words of an item: names of records and what stands between them. */
function wordsOf(content: readonly Inline[]): string {
  return content
    .map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'record' ? inline.label : ''))
    .join('');
}
