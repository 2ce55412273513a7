import { describe, expect, test } from 'vitest';
import { isBehind, remarkOf } from '../../src/reports/remark.js';
import { buildLedger, entryOf, held } from '../support/ledger-builder.js';
import { contextOf } from './report-context.js';

/** A target of `goal` activities in 2025 of which `done` were held on the year's first day, seen on a day. */
function targetOn(asOf: string, done: number, goal: number | undefined) {
  const ledger = buildLedger({
    targets: [{ id: '义诊', ...(goal === undefined ? {} : { atLeast: goal }) }],
    activities: Array.from({ length: done }, (_, index) => ({
      id: `第${index}场`,
      date: '2025-01-01',
      events: held('2025-01-01'),
    })),
  });
  return contextOf(ledger, 2025, asOf).figures.target(entryOf(ledger, 'targets', '义诊'));
}

describe('at the year’s end', () => {
  test.each([
    [201, 200, '超额完成', false],
    [200, 200, '全面完成', false],
    [199, 200, '基本完成', false],
    [180, 200, '基本完成', false],
    [179, 200, '有序推进，尚有差距', true],
    [140, 200, '有序推进，尚有差距', true],
    [139, 200, '进度滞后', true],
    [0, 200, '进度滞后', true],
  ])('%i of %i is %s', (done, goal, words, behind) => {
    const target = targetOn('2025-12-31', done, goal);
    expect([remarkOf(target, '2025-12-31'), isBehind(target, '2025-12-31')]).toEqual([words, behind]);
  });

  test('99.96 % is printed as 100.0 % and still is not 全面完成', () => {
    const target = targetOn('2025-12-31', 2499, 2500);
    expect(target.percent.value).toBe(100);
    expect(remarkOf(target, '2025-12-31')).toBe('基本完成');
  });
});

describe('during the year, against 序时', () => {
  // 73 of 365 days have gone: 20 of 100 are expected, 16 are 80 % of that.
  test.each([
    [101, '超额完成', false],
    [100, '全面完成', false],
    [20, '达到序时', false],
    [19, '略有滞后', true],
    [16, '略有滞后', true],
    [15, '明显滞后', true],
  ])('%i of 100 on 14 March is %s', (done, words, behind) => {
    const target = targetOn('2025-03-14', done, 100);
    expect([remarkOf(target, '2025-03-14'), isBehind(target, '2025-03-14')]).toEqual([words, behind]);
  });

  test('nothing is said while nothing is due', () => {
    expect(remarkOf(targetOn('2025-01-02', 0, 100), '2025-01-02')).toBeUndefined();
  });
});

test('a target without a goal gets no remark and is never behind', () => {
  const target = targetOn('2025-12-31', 12, undefined);
  expect([remarkOf(target, '2025-12-31'), isBehind(target, '2025-12-31')]).toEqual([undefined, false]);
});
