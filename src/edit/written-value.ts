import { keyOrder } from '../schema/key-order.js';
import type { Kind } from '../schema/kinds.js';
import { yamlText } from '../schema/yaml-text.js';
import { scalarText } from '../text/scalar-text.js';

/** Where a value stands: its kind, and its path in the record, by which the dictionary orders the keys inside it. */
export interface WrittenPlace {
  readonly kind: Kind;
  readonly path: readonly (string | number)[];
}

type Fields = Readonly<Record<string, unknown>>;

const STEP = '  ';

/**
 * A new record as the ledger writes it: block style, one key a line in the order of the dictionary, lists of words in
 * brackets. Lines end in line feeds.
 * @param indent the spaces before its dash
 */
export function writtenRecord(kind: Kind, value: object, indent = ''): string {
  const lines = mappingText(value as Fields, { kind, path: [] }, `${indent}${STEP}`);
  return `${indent}- ${lines.slice(indent.length + STEP.length)}\n`;
}

/**
 * A value as it stands behind `key:`, with the space or line feed before it.
 * @param indent the spaces before the key
 */
export function writtenValue(value: unknown, place: WrittenPlace, indent: string): string {
  if (typeof value === 'string' && isParagraphs(value)) return ` ${literalText(value, indent)}`;
  if (Array.isArray(value) && value.some(isMapping)) {
    const items = value.map((item, index) => writtenItem(item, inside(place, index), `${indent}${STEP}`));
    return `\n${items.join('\n')}`;
  }
  if (isMapping(value) && Object.keys(value).length > 0 && !Object.values(value).some(isMapping))
    return `\n${mappingText(value, place, `${indent}${STEP}`)}`;
  return ` ${isMapping(value) || Array.isArray(value) ? flowText(value, place) : blockScalar(value)}`;
}

/** An item of a list in block style, with its dash. @param indent the spaces before the dash */
export function writtenItem(value: unknown, place: WrittenPlace, indent: string): string {
  if (isMapping(value) && Object.keys(value).length > 0)
    return `${indent}- ${mappingText(value, place, `${indent}${STEP}`).slice(indent.length + STEP.length)}`;
  return `${indent}-${writtenValue(value, place, indent)}`;
}

/** A value on one line, as it stands within brackets. */
export function flowText(value: unknown, place: WrittenPlace): string {
  if (Array.isArray(value)) return `[${value.map((item, index) => flowText(item, inside(place, index))).join(', ')}]`;
  if (!isMapping(value)) return typeof value === 'string' ? yamlText(value) : scalarText(value) || 'null';
  const pairs = sorted(value, place).map(([key, child]) => `${yamlKey(key)}: ${flowText(child, inside(place, key))}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** A scalar as it stands behind a key of a block mapping: quoted only where it must be. */
export function blockScalar(value: unknown): string {
  if (typeof value !== 'string') return scalarText(value) || 'null';
  return isPlain(value) ? value : yamlText(value);
}

/** A key: quoted only where it must be. */
export function yamlKey(key: string): string {
  return /^[A-Za-z][\w-]*$/.test(key) ? key : yamlText(key);
}

/**
 * Whether a line of prose needs no quotes outside brackets: it begins with a letter or an opening quotation mark, has a
 * Chinese character, and nothing that YAML takes for a comment or a key.
 */
function isPlain(text: string): boolean {
  if (!/\p{Script=Han}/u.test(text) || !/^[\p{L}\p{N}【《“（〔]/u.test(text)) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may stand in a plain scalar.
  return !/[\u0000-\u001f\u007f-\u00a0\u2028\u2029\ufeff]|:(?:\s|$)|\s#|\s$|\s{2}/.test(text);
}

/** A mapping in block style, without a line feed at the end. */
function mappingText(value: Fields, place: WrittenPlace, indent: string): string {
  return sorted(value, place)
    .map(([key, child]) => `${indent}${yamlKey(key)}:${writtenValue(child, inside(place, key), indent)}`)
    .join('\n');
}

function sorted(value: Fields, { kind, path }: WrittenPlace): [string, unknown][] {
  const order = keyOrder(kind, path.map(String));
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.entries(value)
    .filter(([, child]) => child !== undefined)
    .sort(([a], [b]) => rank(a) - rank(b));
}

/** Whether a text has lines of its own that a literal block can keep. */
function isParagraphs(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a literal block cannot hold them.
  return /^\S.*\n/.test(text) && !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]|\n\n$/.test(text);
}

function literalText(text: string, indent: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  return [
    text.endsWith('\n') ? '|' : '|-',
    ...lines.map((line) => (line === '' ? '' : `${indent}${STEP}${line}`)),
  ].join('\n');
}

const inside = ({ kind, path }: WrittenPlace, key: string | number): WrittenPlace => ({ kind, path: [...path, key] });

function isMapping(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
