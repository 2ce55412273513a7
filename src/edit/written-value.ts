import { nodeAt } from '../schema/dictionary.js';
import { keyOrder } from '../schema/key-order.js';
import type { Kind } from '../schema/kinds.js';
import { yamlLine, yamlText } from '../schema/yaml-text.js';
import { scalarText } from '../text/scalar-text.js';
import { displayWidth } from '../text/width.js';
import { Comments } from './comments.js';

/** Where a value stands: its kind, and its path in the record, by which the dictionary orders the keys inside it. */
export interface WrittenPlace {
  readonly kind: Kind | 'workspace';
  readonly path: readonly (string | number)[];
  /** What is written beside the values; its paths begin in the record. */
  readonly comments?: Comments;
}

type Fields = Readonly<Record<string, unknown>>;

const STEP = '  ';
/**
 * The columns of a list or group in brackets; a wider one stands below its key, one item a line. A line of prose may be
 * longer: YAML would put a space between the Chinese characters where it is folded.
 */
const WIDEST = 120;
const NO_COMMENTS = new Comments();

/**
 * A record as the ledger writes it: block style, one key a line in the order of the dictionary, lists of words in brackets.
 * Lines end in line feeds.
 * @param indent the spaces before its dash
 */
export function writtenRecord(kind: Kind, value: object, indent = '', comments = NO_COMMENTS): string {
  return `${writtenItem(value, { kind, path: [], comments }, indent)}\n`;
}

/** The settings as `init` and `fmt` write them: one mapping, with the layout of a record. */
export function writtenSettings(value: object, comments = NO_COMMENTS): string {
  return `${mappingText(value as Fields, { kind: 'workspace', path: [], comments }, '')}\n`;
}

/**
 * A value as it stands behind `key:`, with the space or line feed before it.
 * @param indent the spaces before the key
 */
export function writtenValue(value: unknown, place: WrittenPlace, indent: string): string {
  const { behind, below } = remarksAt(place);
  const comment = behind === undefined ? '' : ` ${behind}`;
  if (typeof value === 'string' && isParagraphs(value)) return literalText(value, indent, comment);
  if (!Array.isArray(value) && !isMapping(value)) return ` ${blockScalar(value)}${comment}`;
  if (isInBrackets(value, place, indent)) return ` ${flowText(value, place)}${comment}`;
  const inner = `${indent}${STEP}`;
  if (isMapping(value)) return `${comment}\n${mappingText(value, place, inner)}`;
  const items = value.map((item, index) => writtenItem(item, inside(place, index), inner));
  return `${comment}\n${[...items, ...below.map((line) => inner + line)].join('\n')}`;
}

/** An item of a list in block style, with its dash. @param indent the spaces before the dash */
export function writtenItem(value: unknown, place: WrittenPlace, indent: string): string {
  const { above, behind } = remarksAt(place);
  if (!isMapping(value) || Object.keys(value).length === 0)
    return linesOf(above, `${indent}-${writtenValue(value, place, indent)}`, indent);
  // A key stands behind the dash: a comment on the dash, or above that key, goes above the item.
  const [[first = ''] = []] = sorted(value, place);
  const lead = [...above, ...(behind === undefined ? [] : [behind]), ...remarksAt(inside(place, first)).above];
  const fields = mappingText(value, place, `${indent}${STEP}`, first);
  return linesOf(lead, `${indent}- ${fields.slice(indent.length + STEP.length)}`, indent);
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
  return yamlLine(value);
}

/** A key: quoted only where it must be. */
export function yamlKey(key: string): string {
  return /^[A-Za-z][\w.-]*$/.test(key) ? key : yamlText(key);
}

/** A mapping in block style, without a line feed at the end. @param bare the key whose comments above are written elsewhere */
function mappingText(value: Fields, place: WrittenPlace, indent: string, bare?: string): string {
  const fields = sorted(value, place).map(([key, child]) => {
    const at = inside(place, key);
    const above = key === bare ? [] : remarksAt(at).above;
    return linesOf(above, `${indent}${yamlKey(key)}:${writtenValue(child, at, indent)}`, indent);
  });
  return [...fields, ...remarksAt(place).below.map((line) => indent + line)].join('\n');
}

/** A text below its comments, among which an empty line stays empty. */
function linesOf(above: readonly string[], text: string, indent: string): string {
  return [...above.map((line) => (line === '' ? '' : indent + line)), text].join('\n');
}

function sorted(value: Fields, { kind, path }: WrittenPlace): [string, unknown][] {
  const order = keyOrder(kind, path.map(String));
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.entries(value)
    .filter(([, child]) => child !== undefined)
    .sort(([a], [b]) => rank(a) - rank(b));
}

/**
 * Whether a list or a group stands on the line of its key: what has no comment inside and is not too wide. A list does if
 * its items are no groups; a group if it is empty or holds another by the dictionary (what a target counts).
 */
function isInBrackets(value: Fields | readonly unknown[], place: WrittenPlace, indent: string): boolean {
  if (place.comments?.areWithin(place.path)) return false;
  if (Array.isArray(value) ? value.some(isMapping) : Object.keys(value).length > 0 && !holdsGroup(place)) return false;
  const last = place.path.at(-1);
  const key = typeof last === 'string' ? `${yamlKey(last)}: ` : '- ';
  return displayWidth(indent + key + flowText(value, place)) <= WIDEST;
}

function holdsGroup({ kind, path }: WrittenPlace): boolean {
  const names = path.map(String);
  const { properties = {} } = nodeAt(kind, names) ?? {};
  return Object.keys(properties).some((name) => nodeAt(kind, [...names, name])?.type === 'object');
}

/** Whether a text has lines of its own that a literal block can keep. */
function isParagraphs(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a literal block cannot hold them.
  return /^\S.*\n/.test(text) && !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]|\n\n$/.test(text);
}

function literalText(text: string, indent: string, comment: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  return [
    ` ${text.endsWith('\n') ? '|' : '|-'}${comment}`,
    ...lines.map((line) => (line === '' ? '' : `${indent}${STEP}${line}`)),
  ].join('\n');
}

const remarksAt = ({ comments = NO_COMMENTS, path }: WrittenPlace) => comments.at(path);

const inside = (place: WrittenPlace, key: string | number): WrittenPlace => ({ ...place, path: [...place.path, key] });

function isMapping(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
