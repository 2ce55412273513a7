import { describe, expect, test } from 'vitest';
import { recompute } from '../../src/figures/recompute.js';
import { shareWord } from '../../src/figures/verdict-words.js';
import { buildLedger, held } from '../support/ledger-builder.js';
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
  const { figures } = contextOf(ledger, 2025, asOf);
  const remark = figures.get('remark', { target: '义诊' });
  const isMissed = figures.get('targets-missed', { year: '2025' }).value === 1;
  return { figures, remark, judged: [remark.word, isMissed] };
}

describe('at the year’s end', () => {
  test.each([
    [201, 200, '超额完成', false],
    [200, 200, '全面完成', false],
    [199, 200, '基本完成', true],
    [180, 200, '基本完成', true],
    [179, 200, '未完成，尚有差距', true],
    [140, 200, '未完成，尚有差距', true],
    [139, 200, '未完成，差距较大', true],
    [0, 200, '未完成，差距较大', true],
  ])('%i of %i is %s', (done, goal, words, missed) => {
    expect(targetOn('2025-12-31', done, goal).judged).toEqual([words, missed]);
  });

  test('99.96 % is printed as 100.0 % and still is not 全面完成', () => {
    const { figures, remark, judged } = targetOn('2025-12-31', 2499, 2500);
    expect(figures.get('percent', { target: '义诊' }).value).toBe(100);
    expect(remark.value).toBe(99.9);
    expect(judged).toEqual(['基本完成', true]);
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
  ])('%i of 100 on 14 March is %s', (done, words, missed) => {
    expect(targetOn('2025-03-14', done, 100).judged).toEqual([words, missed]);
  });

  test('nothing is said while nothing is due', () => {
    expect(targetOn('2025-01-02', 0, 100).judged).toEqual([undefined, false]);
  });
});

test('a target without a goal gets no remark and is never missed', () => {
  expect(targetOn('2025-12-31', 12, undefined).judged).toEqual([undefined, false]);
});

test('a word is a figure: what it was judged by gives it again, and its rule stands beside it', () => {
  const { figures, remark } = targetOn('2025-03-14', 16, 100);
  expect(remark.inputs).toEqual([
    'done@target=义诊',
    'goal@target=义诊',
    'elapsed@target=义诊',
    'days@target=义诊',
    'policy-yellowFrom',
  ]);
  expect(recompute(remark, figures)).toBe(remark.value);
  expect(remark.derivation?.rule).toContain('略有滞后');
});

describe('how many of all', () => {
  test.each([
    [1, 10, '个别'],
    [11, 100, '少数'],
    [2, 10, '少数'],
    [21, 100, '部分'],
    [5, 10, '部分'],
    [51, 100, '多数'],
    [99, 100, '多数'],
    [10, 10, '全部'],
  ])('%i of %i is %s', (part, whole, word) => {
    expect(shareWord(part, whole)).toBe(word);
  });
});
