import { afterEach, describe, expect, test } from 'vitest';
import * as dates from '../../src/text/calendar-date.js';

describe('the interval of a date', () => {
  test.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025-02', '2025-02-01', '2025-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-12', '2025-12-01', '2025-12-31'],
    ['2025-03-11', '2025-03-11', '2025-03-11'],
  ])('%s runs from %s to %s', (date, first, last) => {
    expect([dates.firstDay(date), dates.lastDay(date)]).toEqual([first, last]);
  });

  test('a date is before another only if all of its days are', () => {
    expect(dates.certainlyBefore('2025-02', '2025-03-01')).toBe(true);
    expect(dates.certainlyBefore('2024', '2025')).toBe(true);
    expect(dates.certainlyBefore('2025-03', '2025-03-11')).toBe(false);
    expect(dates.certainlyBefore('2025', '2025-12')).toBe(false);
    expect(dates.certainlyBefore('2025-03-11', '2025-03-11')).toBe(false);
  });
});

describe('a day', () => {
  test('is added to across months and years', () => {
    expect(dates.addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(dates.addDays('2025-01-01', -1)).toBe('2024-12-31');
  });

  test('both ends of a span count', () => {
    expect(dates.daysFromTo('2025-03-11', '2025-03-11')).toBe(1);
    expect(dates.daysFromTo('2025-03-11', '2025-12-31')).toBe(296);
    expect(dates.daysFromTo('2025-03-11', '2025-03-10')).toBe(0);
  });

  test.each([
    ['2025-12-28', '2025-W52'],
    ['2025-12-29', '2026-W01'],
    ['2021-01-03', '2020-W53'],
    ['2025-03-10', '2025-W11'],
  ])('%s lies in week %s', (day, week) => {
    expect(dates.isoWeek(day)).toBe(week);
  });

  test('has a quarter, a month and a year', () => {
    expect(['2025-03-31', '2025-04-01', '2025-12-31'].map(dates.quarterOf)).toEqual(['2025-Q1', '2025-Q2', '2025-Q4']);
    expect(dates.monthOf('2025-03-11')).toBe('2025-03');
    expect(dates.yearOf('2025-03')).toBe(2025);
  });

  test.each(['2025-02-30', '2025-03', '今天'])('%s is refused', (text) => {
    expect(() => dates.addDays(text, 1)).toThrow(RangeError);
    expect(() => dates.isoWeek(text)).toThrow(RangeError);
  });

  test.each(['2025-02-30', '长期'])('%s has no interval', (text) => {
    expect(() => dates.firstDay(text)).toThrow(RangeError);
    expect(() => dates.lastDay(text)).toThrow(RangeError);
  });
});

describe("the host's time zone", () => {
  const host = process.env.TZ;
  afterEach(() => {
    if (host === undefined) delete process.env.TZ;
    else process.env.TZ = host;
  });

  test.each(['UTC', 'Asia/Shanghai', 'America/Sao_Paulo', 'Pacific/Kiritimati', 'Africa/Cairo'])(
    '%s does not matter',
    (zone) => {
      process.env.TZ = zone;
      for (let time = Date.UTC(2017, 0, 1); time < Date.UTC(2027, 0, 1); time += 86_400_000) {
        const day = new Date(time).toISOString().slice(0, 10);
        expect(dates.addDays(day, 1)).toBe(new Date(time + 86_400_000).toISOString().slice(0, 10));
        expect(dates.daysFromTo('2017-01-01', day)).toBe((time - Date.UTC(2017, 0, 1)) / 86_400_000 + 1);
      }
      expect(dates.isoWeek('2025-12-29')).toBe('2026-W01');
      expect(dates.lastDay('2018-11')).toBe('2018-11-30');
    },
  );
});
