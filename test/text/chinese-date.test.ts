import { expect, test } from 'vitest';
import { formatDate, formatPeriod } from '../../src/text/chinese-date.js';

test.each([
  ['2025-03-11', '2025年3月11日', '3月11日'],
  ['2025-03', '2025年3月', '3月'],
  ['2025', '2025年', '2025年'],
])('%s is %s, in short %s', (date, long, short) => {
  expect(formatDate(date)).toBe(long);
  expect(formatDate(date, { short: true })).toBe(short);
});

test.each([
  ['2025-01', '2025-12', '2025年1—12月'],
  ['2025-03-11', '2025-12-31', '2025年3月11日—12月31日'],
  ['2025-03-11', '2025-03-31', '2025年3月11—31日'],
  ['2025-03', '2025-12-31', '2025年3月—12月31日'],
  ['2024-12', '2025-01', '2024年12月—2025年1月'],
  ['2021', '2025', '2021—2025年'],
  ['2025', '2026-03', '2025年—2026年3月'],
  ['2025-03-11', '2025-03-11', '2025年3月11日'],
])('%s to %s is %s', (from, until, period) => {
  expect(formatPeriod(from, until)).toBe(period);
});

test('a short period leaves the year out only when both ends share it', () => {
  expect(formatPeriod('2025-01', '2025-12', { short: true })).toBe('1—12月');
  expect(formatPeriod('2025-03-11', '2025-12-31', { short: true })).toBe('3月11日—12月31日');
  expect(formatPeriod('2024-12', '2025-01', { short: true })).toBe('2024年12月—2025年1月');
});
