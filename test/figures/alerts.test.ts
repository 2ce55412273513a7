import { expect, test } from 'vitest';
import { activityAlerts, alertsOf } from '../../src/figures/alerts.js';
import { Figures } from '../../src/figures/figures.js';
import { yearPeriod } from '../../src/figures/period.js';
import { buildLedger, type Drafts, held } from '../support/ledger-builder.js';

function alerts(drafts: Drafts, asOf: string, year = 2025): string[] {
  return alertsOf(new Figures(buildLedger(drafts), asOf), yearPeriod(year)).map(
    ({ type, entry, date }) => `${type} ${entry.id}${date ? ` ${date}` : ''}`,
  );
}

test('there are none where nothing is open', () => {
  expect(alerts({ activities: [{ id: '义诊', events: held('2025-03-15') }] }, '2025-12-31')).toEqual([]);
});

test('an activity that says it was held before its day is one', () => {
  const activities = [{ id: '义诊', date: '2025-12-01', events: held('2025-11-01') }];
  expect(alerts({ activities }, '2025-11-10')).toEqual(['日期未到 义诊 2025-12-01']);
  expect(alerts({ activities }, '2025-12-01')).toEqual([]);
});

test('an activity that says it was held on a day that has not come is one, whatever day is looked at', () => {
  const activities = [
    { id: '义诊', date: '2025-12-01', events: held('2025-12-01') },
    { id: '讲座', date: '2025-11-30', events: held('2025-12-01') },
  ];
  const seen = (asOf: string, today: string) =>
    activityAlerts(new Figures(buildLedger({ activities }), asOf, asOf, undefined, today), yearPeriod(2025));
  for (const asOf of ['2025-06-30', '2025-11-30', '2025-12-31'])
    expect(seen(asOf, '2025-11-30').map(({ type, entry }) => `${type} ${entry.id}`)).toEqual([
      '日期未到 义诊',
      '日期未到 讲座',
    ]);
  expect(seen('2025-06-30', '2025-12-01')).toEqual([]);
});

test('targets behind pace come first, then items for a person', () => {
  const drafts: Drafts = {
    targets: [
      { id: '红', from: '2025-01-01', until: '2025-04-10', atLeast: 100 },
      { id: '黄', from: '2025-01-01', until: '2025-04-10', atLeast: 10, count: { kind: 'publications' } },
      { id: '无', count: { kind: 'meetings' } },
      { id: '去年', from: '2024-01-01', until: '2024-12-31', atLeast: 100 },
    ],
    publications: Array.from({ length: 9 }, (_, index) => ({ id: `科普${index}` })),
    activities: [
      { id: '没有下文', date: '2025-03-15' },
      { id: '改期了', date: '2025-03-15', events: [{ on: '2025-03-14', step: '改期', to: '2025-04-01' }] },
      { id: '去年的', date: '2024-03-15' },
      { id: '还没到', date: '2025-05-01' },
    ],
    boards: [{ id: '要点' }, { id: '旧要点', year: 2024 }],
    tasks: [
      { id: '迟了', due: '2025-03' },
      { id: '做了', events: [{ on: '2025-02-01', step: '已完成' }] },
      { id: '去年迟的', board: '旧要点', due: '2024-12-31' },
    ],
    pairings: [{ id: '东湖' }, { id: '去年的结对', from: '2024-01-01', until: '2024-12-31' }],
    agreements: [
      { id: '去年的', pairing: '去年的结对', signed: [{ side: '甲方', on: '2024-03-20' }] },
      { id: '一方', signed: [{ side: '甲方', on: '2025-03-20' }] },
      {
        id: '到期',
        termYears: 1,
        signed: [
          { side: '甲方', on: '2024-01-01' },
          { side: '乙方', on: '2024-01-01' },
        ],
      },
      {
        id: '将到期',
        termYears: 1,
        signed: [
          { side: '甲方', on: '2024-05-01' },
          { side: '乙方', on: '2024-05-01' },
        ],
      },
    ],
  };
  expect(alerts(drafts, '2025-04-10')).toEqual([
    '严重滞后 红',
    '滞后序时 黄',
    '待确认 没有下文 2025-03-15',
    '待确认 改期了 2025-04-01',
    '逾期 迟了 2025-03',
    '已到期 到期',
    '即将到期 将到期',
    '待对方签章 一方',
  ]);
});

test('an alert is about the day asked for', () => {
  const drafts: Drafts = { activities: [{ id: '义诊', date: '2025-03-15', events: held('2025-03-20') }] };
  expect(alerts(drafts, '2025-03-15')).toEqual([]);
  expect(alerts(drafts, '2025-03-19')).toEqual(['待确认 义诊 2025-03-15']);
  expect(alerts(drafts, '2025-03-20')).toEqual([]);
});

test('an expired agreement is no alert beside another in force, nor in a year without its pairing', () => {
  const signed = (on: string) => [
    { side: '甲方' as const, on },
    { side: '乙方' as const, on },
  ];
  const drafts: Drafts = {
    programs: [{ id: '越医有爱', year: 2025 }],
    pairings: [{ id: '东湖' }],
    agreements: [{ id: '旧的', termYears: 1, signed: signed('2023-05-01') }],
  };
  expect(alerts(drafts, '2025-06-01')).toEqual(['已到期 旧的']);
  expect(alerts(drafts, '2026-06-01', 2026)).toEqual([]);
  const renewed = [...(drafts.agreements ?? []), { id: '新的', termYears: 3, signed: signed('2025-05-01') }];
  expect(alerts({ ...drafts, agreements: renewed }, '2025-06-01')).toEqual([]);
});
