import { describe, expect, test } from 'vitest';
import { type Drafts, held } from '../../support/ledger-builder.js';
import { listed } from './todo-items.js';

describe('待确认活动', () => {
  const drafts: Drafts = {
    activities: [
      { id: '后一场', date: '2025-06-20', lead: '外科党支部', assist: ['药剂党支部'] },
      { id: '前一场', date: '2025-06-01', lead: '内科党支部' },
      { id: '改期', date: '2025-06-02', events: [{ on: '2025-06-01', step: '改期', to: '2025-07-02' }] },
      { id: '办了', date: '2025-06-03', events: held('2025-06-03') },
      { id: '多日', date: '2025-06-25', until: '2025-07-01' },
      { id: '前年', date: '2023-12-31' },
    ],
  };

  test('are those whose last day has passed, earliest first, with lead and assistants', () => {
    expect(listed('待确认活动', drafts, '2025-07-01')).toEqual([
      '待确认 前一场 2025-06-01 → 内科党支部',
      '待确认 后一场 2025-06-20 → 外科党支部、药剂党支部',
    ]);
    expect(listed('待确认活动', drafts, '2025-07-02')).toContain('待确认 多日 2025-06-25');
    expect(listed('待确认活动', drafts, '2025-07-03')).toContain('待确认 改期 2025-07-02');
  });

  test('of a branch are those it leads or assists', () => {
    expect(listed('待确认活动', drafts, '2025-07-01', { branch: '药剂党支部' })).toEqual([
      '待确认 后一场 2025-06-20 → 外科党支部、药剂党支部',
    ]);
    expect(listed('待确认活动', drafts, '2025-07-01', { branch: '骨科党支部' })).toEqual([]);
  });

  test('of December are still there in January, those of the year before that no more', () => {
    const left: Drafts = { activities: [{ id: '岁末', date: '2024-12-30' }, ...(drafts.activities ?? [])] };
    expect(listed('待确认活动', left, '2025-01-05')).toEqual(['待确认 岁末 2024-12-30']);
  });

  test('are left out in a year without activities, and in the one after', () => {
    expect(listed('待确认活动', drafts, '2027-07-01', { year: 2027 })).toBeNull();
  });

  test('are so too where a later day moved the only one into the next year', () => {
    const moved: Drafts = {
      activities: [{ id: '义诊', date: '2025-12-22', events: [{ on: '2026-01-03', step: '改期', to: '2026-01-20' }] }],
    };
    expect(listed('待确认活动', moved, '2025-12-31')).toEqual(['待确认 义诊 2025-12-22']);
  });
});

describe('an activity said to be held before its day', () => {
  test('is listed to be looked at, until the day has come', () => {
    const activities = [{ id: '义诊', date: '2025-12-01', events: held('2025-11-01') }];
    expect(listed('待确认活动', { activities }, '2025-11-10')).toEqual(['日期未到 义诊 2025-12-01']);
    expect(listed('待确认活动', { activities }, '2025-12-01')).toEqual([]);
  });
});

describe('tasks', () => {
  const drafts: Drafts = {
    boards: [{ id: '要点' }, { id: '揭榜', type: '揭榜挂帅' }],
    tasks: [
      { id: '方案', due: '2025-06-30', departments: ['医务科', '护理部'] },
      { id: '按月', due: '2025-05', branch: '外科党支部', departments: ['医务科'] },
      { id: '原文', dueText: '6月前' },
      { id: '完成', due: '2025-05-01', events: [{ on: '2025-06-01', step: '已完成' }] },
      { id: '流榜', board: '揭榜', due: '2025-05-01', events: [{ on: '2025-06-01', step: '流榜' }] },
      {
        id: '分步',
        due: '2025-12-31',
        milestones: [
          { title: '初稿', due: '2025-06-15', done: '2025-06-20' },
          { title: '终稿', due: '2025-07-31' },
          { title: '试行' },
        ],
      },
    ],
  };

  test('are late from the day after their last day, and not once they have ended', () => {
    expect(listed('逾期任务', drafts, '2025-06-30')).toEqual(['逾期 按月 2025-05 +30 → 外科党支部']);
    expect(listed('逾期任务', drafts, '2025-07-01')).toEqual([
      '逾期 按月 2025-05 +31 → 外科党支部',
      '逾期 方案 2025-06-30 +1 → 医务科、护理部',
    ]);
  });

  test('a milestone is late until it is done, as seen on the day', () => {
    expect(listed('逾期任务', drafts, '2025-06-15')).not.toContain('节点逾期 分步·初稿 2025-06-15 +1');
    expect(listed('逾期任务', drafts, '2025-06-16')).toContain('节点逾期 分步·初稿 2025-06-15 +1');
    expect(listed('逾期任务', drafts, '2025-06-20')?.join()).not.toContain('初稿');
  });

  test('are not called late on a board whose progress nobody enters; what falls due is listed', () => {
    const unknown: Drafts = {
      boards: [{ id: '要点' }],
      tasks: [
        { id: '方案', board: '要点', due: '2025-06-30' },
        { id: '分步', board: '要点', due: '2025-12-31', milestones: [{ title: '初稿', due: '2025-06-15' }] },
      ],
    };
    expect(listed('逾期任务', unknown, '2025-07-01')).toEqual([]);
    expect(listed('临期任务', unknown, '2025-06-30')).toEqual(['即将到期 方案 2025-06-30']);
  });

  test('come due from the workspace’s days before, up to and on the day', () => {
    expect(listed('临期任务', drafts, '2025-05-30')).not.toContain('即将到期 方案 2025-06-30 → 医务科、护理部');
    expect(listed('临期任务', drafts, '2025-05-31')).toContain('即将到期 方案 2025-06-30 → 医务科、护理部');
    expect(listed('临期任务', drafts, '2025-06-30')).toContain('即将到期 方案 2025-06-30 → 医务科、护理部');
    expect(listed('临期任务', drafts, '2025-07-01')).toEqual(['节点即将到期 分步·终稿 2025-07-31']);
    expect(listed('临期任务', drafts, '2025-06-29', { workspace: { policies: { dueSoonDays: 1 } } })).toEqual([
      '即将到期 方案 2025-06-30 → 医务科、护理部',
    ]);
  });

  test('are left out where there are none', () => {
    expect([listed('逾期任务', {}, '2025-07-01'), listed('临期任务', {}, '2025-07-01')]).toEqual([null, null]);
  });
});

describe('逾期整改', () => {
  const problem = (category: string, rest: object) => ({ category, text: '情况', ...rest });
  const drafts: Drafts = {
    inspections: [
      {
        id: '督查',
        date: '2025-05-26',
        problems: [
          problem('劳动纪律', { due: '2025-06-10' }),
          problem('服务态度', { due: '2025-06-01', rectified: '2025-06-15', department: '门诊办' }),
          problem('环境卫生', {}),
        ],
      },
    ],
  };

  test('is what is open after its day; a problem without one is not late', () => {
    expect(listed('逾期整改', drafts, '2025-06-01')).toEqual([]);
    expect(listed('逾期整改', drafts, '2025-06-11')).toEqual([
      '未整改 督查·服务态度 2025-06-01 +10 → 门诊办',
      '未整改 督查·劳动纪律 2025-06-10 +1',
    ]);
    expect(listed('逾期整改', drafts, '2025-06-15')).toEqual(['未整改 督查·劳动纪律 2025-06-10 +5']);
  });

  test('is left out without inspections', () => {
    expect(listed('逾期整改', {}, '2025-06-11')).toBeNull();
  });
});

describe('点单', () => {
  const drafts: Drafts = {
    pairings: [{ id: '东湖', lead: '外科党支部' }],
    requests: [
      {
        id: '带教',
        pairing: '东湖',
        dispatched: '内科党支部',
        events: [
          { on: '2025-05-01', step: '点单' },
          { on: '2025-05-03', step: '派单' },
          { on: '2025-05-05', step: '接单' },
          { on: '2025-05-20', step: '办单' },
        ],
      },
      { id: '义诊', pairing: '东湖', events: [{ on: '2025-05-02', step: '点单' }] },
    ],
  };

  test('waits for its next step, and for nothing once done', () => {
    const on = (asOf: string) => listed('点单', drafts, asOf)?.[0];
    expect(on('2025-05-01')).toBe('待派单 带教 2025-05-01 → 内科党支部');
    expect(on('2025-05-04')).toBe('待接单 带教 2025-05-01 → 内科党支部');
    expect(on('2025-05-19')).toBe('待办单 带教 2025-05-01 → 内科党支部');
    expect(listed('点单', drafts, '2025-05-20')).toEqual(['待派单 义诊 2025-05-02 → 外科党支部']);
  });

  test('is left out where there are none', () => {
    expect(listed('点单', {}, '2025-06-11')).toBeNull();
    expect(listed('点单', drafts, '2025-04-30')).toBeNull();
  });
});

describe('协议', () => {
  const both = (on: string) => [
    { side: '甲方' as const, on },
    { side: '乙方' as const, on },
  ];
  const pairings = ['东湖', '迪荡', '陶堰', '府山', '北海'].map((id) => ({ id, lead: `${id}支部` }));

  test('those that wait, the most urgent first, and pairings without any', () => {
    const agreements = [
      { id: '一方', pairing: '东湖', signed: [{ side: '乙方' as const, on: '2025-03-20' }] },
      { id: '未签', pairing: '迪荡', signed: [{ side: '甲方' as const, on: '2025-08-01' }] },
      { id: '到期', pairing: '陶堰', termYears: 1, signed: both('2024-07-01') },
      { id: '未约定', pairing: '府山', signed: both('2024-07-01') },
    ];
    expect(listed('协议', { pairings, agreements }, '2025-06-30')?.[0]).toBe('即将到期 到期 2025-06-30 → 陶堰支部');
    expect(listed('协议', { pairings, agreements }, '2025-07-01')).toEqual([
      '已到期 到期 2025-06-30 +1 → 陶堰支部',
      '待对方签章 一方 2025-03-20 → 东湖支部',
      '未签订 未签 → 迪荡支部',
      '未登记协议 北海 → 北海支部',
    ]);
  });

  test('an end is announced the workspace’s days before', () => {
    const agreements = [{ id: '到期', pairing: '东湖', termYears: 1, signed: both('2024-07-01') }];
    const on = (asOf: string) => listed('协议', { pairings: [{ id: '东湖' }], agreements }, asOf);
    expect([on('2025-04-30'), on('2025-05-01')]).toEqual([[], ['即将到期 到期 2025-06-30']]);
  });

  test('a renewal ends the matter; before the old one nears its end its draft is not urgent', () => {
    const agreements = [
      { id: '旧', pairing: '东湖', termYears: 1, signed: both('2024-07-01') },
      { id: '新', pairing: '东湖', renews: '旧', termYears: 1, signed: both('2025-06-20') },
    ];
    const on = (asOf: string) => listed('协议', { pairings: [{ id: '东湖' }], agreements }, asOf);
    expect(on('2025-04-30')).toEqual([]);
    expect(on('2025-06-19')).toEqual(['即将到期 旧 2025-06-30', '未签订 新']);
    expect(on('2025-07-01')).toEqual([]);
  });

  test('an expired one needs no renewal beside another in force', () => {
    const agreements = [
      { id: '旧', pairing: '东湖', termYears: 1, signed: both('2023-07-01') },
      { id: '新', pairing: '东湖', signed: both('2024-08-01') },
    ];
    expect(listed('协议', { pairings: [{ id: '东湖' }], agreements }, '2025-07-01')).toEqual([]);
  });

  test('are not said to be missing where nobody keeps agreements', () => {
    const registers = (list: unknown) => ({ workspace: { registers: list } as never });
    expect(listed('协议', { pairings }, '2025-07-01', registers(undefined))).toBeNull();
    const kept = registers([{ kind: 'agreements', from: '2025-01-01' }]);
    expect(listed('协议', { pairings }, '2025-07-01', kept)).toHaveLength(5);
  });

  test('pairings of other years, and ended agreements, are left alone', () => {
    const drafts: Drafts = {
      pairings: [
        { id: '东湖', until: '2024-12-31' },
        { id: '迪荡', from: '2025-09-01' },
      ],
      agreements: [
        { id: '旧', pairing: '东湖', termYears: 1, signed: both('2023-07-01') },
        { id: '别处', pairing: '府山', signed: both('2025-03-01') },
      ],
    };
    expect(listed('协议', drafts, '2025-07-01')).toBeNull();
    expect(listed('协议', drafts, '2025-09-01')).toEqual(['未登记协议 迪荡']);
  });
});
