import { lastDay, type PartialDate } from '../text/calendar-date.js';

/** Something a record says of a day, which counts from that day on. */
export interface Happening {
  /** YYYY-MM-DD; of a month or a year its last day. */
  readonly on: string;
  /** 已开展, 甲方签章. */
  readonly what: string;
  /** The list of the record that says so, or its own field. */
  readonly field: string;
  /** The day it was moved to (改期). */
  readonly to?: string;
  /** Stands in a list that grows: a new item of it is by itself what was edited. */
  readonly listed?: true;
}

/** What is said of the day something is due. */
export const DUE = '到期';

/** A day in a field of its own; nothing where it is not filled in. */
export function dayOf(field: string, on: PartialDate | undefined, what: string): Happening[] {
  return on === undefined ? [] : [{ on: lastDay(on), what, field }];
}

/** The steps of a record's `events`. */
export function stepsOf(
  events: readonly { readonly on: string; readonly step: string; readonly to?: string }[] = [],
): Happening[] {
  return events.map(({ on, step, to }) => listed('events', on, step, to === undefined ? {} : { to }));
}

/** A day that an item of a list says. */
export function listed(field: string, on: string, what: string, more: { readonly to?: string } = {}): Happening {
  return { on: lastDay(on), what, field, ...more, listed: true };
}
