import { describe, expect, test } from 'vitest';
import { agreementState } from '../../src/ledger/state.js';
import { buildLedger, type Draft, entryOf } from '../support/ledger-builder.js';

const BOTH = [
  { side: '甲方' as const, on: '2025-03-20' },
  { side: '乙方' as const, on: '2025-04-01' },
];

function stateOf(agreements: readonly Draft<'agreements'>[], asOf: string, expiringDays = 60) {
  const ledger = buildLedger({ agreements });
  return agreementState(ledger, entryOf(ledger, 'agreements', '东湖-2025'), asOf, expiringDays);
}

const agreement = (more: Partial<Draft<'agreements'>> = {}) => ({ id: '东湖-2025', ...more });

test('is 未签订 while neither side has signed', () => {
  expect(stateOf([agreement()], '2025-12-31')).toBe('未签订');
});

describe('signed by one side and then the other', () => {
  test.each([
    ['2025-03-19', '未签订'],
    ['2025-03-20', '待对方签章'],
    ['2025-03-31', '待对方签章'],
    ['2025-04-01', '履行中（期限未约定）'],
    ['2099-12-31', '履行中（期限未约定）'],
  ])('it is on %s %s: a blank term never ends', (asOf, state) => {
    expect(stateOf([agreement({ signed: BOTH })], asOf)).toBe(state);
  });
});

describe('with a term of a year from the second signature', () => {
  test.each([
    ['2025-04-01', '履行中'],
    ['2026-01-29', '履行中'],
    ['2026-01-30', '即将到期'],
    ['2026-03-31', '即将到期'],
    ['2026-04-01', '已到期'],
  ])('it is on %s %s', (asOf, state) => {
    expect(stateOf([agreement({ signed: BOTH, termYears: 1 })], asOf)).toBe(state);
  });

  test('the office may set a shorter warning', () => {
    expect(stateOf([agreement({ signed: BOTH, termYears: 1 })], '2026-03-01', 29)).toBe('履行中');
    expect(stateOf([agreement({ signed: BOTH, termYears: 1 })], '2026-03-01', 30)).toBe('即将到期');
  });

  test('half a year ends after six months', () => {
    const half = agreement({ signed: BOTH, termYears: 0.5 });
    expect(stateOf([half], '2025-09-30')).toBe('即将到期');
    expect(stateOf([half], '2025-10-01')).toBe('已到期');
  });

  test('a term that ends in a shorter month ends on that month’s last day', () => {
    const leap = BOTH.map(({ side }) => ({ side, on: '2024-02-29' }));
    expect(stateOf([agreement({ signed: leap, termYears: 1 })], '2025-02-28')).toBe('即将到期');
    expect(stateOf([agreement({ signed: leap, termYears: 1 })], '2025-03-01')).toBe('已到期');
  });

  test('the order of the sides in the list does not matter', () => {
    expect(stateOf([agreement({ signed: BOTH.toReversed(), termYears: 1 })], '2026-03-31')).toBe('即将到期');
  });
});

describe('renewed', () => {
  const old = agreement({ signed: BOTH, termYears: 1 });
  const renewal = (signed?: Draft<'agreements'>['signed']) => [
    old,
    { id: '东湖-2026', renews: '东湖-2025', ...(signed ? { signed } : {}) },
  ];

  test('it is 已续签 from the day both sides have signed the next', () => {
    const signed = [
      { side: '甲方' as const, on: '2026-03-01' },
      { side: '乙方' as const, on: '2026-03-10' },
    ];
    expect(stateOf(renewal(signed), '2026-03-09')).toBe('即将到期');
    expect(stateOf(renewal(signed), '2026-03-10')).toBe('已续签');
    expect(stateOf(renewal(signed), '2026-06-01')).toBe('已续签');
  });

  test('an unsigned renewal has no effect', () => {
    expect(stateOf(renewal(), '2026-03-31')).toBe('即将到期');
    expect(stateOf(renewal(), '2026-04-01')).toBe('已到期');
  });

  test('a renewal signed by one side has no effect', () => {
    expect(stateOf(renewal([{ side: '甲方', on: '2026-03-01' }]), '2026-04-01')).toBe('已到期');
  });
});

test('ended early it is 已终止 from that day', () => {
  const ended = agreement({ signed: BOTH, termYears: 1, terminated: '2025-10-01' });
  expect(stateOf([ended], '2025-09-30')).toBe('履行中');
  expect(stateOf([ended], '2025-10-01')).toBe('已终止');
});
