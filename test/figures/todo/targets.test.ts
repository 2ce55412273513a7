import { describe, expect, test } from 'vitest';
import type { Drafts } from '../../support/ledger-builder.js';
import { listed } from './todo-items.js';

describe('周期目标', () => {
  const drafts: Drafts = {
    targets: [
      {
        id: '督查',
        title: '督查',
        from: '2025-05-21',
        until: '2025-12-31',
        count: { kind: 'inspections' },
        per: 'week',
        atLeast: 1,
      },
      { id: '不限', from: '2025-05-21', until: '2025-12-31', count: { kind: 'inspections' }, per: 'week' },
    ],
    inspections: [{ id: '一次', date: '2025-05-27' }],
  };

  test('are the weeks that passed without, and the running one', () => {
    expect(listed('周期目标', drafts, '2025-05-25')).toEqual(['未完成 督查·2025-W21 2025-05-21 2025-05-25']);
    expect(listed('周期目标', drafts, '2025-05-26')).toEqual([
      '未完成 督查·2025-W21 2025-05-21 2025-05-25',
      '本期未完成 督查·2025-W22 2025-05-26 2025-06-01',
    ]);
    expect(listed('周期目标', drafts, '2025-05-27')).toEqual(['未完成 督查·2025-W21 2025-05-21 2025-05-25']);
  });

  test('the last days of a year belong to a week of their own', () => {
    expect(listed('周期目标', drafts, '2025-12-31')?.at(-1)).toBe('未完成 督查·2026-W01 2025-12-29 2025-12-31');
    expect(listed('周期目标', drafts, '2025-12-31')).toHaveLength(32);
  });

  test('before they begin, or in another year, they are left out', () => {
    expect(listed('周期目标', drafts, '2025-05-20')).toBeNull();
    expect(listed('周期目标', drafts, '2024-12-31', { year: 2024 })).toBeNull();
  });

  test('of every branch in every month concern the branch', () => {
    const monthly: Drafts = {
      branches: [{ id: '外科' }, { id: '骨科' }],
      targets: [
        {
          id: '月月',
          title: '月月',
          from: '2025-01-01',
          until: '2025-12-31',
          count: { kind: 'activities' },
          each: { kind: 'branches', by: 'lead' },
          per: 'month',
          atLeast: 1,
        },
      ],
    };
    expect(listed('周期目标', monthly, '2025-01-31', { branch: '骨科' })).toEqual([
      '未完成 月月·骨科/2025-01 2025-01-01 2025-01-31 → 骨科',
    ]);
  });
});

describe('覆盖目标', () => {
  const drafts: Drafts = {
    branches: [{ id: '外科' }, { id: '骨科' }, { id: '老年', category: '离退休' }],
    boards: [{ id: '项目', type: '一书记一项目' }],
    tasks: [{ id: '代煎', board: '项目', branch: '外科', events: [{ on: '2025-06-15', step: '立项' }] }],
    targets: [
      {
        id: '书记',
        title: '书记',
        from: '2025-05-21',
        until: '2025-12-31',
        count: { kind: 'tasks', where: { 'board.type': '一书记一项目' } },
        each: { kind: 'branches', where: { category: '在职' }, by: 'branch' },
        atLeast: 1,
      },
    ],
  };

  test('are those who have not, from the target’s first day on', () => {
    expect(listed('覆盖目标', drafts, '2025-05-20')).toBeNull();
    expect(listed('覆盖目标', drafts, '2025-06-14')).toEqual([
      '未完成 书记·外科 2025-12-31 → 外科',
      '未完成 书记·骨科 2025-12-31 → 骨科',
    ]);
    expect(listed('覆盖目标', drafts, '2025-06-15')).toEqual(['未完成 书记·骨科 2025-12-31 → 骨科']);
  });

  test('of pairings concern the one that leads', () => {
    const paired: Drafts = {
      pairings: [{ id: '东湖', lead: '外科' }],
      targets: [
        {
          id: '会议',
          title: '会议',
          from: '2025-01-01',
          until: '2025-12-31',
          count: { kind: 'meetings' },
          each: { kind: 'pairings' },
          atLeast: 1,
        },
      ],
    };
    expect(listed('覆盖目标', paired, '2025-06-15')).toEqual(['未完成 会议·东湖 2025-12-31 → 外科']);
  });
});
