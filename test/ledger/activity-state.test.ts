import { describe, expect, test } from 'vitest';
import { activityDay, activityState } from '../../src/ledger/state.js';
import { buildLedger, type Draft, entryOf } from '../support/ledger-builder.js';

function activity(draft: Omit<Draft<'activities'>, 'id'>) {
  const ledger = buildLedger({ activities: [{ id: '义诊', date: '2025-03-15', ...draft }] });
  return entryOf(ledger, 'activities', '义诊').value;
}

describe('an activity without a report', () => {
  test.each([
    ['2025-03-14', '计划中'],
    ['2025-03-15', '计划中'],
    ['2025-03-16', '待确认'],
  ])('is on %s %s', (asOf, state) => {
    expect(activityState(activity({}), asOf)).toBe(state);
  });

  test('of several days waits for its last day', () => {
    const festival = activity({ until: '2025-03-17' });
    expect(activityState(festival, '2025-03-17')).toBe('计划中');
    expect(activityState(festival, '2025-03-18')).toBe('待确认');
  });
});

describe('planned, applied for, given its volunteers’ code', () => {
  const applied = activity({
    events: [
      { on: '2025-03-01', step: '计划' },
      { on: '2025-03-03', step: '申报' },
      { on: '2025-03-10', step: '取得志愿码' },
    ],
  });

  test('it is still a plan on its day', () => {
    expect(activityState(applied, '2025-03-15')).toBe('计划中');
  });

  test('and to be confirmed on the next', () => {
    expect(activityState(applied, '2025-03-16')).toBe('待确认');
  });
});

describe('held', () => {
  test.each(['已开展', '签到'] as const)('%s counts from the day it is dated', (step) => {
    const held = activity({ events: [{ on: '2025-03-15', step }] });
    expect(activityState(held, '2025-03-14')).toBe('计划中');
    expect(activityState(held, '2025-03-15')).toBe('已开展');
    expect(activityState(held, '2025-12-31')).toBe('已开展');
  });

  test('reported a week late, it is 待确认 in between', () => {
    const late = activity({ events: [{ on: '2025-03-22', step: '已开展' }] });
    expect(activityState(late, '2025-03-21')).toBe('待确认');
    expect(activityState(late, '2025-03-22')).toBe('已开展');
  });
});

describe('cancelled', () => {
  test('is 已取消 from the day of the cancellation', () => {
    const cancelled = activity({ events: [{ on: '2025-03-12', step: '取消' }] });
    expect(activityState(cancelled, '2025-03-11')).toBe('计划中');
    expect(activityState(cancelled, '2025-03-12')).toBe('已取消');
    expect(activityState(cancelled, '2025-12-31')).toBe('已取消');
  });
});

describe('moved', () => {
  const moved = activity({
    date: '2025-07-19',
    events: [
      { on: '2025-07-18', step: '改期', to: '2025-07-26' },
      { on: '2025-07-25', step: '改期', to: '2025-08-02' },
    ],
  });

  test.each([
    ['2025-07-17', '2025-07-19', '计划中'],
    ['2025-07-22', '2025-07-26', '计划中'],
    ['2025-07-25', '2025-08-02', '计划中'],
    ['2025-08-03', '2025-08-02', '待确认'],
  ])('on %s it was for %s and %s', (asOf, day, state) => {
    expect(activityDay(moved, asOf)).toBe(day);
    expect(activityState(moved, asOf)).toBe(state);
  });

  test('and held, it belongs to the day it was moved to', () => {
    const held = activity({
      date: '2025-07-19',
      events: [
        { on: '2025-07-18', step: '改期', to: '2025-07-26' },
        { on: '2025-07-26', step: '已开展' },
      ],
    });
    expect(activityState(held, '2025-07-26')).toBe('已开展');
    expect(activityDay(held)).toBe('2025-07-26');
  });
});
