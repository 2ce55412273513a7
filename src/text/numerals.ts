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

const VALUES: Readonly<Record<string, number>> = {
  〇: 0,
  两: 2,
  ...Object.fromEntries([...DIGITS].map((d, i) => [d, i])),
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/**
 * The whole number that Chinese words give: 十三, 一百零五, 两万三千. Null for anything else: 三五 (three to five), 二三百,
 * 一百二 (120 or 102), and digits one by one, which are years and names.
 */
export function readChineseNumeral(words: string): number | null {
  const [below = '', above] = words.split('万').toReversed();
  if (words.split('万').length > 2 || above === '') return null;
  const [high, low] = [above === undefined ? 0 : readBelowMyriad(above), below === '' ? 0 : readBelowMyriad(below)];
  if (words === '' || high === null || low === null) return null;
  return high * 10_000 + low;
}

function readBelowMyriad(words: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  let last = 10_000;
  let zero = false;
  for (const [index, word] of [...words].entries()) {
    const ten = TENS[word];
    if (ten !== undefined) {
      if (ten >= last || digit === 0 || (digit === null && !(ten === 10 && index === 0))) return null;
      sum += (digit ?? 1) * ten;
      [last, digit, zero] = [ten, null, false];
      continue;
    }
    const value = VALUES[word];
    if (value === undefined || digit !== null) return null;
    if (value === 0 && words.length > 1) zero = true;
    else digit = value;
  }
  // 一百二 leaves open whether 二 are tens.
  if (digit !== null && sum > 0 && last > 10 && !zero) return null;
  if (digit === null && zero) return null;
  return sum + (digit ?? 0);
}
