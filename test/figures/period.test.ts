import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePeriod, periodBefore, readPeriod, yearBefore, yearPeriod } from '../../src/figures/period.js';
import { addDays, daysFromTo } from '../../src/text/calendar-date.js';

describe('a period has its days and its name', () => {
  test.each([
    ['2025', '2025-01-01', '2025-12-31', '2025年'],
    ['2025-H1', '2025-01-01', '2025-06-30', '2025年上半年'],
    ['2025-H2', '2025-07-01', '2025-12-31', '2025年下半年'],
    ['2025-Q2', '2025-04-01', '2025-06-30', '2025年第二季度'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024年2月'],
    ['2025-03-01..2025-05-15', '2025-03-01', '2025-05-15', '2025年3月1日—5月15日'],
  ])('%s', (id, from, until, name) => {
    expect(parsePeriod(id)).toMatchObject({ id, from, until, name, year: Number(id.slice(0, 4)) });
  });
});

describe('it is read as people type it', () => {
  test.each([
    ['2025-q2', '2025-Q2'],
    ['２０２５－０６', '2025-06'],
    ['2025年6月', '2025-06'],
    ['2025年上半年', '2025-H1'],
    ['2025年第三季度', '2025-Q3'],
    ['2025年4季度', '2025-Q4'],
    ['2025年', '2025'],
    ['2025-03-01至2025-05-15', '2025-03-01..2025-05-15'],
    // The same days are the same period.
    ['2025-04..2025-06', '2025-Q2'],
    ['2025-01-01..2025-12-31', '2025'],
  ])('%s', (typed, id) => {
    expect(readPeriod(typed)?.id).toBe(id);
  });

  test.each([
    '',
    '今年',
    '2025-13',
    '2025-00',
    '2025-Q5',
    '2025-H3',
    '2025年13月',
    '2025-02-30..2025-03-01',
    '2025-05-31..2025-03-01',
    '2024-12-01..2025-02-28',
    '2025-03-01..',
    '1025',
  ])('but not “%s”', (typed) => {
    expect(readPeriod(typed)).toBeNull();
  });
});

test('any days of a year are a period, and its id says the same again', () => {
  const day = fc.integer({ min: 0, max: 365 }).map((offset) => addDays('2024-01-01', offset));
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [from = a, until = b] = [a, b].sort();
      const period = readPeriod(`${from}..${until}`);
      expect(period).toMatchObject({ from, until, year: 2024 });
      expect(parsePeriod(period?.id ?? '')).toEqual(period);
      const before = period && yearBefore(period);
      expect(before?.year).toBe(2023);
      expect(daysFromTo(before?.from ?? '', before?.until ?? '')).toBeLessThanOrEqual(daysFromTo(from, until));
    }),
  );
});

test('months, quarters and halves follow each other through the year', () => {
  const ids = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `2025-${letter}${index + 1}`);
  const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);
  for (const parts of [ids('H', 2), ids('Q', 4), months]) {
    const periods = parts.map((id) => parsePeriod(id) ?? yearPeriod(1));
    expect(periods[0]?.from).toBe('2025-01-01');
    expect(periods.at(-1)?.until).toBe('2025-12-31');
    for (const [index, { until }] of periods.slice(0, -1).entries()) {
      expect(periods[index + 1]?.from).toBe(addDays(until, 1));
    }
  }
});

test.each([
  ['2025', '2024'],
  ['2025-H2', '2025-H1'],
  ['2025-H1', '2024-H2'],
  ['2025-Q1', '2024-Q4'],
  ['2025-Q3', '2025-Q2'],
  ['2025-01', '2024-12'],
  ['2025-06', '2025-05'],
  ['2025-03-11..2025-05-15', undefined],
])('before %s comes %s', (id, before) => {
  expect(periodBefore(parsePeriod(id) ?? yearPeriod(1999))?.id).toBe(before);
});
