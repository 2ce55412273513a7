import { lastDay } from '../text/calendar-date.js';
import type { SeenRecord } from './seen-record.js';

/** Something a record says of a day, which counts from that day on. */
export interface Happening {
  readonly on: string;
  /** 已开展, 甲方签章. */
  readonly what: string;
  /** The list of the record that says so, or its own field. */
  readonly field: string;
  /** The day it was moved to (改期). */
  readonly to?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** What is said of the day something is due. */
export const DUE = '到期';

/** Single days of a record, and what comes with each. */
const DAYS: readonly (readonly [field: string, what: string])[] = [
  ['opened', '成立'],
  ['closed', '撤销'],
  ['from', '起'],
  ['until', '止'],
  ['terminated', '终止'],
];

/** What a record's own day is, of kinds that count by it alone. */
const HELD: Readonly<Record<string, string>> = { meetings: '召开', inspections: '督查', publications: '发布' };

/** Everything a record dates, in its own order: events, signatures, rectifications, a day of its own, a due date gone by. */
export function happeningsOf({ kind, value }: Pick<SeenRecord, 'kind' | 'value'>): readonly Happening[] {
  const events = listAt(value, 'events').flatMap(({ on, step, to }) =>
    dated('events', on, String(step ?? ''), typeof to === 'string' ? { to } : {}),
  );
  const signed = listAt(value, 'signed').flatMap(({ on, side }) => dated('signed', on, `${String(side)}签章`));
  const rectified = listAt(value, 'problems').flatMap(({ rectified: on }) => dated('problems', on, '问题整改'));
  const held = HELD[kind];
  const own = held === undefined ? [] : dated('date', value.date, held);
  const days = DAYS.flatMap(([field, what]) => dated(field, value[field], what));
  return [...events, ...signed, ...rectified, ...days, ...own, ...dated('due', value.due, DUE)];
}

/** Whether a happening stands in a list that grows, and so tells of an edit by itself. */
export function isListed({ field }: Happening): boolean {
  return field === 'events' || field === 'signed' || field === 'problems';
}

function dated(field: string, on: unknown, what: string, more: { readonly to?: string } = {}): Happening[] {
  return typeof on === 'string' ? [{ on: lastDay(on), what, field, ...more }] : [];
}

function listAt(value: Fields, field: string): readonly Fields[] {
  const list = value[field];
  return Array.isArray(list) ? (list as Fields[]) : [];
}
