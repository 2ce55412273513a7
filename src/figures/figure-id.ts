import { isPartialDate } from '../text/date-format.js';
import type { Days } from './days.js';
import { type Period, parsePeriod } from './period.js';

/** The dimensions of figure ids, in the order ids write them. */
export const DIMENSIONS = [
  'year',
  'period',
  'month',
  'program',
  'action',
  'type',
  'branch',
  'pairing',
  'linkage',
  'board',
  'target',
  'cell',
  'task',
  'state',
  'activity',
  'section',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Dimensions = { readonly [D in Dimension]?: string | undefined };

/** The dimensions that name days, for which no record has to exist. */
export const TIMES = ['year', 'period', 'month'] as const satisfies readonly Dimension[];
type Time = (typeof TIMES)[number];

export function isTime(name: Dimension): name is Time {
  return (TIMES as readonly Dimension[]).includes(name);
}

/** The days that dimensions name; null, for all days, where they name none. */
export function daysOf({ year, period, month }: Dimensions): Days | null {
  const named = period ?? month ?? year;
  return named === undefined ? null : parsePeriod(named);
}

/** The period of an id that must name its year. @throws TypeError where it names none */
export function periodOf({ year, period = year }: Dimensions): Period {
  const named = period === undefined ? null : parsePeriod(period);
  if (!named) throw new TypeError(`no period is called ${period}`);
  return named;
}

/** Separators of an id that occur in a value (a category of problems is free text) are percent-encoded. */
const RESERVED = /[%,@]/;
const RESERVED_EACH = /[%,@]/g;
const WRITTEN = /%(?:25|2C|40)/g;

/** A value encoded for an id. */
export function writeValue(value: string): string {
  return RESERVED.test(value) ? value.replaceAll(RESERVED_EACH, encodeURIComponent) : value;
}

/** A decoded value of an id. */
export function readValue(value: string): string {
  return value.replace(WRITTEN, decodeURIComponent);
}

/**
 * Formats an id: `activities@year=2025,pairing=东湖`, with the dimensions in a fixed order, so that a figure has one id.
 */
export function formatFigureId(measure: string, dimensions: Dimensions): string {
  let id = measure;
  let sign = '@';
  for (const name of DIMENSIONS) {
    const value = dimensions[name];
    if (value === undefined) continue;
    id += `${sign}${name}=${writeValue(value)}`;
    sign = ',';
  }
  return id;
}

export interface ParsedFigureId {
  readonly measure: string;
  readonly dimensions: Dimensions;
}

/**
 * Parses an id; null where it is malformed, repeats a dimension or has an unknown one, or names days that
 * contradict each other. A period brings its year, and a whole year is no period beside it.
 */
export function parseFigureId(id: string): ParsedFigureId | null {
  const [measure = '', rest, ...more] = id.split('@');
  if (more.length > 0) return null;
  const dimensions: Record<string, string> = {};
  for (const part of rest === undefined ? [] : rest.split(',')) {
    const [, name = '', value = ''] = /^([a-z]+)=(.+)$/.exec(part) ?? [];
    if (!(DIMENSIONS as readonly string[]).includes(name) || Object.hasOwn(dimensions, name)) return null;
    dimensions[name] = readValue(value);
  }
  const { year, period, month, ...others } = dimensions;
  const times = readTimes({ year, period, month });
  return times && { measure, dimensions: { ...times, ...others } };
}

function readTimes({ year, period, month }: Pick<Dimensions, Time>): Pick<Dimensions, Time> | null {
  if (year !== undefined && (year.length !== 4 || !isPartialDate(year))) return null;
  if (month !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) return null;
  if (year !== undefined && month !== undefined && !month.startsWith(year)) return null;
  if (period === undefined)
    return { ...(year === undefined ? {} : { year }), ...(month === undefined ? {} : { month }) };
  const { dimensions } = parsePeriod(period) ?? {};
  return month !== undefined || (year !== undefined && year !== dimensions?.year) ? null : (dimensions ?? null);
}
