import type { Ledger } from '../ledger/ledger.js';
import { MEASURES, measureNamed } from './measures.js';
import { TARGET_MEASURES } from './target.js';

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
] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Dimensions = { readonly [D in Dimension]?: string | undefined };

/** `activities@year=2025,pairing=东湖`: the dimensions always in one order, so that a figure has one id. */
export function formatFigureId(measure: string, dimensions: Dimensions): string {
  const parts = DIMENSIONS.flatMap((name) => (dimensions[name] === undefined ? [] : [`${name}=${dimensions[name]}`]));
  return parts.length === 0 ? measure : `${measure}@${parts.join(',')}`;
}

/** Takes an id apart; null where it is not of the form, or names an unknown dimension or one twice. */
export function parseFigureId(id: string): { measure: string; dimensions: Dimensions } | null {
  const [measure = '', rest] = id.split('@');
  const dimensions: Record<string, string> = {};
  for (const part of rest === undefined ? [] : rest.split(',')) {
    const [, name = '', value = ''] = /^([a-z]+)=(.+)$/.exec(part) ?? [];
    if (!(DIMENSIONS as readonly string[]).includes(name) || Object.hasOwn(dimensions, name)) return null;
    dimensions[name] = value;
  }
  return { measure, dimensions };
}

/** Whether an id names a figure of this ledger: a fact, or a measure with dimensions it has. */
export function knowsFigure(ledger: Ledger, id: string): boolean {
  if (ledger.get('facts', id)) return true;
  const parsed = parseFigureId(id);
  if (!parsed) return false;
  if (TARGET_MEASURES.includes(parsed.measure)) return ledger.get('targets', parsed.dimensions.target) !== undefined;
  const measure = measureNamed(parsed.measure);
  return measure !== undefined && Object.keys(parsed.dimensions).every((name) => measure.dimensions.includes(name as Dimension));
}

/** Ids worth offering for a wrong one: the facts', and the measures' names. */
export function knownFigureIds(ledger: Ledger): readonly string[] {
  return [...ledger.ids('facts'), ...MEASURES.map(({ name }) => name)];
}
