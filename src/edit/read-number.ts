import type { SchemaNode } from '../schema/dictionary.js';
import { typeName } from '../schema/type-name.js';
import { cleanName } from '../text/clean-name.js';
import { halfWidth } from '../text/half-width.js';
import { readTypedNumber } from '../text/typed-number.js';
import { isSure, quoted, type Reading, type Unsure, type Written } from './reading.js';

const BEFORE = /^(?:大?约|将?近|不少于|至少)/;
/** 80余人, 80左右, 80人左右. */
const BEHIND = /^([\d,.]+)(余|多|左右|以上)(.*)$|^([\d,.]+\p{Script=Han}*)(左右|以上)$/u;
/** The bounds of the dictionary for the words that people write. */
const BOUNDS: Readonly<Record<string, string>> = {
  大约: '约',
  将近: '近',
  至少: '不少于',
  左右: '约',
  多: '余',
  以上: '不少于',
};
/** Units that people write for those of the dictionary. */
const SAME_UNITS: Readonly<Record<string, readonly string[]>> = {
  人次: ['人', '名', '人次'],
  小时: ['个小时', '时', 'h'],
};

/** A number with its unit and with the word that says how exact it is: 86人, 约86, 80余, １２０. */
export function readNumber(node: SchemaNode, { text, number }: Written): Reading {
  if (number !== undefined) return within(node, number, text);
  const { bound, exact } = boundOf(cleanName(text));
  const typed = readTypedNumber(exact);
  const own = node['x-unit'];
  if (typed === null) return notNumber(node, text);
  if (typed.unit !== '' && typed.unit !== own && !SAME_UNITS[own ?? '']?.includes(typed.unit)) {
    const counted = own === undefined ? '不带单位' : `按${own}计`;
    return { problem: `${quoted(text)}的单位是${typed.unit}，这里${counted}`, way: '只写数字', isDoubt: true };
  }
  if (typed.rounded && bound === undefined)
    return { problem: `${quoted(text)}像是约数`, way: `写成 ${typed.number} 或 约${typed.number}`, isDoubt: true };
  const reading = within(node, Number(typed.number), text);
  return bound === undefined || !isSure(reading) ? reading : { ...reading, bound };
}

function boundOf(text: string): { readonly bound: string | undefined; readonly exact: string } {
  const plain = halfWidth(text).replace(/\s/g, '');
  const [before] = BEFORE.exec(plain) ?? [];
  if (before !== undefined) return { bound: BOUNDS[before] ?? before, exact: plain.slice(before.length) };
  const [, digits, early = '', unit = '', counted = '', late = ''] = BEHIND.exec(plain) ?? [];
  const word = early + late;
  if (word === '') return { bound: undefined, exact: text };
  return { bound: BOUNDS[word] ?? word, exact: digits === undefined ? counted : digits + unit };
}

/** A number that the field can hold. */
function within(node: SchemaNode, number: number, text: string): Reading {
  const { type, minimum = -Infinity, maximum = Infinity } = node;
  if (type === 'integer' && !Number.isInteger(number)) return notNumber(node, text);
  if (number >= minimum && number <= maximum) return { value: number };
  const way = number < minimum ? `至少 ${minimum}` : `至多 ${maximum}`;
  return { problem: `${quoted(text)}${number < minimum ? '太小' : '太大'}`, way, isDoubt: false };
}

function notNumber(node: SchemaNode, text: string): Unsure {
  const unit = node['x-unit'];
  const way = `只写数字${unit === undefined ? '' : `，单位是${unit}`}；不确切的写 约86、80余`;
  return { problem: `${quoted(text)}不是${typeName(node)}`, way, isDoubt: false };
}
