const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

/**
 * A whole number in Chinese as headings write it: 一, 十, 十一, 一百零一. Headings number their
 * parts so, and nothing printed has more than 9999 parts.
 * @throws RangeError unless `value` is an integer from 0 to 9999.
 */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) {
    throw new RangeError(`chineseNumeral: ${value} is not an integer from 0 to 9999`);
  }
  if (value === 0) return '零';
  return spellOut(String(value)).replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}

function spellOut(decimal: string): string {
  return [...decimal]
    .map((digit, index) => (digit === '0' ? '零' : `${DIGITS[Number(digit)]}${UNITS[decimal.length - 1 - index]}`))
    .join('');
}
