/** The dimensions of figure ids, in the order ids write them. */
export const DIMENSIONS = [
  'year',
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
] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Dimensions = { readonly [D in Dimension]?: string | undefined };

/** What parts an id stands in some values too (a category of problems is free words): written as in a web address. */
const RESERVED = /[%,@]/;
const RESERVED_EACH = /[%,@]/g;
const WRITTEN = /%(?:25|2C|40)/g;

/** A value as an id has it. */
export function writeValue(value: string): string {
  return RESERVED.test(value) ? value.replaceAll(RESERVED_EACH, encodeURIComponent) : value;
}

/** A value of an id, taken back to what it stands for. */
export function readValue(value: string): string {
  return value.replace(WRITTEN, decodeURIComponent);
}

/** `activities@year=2025,pairing=东湖`: the dimensions always in one order, so that a figure has one id. */
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

/** Takes an id apart; null where it is not of the form, or names an unknown dimension or one twice. */
export function parseFigureId(id: string): ParsedFigureId | null {
  const [measure = '', rest, ...more] = id.split('@');
  if (more.length > 0) return null;
  const dimensions: Record<string, string> = {};
  for (const part of rest === undefined ? [] : rest.split(',')) {
    const [, name = '', value = ''] = /^([a-z]+)=(.+)$/.exec(part) ?? [];
    if (!(DIMENSIONS as readonly string[]).includes(name) || Object.hasOwn(dimensions, name)) return null;
    if (name === 'year' && !/^\d{4}$/.test(value)) return null;
    if (name === 'month' && !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(value)) return null;
    dimensions[name] = readValue(value);
  }
  const { year, month } = dimensions;
  if (year !== undefined && month !== undefined && !month.startsWith(year)) return null;
  return { measure, dimensions };
}
