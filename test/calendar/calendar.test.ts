import { type DogDay, SolarDay, SolarTerm } from 'tyme4ts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { festivals } from '../../src/calendar/festivals.js';
import { replyDay } from '../../src/calendar/reply-day.js';
import { serviceDays } from '../../src/calendar/service-days.js';
import { knowsYear, type NamedDay, solarTerms } from '../../src/calendar/solar-terms.js';
import { weekdayName } from '../../src/calendar/weekday.js';
import { workday } from '../../src/calendar/workday.js';

const listed = (days: readonly NamedDay[]): string => days.map(({ name, date }) => `${name}${date.slice(5)}`).join(' ');
const dayOf = (days: readonly NamedDay[], name: string): string | undefined =>
  days.find((day) => day.name === name)?.date;

describe('solar terms', () => {
  test('of 2025', () => {
    expect(listed(solarTerms(2025))).toBe(
      '小寒01-05 大寒01-20 立春02-03 雨水02-18 惊蛰03-05 春分03-20 清明04-04 谷雨04-20 立夏05-05 小满05-21 芒种06-05 夏至06-21 ' +
        '小暑07-07 大暑07-22 立秋08-07 处暑08-23 白露09-07 秋分09-23 寒露10-08 霜降10-23 立冬11-07 小雪11-22 大雪12-07 冬至12-21',
    );
  });

  // Within 20 minutes of midnight: a calculation a little off, or another time zone, moves them a day.
  test.each([
    [2020, '处暑', '2020-08-22'],
    [2020, '大雪', '2020-12-07'],
    [2021, '冬至', '2021-12-21'],
    [2023, '霜降', '2023-10-24'],
    [2026, '雨水', '2026-02-18'],
    [2035, '立夏', '2035-05-05'],
    [2035, '立秋', '2035-08-07'],
  ])('%i %s', (year, name, date) => expect(dayOf(solarTerms(year), name)).toBe(date));

  test('are 24 in every year the table holds, in order', () => {
    for (let year = 2000; year <= 2050; year++) {
      const dates = solarTerms(year).map(({ date }) => date);
      expect(dates).toHaveLength(24);
      expect([...dates].sort()).toEqual(dates);
      expect(dates.every((date) => date.startsWith(String(year)))).toBe(true);
    }
  });

  test('are unknown outside the table', () => {
    expect([1999, 2000, 2050, 2051].map(knowsYear)).toEqual([false, true, true, false]);
    expect([solarTerms(2051), festivals(1999)]).toEqual([[], []]);
  });
});

describe('festivals', () => {
  test('of 2025', () => {
    expect(listed(festivals(2025))).toBe(
      '腊八节01-07 除夕01-28 春节01-29 元宵节02-12 端午节05-31 七夕节08-29 中秋节10-06 重阳节10-29',
    );
  });

  // Intl's Chinese calendar says 02-07 and 02-02.
  test.each([
    [2027, '2027-02-06'],
    [2030, '2030-02-03'],
  ])('春节 %i', (year, date) => expect(dayOf(festivals(year), '春节')).toBe(date));

  test('除夕 is the day before 春节', () => {
    for (let year = 2000; year <= 2050; year++) {
      const names = festivals(year).map(({ name }) => name);
      expect(names[names.indexOf('春节') - 1], String(year)).toBe('除夕');
    }
  });

  test('腊八节 may fall into a year twice', () => {
    expect(festivals(2022).filter(({ name }) => name === '腊八节')).toHaveLength(2);
  });
});

describe('service days', () => {
  test('of 2025', () => {
    expect(listed(serviceDays(2025))).toBe(
      '三九01-08 学雷锋日03-05 护士节05-12 七一07-01 初伏07-20 中伏07-30 末伏08-09 医师节08-19 世界传统医药日10-22',
    );
  });

  test('三伏 and 三九 agree with tyme4ts', () => {
    for (let year = 2001; year <= 2050; year++) {
      for (const { name, date } of serviceDays(year)) {
        const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
        const day = SolarDay.fromYmd(y, m, d);
        const dog: DogDay | null = day.getDogDay();
        if (name.endsWith('伏')) expect(`${dog?.getDog().getName()}${dog?.getDayIndex()}`, date).toBe(`${name}0`);
        if (name === '三九') expect(day.getNineDay()?.toString(), date).toBe('三九第1天');
      }
    }
  });
});

describe('workdays', () => {
  test.each([
    ['2025-03-14', true],
    ['2025-03-15', false],
    ['2025-01-26', true],
    ['2025-10-01', false],
    ['2025-10-11', true],
    ['2026-02-14', true],
    ['2026-02-23', false],
    ['2026-12-31', true],
    // Not announced: a Monday, and a Sunday.
    ['2099-03-16', null],
    ['2001-12-30', null],
  ])('%s → %s', (date, worked) => expect(workday(date)).toBe(worked));
});

describe.each(['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Auckland'])('a host in %s', (zone) => {
  beforeAll(() => void vi.stubEnv('TZ', zone));
  afterAll(() => void vi.unstubAllEnvs());

  test('sees the same days', () => {
    expect(new Date(2025, 0, 1).getTimezoneOffset()).not.toBe(0);
    expect([dayOf(serviceDays(2025), '末伏'), dayOf(serviceDays(2025), '三九')]).toEqual(['2025-08-09', '2025-01-08']);
    expect([workday('2025-10-11'), workday('2025-03-15'), workday('2025-03-17')]).toEqual([true, false, true]);
  });

  test('builds the same table', () => {
    const built = Array.from({ length: 24 }, (_, index) => SolarTerm.fromIndex(2035, index + 1).getSolarDay());
    const days = built.map((day) =>
      [day.getMonth(), day.getDay()].map((part) => String(part).padStart(2, '0')).join('-'),
    );
    expect(days).toEqual(solarTerms(2035).map(({ date }) => date.slice(5)));
  });
});

test.each([
  ['2025-06-30', '2025-07-04', 'on a Monday, Friday of the week'],
  ['2025-07-03', '2025-07-04', 'on a Thursday, the next day'],
  ['2025-07-04', '2025-07-11', 'on a Friday, that of the next week'],
  ['2025-07-06', '2025-07-11', 'on a Sunday too'],
  ['2025-01-26', '2025-01-27', 'before a holiday, the last workday'],
  ['2025-12-31', '2026-01-04', 'where none is left, the first one after'],
  ['2049-06-30', '2049-07-02', 'Friday where the holidays are not announced'],
])('an answer asked for on %s is due on %s: %s', (today, expected) => {
  expect(replyDay(today)).toBe(expected);
});

test('weekdays have their names', () => {
  expect(['2025-07-07', '2025-07-11', '2025-07-13'].map(weekdayName)).toEqual(['星期一', '星期五', '星期日']);
});
