import { chineseNumeral } from '../text/numerals.js';

const STYLES: readonly ((ordinal: number) => string)[] = [
  (ordinal) => `${chineseNumeral(ordinal)}、`,
  (ordinal) => `${ordinal}.`,
  (ordinal) => `（${ordinal}）`,
  (ordinal) => `${ordinal}）`,
];

/**
 * The printed number of a heading, as the 2021 and 2025 summaries number theirs (一、 then 1. directly):
 * level 1 一、, 2 1., 3 （1）, 4 1）. Where `unnumbered` levels above carry no number, the children
 * begin with 一、 again. All formats use this function.
 * @throws RangeError for an ordinal 一、 cannot write (see chineseNumeral).
 */
export function headingNumber(level: number, ordinal: number, unnumbered = 0): string {
  return STYLES[level - 1 - unnumbered]?.(ordinal) ?? '';
}
