import type { InBoth } from '../diagnostics/diagnostic.js';
import { cleanName } from '../text/clean-name.js';
import { halfWidth } from '../text/half-width.js';
import { readTypedNumber } from '../text/typed-number.js';
import type { SchemaNode } from './dictionary.js';

/** What was typed where an exact value is wanted, and the fields beside it, which may hold what is not exact. */
interface Inexact {
  readonly node: SchemaNode;
  readonly key: string;
  readonly value: unknown;
  readonly beside: Readonly<Record<string, SchemaNode>>;
  /** The year that its file names, for an example. */
  readonly year: string;
}

/** How people write the bounds of the dictionary: 约20, 20余人, 20人左右. */
const BOUNDS: readonly (readonly [bound: string, pattern: RegExp])[] = [
  ['约', /^(?:约|大约|大概)(.+)$/],
  ['约', /^(.+?)(?:左右|上下)$/],
  ['近', /^(?:近|将近|接近)(.+)$/],
  ['不少于', /^(?:不少于|至少|超过|超)(.+)$/],
  ['不少于', /^(.+?)(?:以上)$/],
  ['余', /^(\d+)(?:余|多)(\D*)$/],
];
const MONTH = /^(?:(\d{4})年)?(\d{1,2})月份?(?:底|末|初|中旬|上旬|下旬|前)?$/;
const LONGEST = 40;

/** The fields in which a number that is only about right, or a day that is no date, belongs; null for other values. */
export function inexactAdvice(typed: Inexact): InBoth | null {
  if (typeof typed.value !== 'string' || typed.value.length > LONGEST) return null;
  const text = halfWidth(cleanName(typed.value));
  return typed.node.format === 'partial-date' ? noDate(typed, text) : bounded(typed, text);
}

function bounded({ node, key, beside }: Inexact, text: string): InBoth | null {
  const field = [`${key}Bound`, 'bound'].find((name) => beside[name] !== undefined);
  if (field === undefined || ![node.type].flat().some((type) => type === 'integer' || type === 'number')) return null;
  for (const [bound, pattern] of BOUNDS) {
    const found = pattern.exec(text)?.slice(1).join('');
    const number = found === undefined ? null : readTypedNumber(found);
    if (number === null || !beside[field]?.enum?.includes(bound)) continue;
    return {
      zh: `数和约数分开写：${key}: ${number.number}，另起一行 ${field}: ${bound}。`,
      en: `Write the number and its bound apart: ${key}: ${number.number}, and on a line of its own ${field}: ${bound}.`,
    };
  }
  return null;
}

/** 9月底 names a month, perhaps without its year; what names no day at all is a text. */
function noDate({ key, beside, year }: Inexact, text: string): InBoth | null {
  const [, typedYear, month] = MONTH.exec(text) ?? [];
  const asText = `${key}Text`;
  const mayBeText = beside[asText] !== undefined;
  if (month === undefined && !mayBeText) return null;
  const valid = month !== undefined && Number(month) >= 1 && Number(month) <= 12;
  const date = valid ? `${key}: ${typedYear ?? year}-${month.padStart(2, '0')}` : '';
  const orText = mayBeText ? `${asText}: ${text}` : '';
  const options = [date, orText].filter((option) => option !== '');
  if (options.length === 0) return null;
  const yearMissing = valid && typedYear === undefined;
  return {
    zh: `${yearMissing ? '没有写年份，哪一年要您补上：' : ''}写成 ${options.join('；或者按原文写 ')}。`,
    en: `${yearMissing ? 'The year is missing, please add it: ' : ''}Write ${options.join('; or, as the document has it, ')}.`,
  };
}
