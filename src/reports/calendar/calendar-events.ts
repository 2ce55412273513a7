import type { CalendarEvent, CalendarEvents } from '../../document/calendar-events.js';
import type { Inline } from '../../document/report-document.js';
import { hospitalName, type ReportContext } from '../context.js';
import { frontOf } from '../front.js';
import { quoted, sentence, text } from '../inlines.js';
import { unitNames } from '../names.js';
import { asOfNote } from '../notes.js';
import { CANCELLED, type CalendarGroup, type CalendarItem } from './calendar-item.js';
import { calendarItems } from './calendar-items.js';

/** Groups whose items do not say by themselves what they are. */
const NAMED_GROUPS: readonly CalendarGroup[] = ['到期', '周目标'];

/** The items of the period for a calendar that others subscribe to. */
export function calendarEvents(context: ReportContext): CalendarEvents {
  const items = calendarItems(context);
  const { mark, notices } = frontOf(context, '', { shown: items.flatMap(({ entry }) => entry ?? []) });
  const times = new Map<string, number>();
  return {
    name: `${hospitalName(context)}工作日历`,
    notices: [...(mark === undefined ? [] : [mark]), ...notices],
    asOf: context.asOf,
    events: items.map((item) => eventOf(context, item, times)),
  };
}

/** @param times how often each key was given: two milestones of a task may share a name */
function eventOf(context: ReportContext, item: CalendarItem, times: Map<string, number>): CalendarEvent {
  const { date, until = date, group, place, entry, state } = item;
  const key = keyOf(context, item);
  const before = times.get(key) ?? 0;
  times.set(key, before + 1);
  return {
    key: before === 0 ? key : `${key}/${before}`,
    from: date,
    until,
    title: titleOf(item),
    ...(place === undefined || !entry ? {} : { place: [quoted(entry, place)] }),
    notes: notesOf(context, item),
    category: group,
    cancelled: state === CANCELLED,
  };
}

/** The record and the part of it, never its day or its title: a moved activity stays the same event. */
function keyOf({ ledger }: ReportContext, { entry, part = '', group, date, occasion = '' }: CalendarItem): string {
  const hospital = ledger.workspace?.hospital ?? '';
  return entry ? [hospital, group, entry.kind, entry.id, part].join('/') : [hospital, group, date, occasion].join('/');
}

function titleOf({ group, what, state }: CalendarItem): readonly Inline[] {
  const named = NAMED_GROUPS.includes(group) ? [text(`${group}：`), ...what] : what;
  return state === undefined ? named : sentence`${named} · ${state}`;
}

function notesOf(context: ReportContext, { units, entry }: CalendarItem): readonly (readonly Inline[])[] {
  if (!entry) return [];
  return [...(units.length === 0 ? [] : [sentence`负责：${unitNames(context, units)}`]), asOfNote(context)];
}
