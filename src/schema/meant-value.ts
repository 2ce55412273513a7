import { cleanName, foldName } from '../text/clean-name.js';
import { isPartialDate } from '../text/date-format.js';
import { halfWidth } from '../text/half-width.js';
import { scalarText } from '../text/scalar-text.js';
import { readTypedDate } from '../text/typed-date.js';
import { readTypedNumber } from '../text/typed-number.js';
import type { SchemaNode } from './dictionary.js';
import { isText } from './type-name.js';
import { yamlText } from './yaml-text.js';

/** The likely meaning of a value that is invalid for its field. */
export interface Meant {
  /** As it is typed in YAML. */
  readonly yaml: string;
  /** It has a single meaning: `--fix` may write it. */
  readonly sure: boolean;
  /** The typed unit and the field's own, where they differ: the user has to decide. */
  readonly units?: { readonly typed: string; readonly own: string };
}

/** A value as it was read and as it was typed, with the unit its record names (facts, targets). */
export interface Typed {
  readonly value: unknown;
  readonly text: string;
  readonly unit?: unknown;
}

/** A longer text is no word, number or date. */
const LONGEST = 500;

/** Separators of a list that is written as a sentence. */
const BETWEEN_ITEMS = /[，、；,;]/;
const BRACKETS = /^[［【[]([^［【】］]*)[］】\]]$/;

/** The meaning of a typed value for its field; null where it would be a guess. */
export function meantValue(node: SchemaNode, typed: Typed): Meant | null {
  const { value } = typed;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  // A number has lost its zeros and points: its text as typed is used.
  const text = typeof value === 'string' ? value : typed.text;
  if (text.length > LONGEST) return null;
  if (node.format === 'date' || node.format === 'partial-date') return meantDate(node, text);
  if (node.enum) return meantChoice(node.enum, text);
  if (node.type === 'boolean') return meantBoolean(text);
  const types = [node.type].flat();
  if (typeof value === 'string' && (types.includes('integer') || types.includes('number'))) {
    return meantNumber(node, text, typed.unit);
  }
  if (types.includes('array')) return meantList(node.items, text);
  if (!isText(node)) return null;
  return typeof value === 'string' ? meantName(node, text) : { yaml: JSON.stringify(text), sure: true };
}

function meantDate({ format }: SchemaNode, text: string): Meant | null {
  const name = cleanName(text);
  const date = isPartialDate(name) ? name : readTypedDate(name);
  if (date === null || (format === 'date' && date.length < 10)) return null;
  return { yaml: yamlText(date), sure: true };
}

/** A number is sure without a unit or with the field's own; in 万 it was probably rounded. */
function meantNumber(
  { type, minimum, maximum, 'x-unit': own }: SchemaNode,
  text: string,
  sibling: unknown,
): Meant | null {
  const typed = readTypedNumber(cleanName(text));
  if (typed === null) return null;
  const number = Number(typed.number);
  const fits = number >= (minimum ?? -Infinity) && number <= (maximum ?? Infinity);
  if (!fits || (type === 'integer' && !Number.isInteger(number))) return null;
  const unit = own ?? (typeof sibling === 'string' ? sibling : undefined);
  const sameUnit = typed.unit === '' || typed.unit === unit;
  // 300元 in a field that counts persons may be the wrong number.
  if (unit !== undefined && !sameUnit)
    return { yaml: typed.number, sure: false, units: { typed: typed.unit, own: unit } };
  return { yaml: typed.number, sure: sameUnit && !typed.rounded };
}

const YES = ['是', '有', '对', '真', '√', '✓', 'yes', 'y', 'true', '1'];
const NO = ['否', '不是', '没有', '无', '假', '×', 'no', 'n', 'false', '0'];

function meantBoolean(text: string): Meant | null {
  const word = foldName(text).toLowerCase();
  if (YES.includes(word)) return { yaml: 'true', sure: true };
  return NO.includes(word) ? { yaml: 'false', sure: true } : null;
}

function meantChoice(allowed: readonly unknown[], text: string): Meant | null {
  const folded = foldName(text);
  const [only, second] = allowed.filter((choice) => foldName(scalarText(choice)) === folded);
  if (only !== undefined && second === undefined) return { yaml: yamlText(scalarText(only)), sure: true };
  const words = text.split(BETWEEN_ITEMS).map(cleanName);
  return words.every((word) => allowed.includes(word)) ? { yaml: words.map(yamlText).join(', '), sure: false } : null;
}

/** A single word is a list of one; several with separators are sure only where the dictionary lists them all. */
function meantList(items: SchemaNode | undefined, text: string): Meant | null {
  const inner = BRACKETS.exec(text.trim())?.[1] ?? text;
  const words = inner.split(BETWEEN_ITEMS).map(cleanName);
  if (!items || words.includes('') || text.includes('\n')) return null;
  const { enum: allowed } = items;
  const known = allowed === undefined || words.every((word) => allowed.includes(word));
  const bare = items.enum !== undefined || items.type === 'string' || items.$ref !== undefined;
  if (!known || !bare) return null;
  return { yaml: `[${words.map(yamlText).join(', ')}]`, sure: allowed !== undefined || words.length === 1 };
}

/** A name or id without the spaces, quotation marks and full-width letters its pattern refuses. */
function meantName({ pattern, minLength = 0 }: SchemaNode, text: string): Meant | null {
  if (pattern === undefined) return null;
  const allowed = new RegExp(pattern, 'u');
  const found = [text.trim(), cleanName(text), foldName(text), foldName(halfWidth(text))].find(
    (name) => name !== text && name.length >= minLength && allowed.test(name),
  );
  return found === undefined ? null : { yaml: yamlText(found), sure: true };
}
