import { halfWidth } from './half-width.js';

/** A number as a person wrote it. */
export interface TypedNumber {
  /** As YAML writes it: digits with at most one point. */
  readonly number: string;
  /** The word behind it, such as 场; empty where there is none. */
  readonly unit: string;
  /** Written in 万 or 亿: most likely rounded. */
  readonly rounded: boolean;
}

/** Grouping commas stand at thousands alone: 36,768 is a number, 3,68 is none. */
const NUMBER = /^(-?)(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?(万|亿)?(\p{Script=Han}{0,4})$/u;
const ZEROS: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };
/** 100多, 约100, 十几: the number itself is not known. */
const VAGUE = /[多余几来左右上下约近数半零〇一二三四五六七八九十百千万亿两]/;

/**
 * The number meant by 36,768, １００, 100场 or 17.2万. Null where it is not certain: 100多场, 3,68, two numbers, a
 * leading zero, or more digits than are kept exactly.
 */
export function readTypedNumber(text: string): TypedNumber | null {
  const found = NUMBER.exec(
    halfWidth(text)
      .replace(/(?<=\d)\s+(?=\p{Script=Han})/gu, '')
      .trim(),
  );
  if (found === null) return null;
  const [, sign = '', whole = '', fraction = '', large, unit = ''] = found;
  if (VAGUE.test(unit)) return null;
  const number = sign + shifted(whole.replaceAll(',', ''), fraction, large === undefined ? 0 : (ZEROS[large] ?? 0));
  if (Math.abs(Number(number)) > Number.MAX_SAFE_INTEGER) return null;
  return { number, unit, rounded: large !== undefined };
}

/** The point moved to the right, on the digits themselves: 17.2万 is 172000, without binary fractions. */
function shifted(whole: string, fraction: string, places: number): string {
  const digits = fraction.padEnd(places, '0');
  const integer = (whole + digits.slice(0, places)).replace(/^0+(?=\d)/, '');
  const rest = digits.slice(places);
  return rest === '' ? integer : `${integer}.${rest}`;
}
