import { expect, test } from 'vitest';
import { chineseNumeral } from '../../src/text/numerals.js';

test.each([
  [0, '零'],
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [24, '二十四'],
  [100, '一百'],
  [101, '一百零一'],
  [110, '一百一十'],
  [1001, '一千零一'],
  [1010, '一千零一十'],
  [9999, '九千九百九十九'],
])('%i is %s', (value, numeral) => {
  expect(chineseNumeral(value)).toBe(numeral);
});

test('no two numbers share a numeral', () => {
  expect(new Set(Array.from({ length: 10000 }, (_, value) => chineseNumeral(value))).size).toBe(10000);
});

test.each([-1, 1.5, 10000, Number.NaN])('%d is refused', (value) => {
  expect(() => chineseNumeral(value)).toThrow(RangeError);
});
