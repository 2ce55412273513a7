import { activityDay, activityState } from '../../ledger/state.js';
import type { ReportContext } from '../context.js';
import { record } from '../inlines.js';
import { CANCELLED, type CalendarItem } from './calendar-item.js';

/** Activities, meetings and inspections, whenever they are; those of a period are picked afterwards. */
export function workItems(context: ReportContext): readonly CalendarItem[] {
  return [...activities(context), ...meetings(context), ...inspections(context)];
}

/** On the day they were last moved to. A moved one lasts one day: for how long it was moved nobody has said. */
function activities({ ledger, asOf, confirmedBy }: ReportContext): readonly CalendarItem[] {
  return ledger.all('activities').map((entry): CalendarItem => {
    const { value } = entry;
    const date = activityDay(value, confirmedBy);
    const lasts = value.until !== undefined && value.until > date && date === value.date;
    return {
      group: '活动',
      date,
      ...(lasts ? { until: value.until } : {}),
      what: [record(entry)],
      state: activityState(value, asOf, confirmedBy),
      ...(value.place === undefined ? {} : { place: value.place }),
      units: value.lead === undefined ? (value.joined ?? []) : [value.lead],
      entry,
    };
  });
}

function meetings({ ledger, asOf }: ReportContext): readonly CalendarItem[] {
  return ledger.all('meetings').map((entry): CalendarItem => {
    const { date, cancelled, place, branches = [] } = entry.value;
    const state = date <= asOf ? '已召开' : '计划中';
    return {
      group: '会议',
      date,
      what: [record(entry)],
      state: cancelled === true ? CANCELLED : state,
      ...(place === undefined ? {} : { place }),
      units: branches,
      entry,
    };
  });
}

/** An inspection is a record of what was done: none is planned. */
function inspections({ ledger, asOf }: ReportContext): readonly CalendarItem[] {
  return ledger
    .all('inspections')
    .filter(({ value }) => value.date <= asOf)
    .map((entry): CalendarItem => {
      return { group: '督查', date: entry.value.date, what: [record(entry, '督查')], units: [], entry };
    });
}
