import { describe, expect, test } from 'vitest';
import { Figures } from '../../src/figures/figures.js';
import { addDays } from '../../src/text/calendar-date.js';
import { buildLedger, type Draft, type Drafts, held } from '../support/ledger-builder.js';

function project(drafts: Drafts, asOf: string) {
  const figures = new Figures(buildLedger(drafts), asOf);
  const get = (measure: string) => figures.get(measure, { target: '目标' });
  const projected = get('projected');
  return {
    remaining: get('remaining').value,
    values: [get('projected-low').value, projected.value, get('projected-high').value],
    percent: get('projected-percent').value,
    projected,
  };
}

/** A target of 100 days, from 1 January to 10 April. */
const HUNDRED_DAYS = { id: '目标', from: '2025-01-01', until: '2025-04-10', atLeast: 20 };

/** One activity on each of these days, counted from 1 January as 1. */
const on = (...days: readonly number[]): readonly Draft<'activities'>[] =>
  days.map((number) => {
    const date = addDays('2024-12-31', number);
    return { id: `第${number}天`, date, events: held(date) };
  });

describe('a plain target', () => {
  test('is projected at the rate of the whole time', () => {
    const found = project({ targets: [HUNDRED_DAYS], activities: on(1, 5, 9, 13, 17) }, '2025-01-20');
    expect(found).toMatchObject({ remaining: 80, values: [25, 25, 25], percent: 125 });
    expect(found.projected.derivation?.rule).toBe('已完成 + 剩余天数 × 全期完成速度，四舍五入');
  });

  test('its range comes from the lowest and the highest of three rates', () => {
    // 5 in 50 days, 1 of them in the last 30: 5 + 50 × 1/30 = 6.67, 5 + 50 × 5/50 = 10.
    const activities = on(2, 4, 6, 8, 45);
    expect(project({ targets: [HUNDRED_DAYS], activities }, '2025-02-19').values).toEqual([7, 10, 10]);
  });

  test.each([
    ['on the day before a tenth has gone', '2025-01-09', null, '数据不足，暂不推算'],
    ['on the day a tenth has gone', '2025-01-10', 10, undefined],
    ['on the day before the last', '2025-04-09', 1, undefined],
    ['on the last day', '2025-04-10', null, '已截止，不再推算'],
    ['after it', '2025-06-01', null, '已截止，不再推算'],
    ['before it begins', '2024-12-01', null, '数据不足，暂不推算'],
  ])('%s', (_, asOf, value, missing) => {
    const { projected } = project({ targets: [HUNDRED_DAYS], activities: on(3) }, asOf);
    expect([projected.value, projected.missing]).toEqual([value, missing]);
  });

  test('of a sum counts what the records add', () => {
    const targets = [{ ...HUNDRED_DAYS, count: { kind: 'activities' as const, sum: 'beneficiaries' } }];
    const activities = on(1).map((only) => ({ ...only, beneficiaries: 40 }));
    expect(project({ targets, activities }, '2025-01-20').values).toEqual([200, 200, 200]);
    expect(project({ targets, activities: on(1) }, '2025-01-20').projected).toMatchObject({
      value: null,
      missing: '暂未统计',
    });
  });
});

describe('a target by weeks', () => {
  // 1 September 2025 is a Monday: ten weeks to 9 November.
  const weekly = {
    id: '目标',
    from: '2025-09-01',
    until: '2025-11-09',
    atLeast: 1,
    per: 'week' as const,
    count: { kind: 'inspections' as const },
  };
  const inspections = (...weeks: readonly number[]) =>
    weeks.map((week) => ({ id: `第${week}周`, date: addDays('2025-09-01', 7 * (week - 1)) }));

  test('goes on with the share of the weeks due that were covered; a missed one stays missed', () => {
    // Three of four weeks, six to come: 3 + 6 × 3/4 = 7.5.
    const found = project({ targets: [weekly], inspections: inspections(1, 2, 4) }, '2025-09-28');
    expect(found).toMatchObject({ remaining: 6, values: [8, 8, 8], percent: 80 });
  });

  test('the week still running counts once it is over, covered as it may be', () => {
    const found = project({ targets: [weekly], inspections: inspections(1, 2, 3, 4, 5) }, '2025-09-30');
    expect(found).toMatchObject({ remaining: 6, values: [10, 10, 10] });
  });

  test('is not projected before its first week is over', () => {
    const { projected } = project({ targets: [{ ...weekly, until: '2025-09-14' }], inspections: [] }, '2025-09-05');
    expect([projected.value, projected.missing]).toEqual([null, '数据不足，暂不推算']);
  });
});
