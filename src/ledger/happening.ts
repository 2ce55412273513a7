import { lastDay, type PartialDate } from '../text/calendar-date.js';

/** A dated event of a record: a step, a signature, a due day. It counts from its day on. */
export interface Happening {
  /** YYYY-MM-DD; of a month or a year its last day. */
  readonly on: string;
  /** 已开展, 甲方签章. */
  readonly what: string;
  /** The field of the record that holds it: a list of events, or a date. */
  readonly field: string;
  /** The day it was moved to (改期). */
  readonly to?: string;
  /** An item of a list, where a new item is the edit itself. */
  readonly listed?: true;
}

/** The name of a due day. */
export const DUE = '到期';

/** The event of a date field; empty where it is not filled in. */
export function dayOf(field: string, on: PartialDate | undefined, what: string): Happening[] {
  return on === undefined ? [] : [{ on: lastDay(on), what, field }];
}

/** The events of a record's `events` list. */
export function stepsOf(
  events: readonly { readonly on: string; readonly step: string; readonly to?: string }[] = [],
): Happening[] {
  return events.map(({ on, step, to }) => itemEvent('events', on, step, to === undefined ? {} : { to }));
}

/** The event of a list item with a date. */
export function itemEvent(field: string, on: string, what: string, more: { readonly to?: string } = {}): Happening {
  return { on: lastDay(on), what, field, ...more, listed: true };
}
