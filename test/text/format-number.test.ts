import { expect, test } from 'vitest';
import { formatNumber } from '../../src/text/format-number.js';

test.each([
  [205200, undefined, '205200'],
  [4.5, undefined, '4.5'],
  [0, undefined, '0'],
  [1e21, undefined, '1000000000000000000000'],
  [1.5e-7, undefined, '0.00000015'],
  [10, 1, '10.0'],
  [96.15, 1, '96.2'],
  [1.005, 2, '1.01'],
  [99.95, 1, '100.0'],
  [0.04, 1, '0.0'],
  [-0.04, 1, '0.0'],
  [-2.5, 0, '-3'],
  [-0, undefined, '0'],
  [1e-7, 2, '0.00'],
])('%d with %j decimals is %s', (value, decimals, text) => {
  expect(formatNumber(value, decimals)).toBe(text);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d cannot be printed', (value) => {
  expect(() => formatNumber(value)).toThrow(RangeError);
});
