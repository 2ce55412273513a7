import { describe, expect, test } from 'vitest';
import { carriedOver, withoutSamples } from '../../src/edit/new-year/carried-over.js';
import { type BuildOptions, buildLedger, type Drafts } from '../support/ledger-builder.js';

const TODAY = '2026-01-10';

function opened(drafts: Drafts, today = TODAY, options: BuildOptions = {}) {
  const { records, others } = carriedOver(withoutSamples(buildLedger(drafts, options)), 2026, today);
  return {
    values: records.map(({ value }) => value),
    remarks: records.map(({ remark }) => remark),
    files: records.map(({ file }) => file),
    lasting: others.filter(({ why }) => why === undefined).map(({ id }) => id),
    ended: others.flatMap(({ id, why }) => (why === undefined ? [] : [`${id}：${why}`])),
  };
}

describe('a program', () => {
  test('in force goes on by its own days, with its pairings', () => {
    const { values, lasting } = opened({
      programs: [{ id: '越医有爱', from: '2025-03-11' }],
      pairings: [{ id: '东湖' }],
    });
    expect([values, lasting]).toEqual([[], ['越医有爱', '东湖']]);
  });

  test('that has ended is not carried, nor are its pairings and targets', () => {
    const { values, ended } = opened({
      programs: [{ id: '越医有爱', from: '2025-03-11', until: '2025-11-30' }],
      pairings: [{ id: '东湖' }, { id: '迪荡', until: '2026-06' }],
      targets: [{ id: '2025-义诊', program: '越医有爱' }],
    });
    expect(values).toEqual([]);
    expect(ended).toEqual([
      '越医有爱：只到2025年11月30日',
      '东湖：只到2025年11月30日',
      '2025-义诊：项目“越医有爱”只到2025年',
    ]);
  });

  test('of one year is carried as the next edition if its id names the year, with its pairings and targets', () => {
    const { values, ended, lasting } = opened({
      programs: [
        {
          id: '联建-2025',
          title: '2025年度联建',
          year: 2025,
          source: '文',
          note: '注',
          linkages: [{ id: '组织联建' }],
        },
        { id: '学习教育', year: 2025 },
      ],
      sources: [{ id: '文' }],
      pairings: [{ id: '东湖', program: '联建-2025', lead: '甲支部', source: '文' }],
      branches: [{ id: '甲支部' }],
      targets: [
        {
          id: '2025-义诊',
          program: '联建-2025',
          count: { kind: 'activities', where: { program: '联建-2025', types: ['义诊', '巡讲'] } },
        },
      ],
    });
    expect(values).toEqual([
      { id: '联建-2026', title: '2026年度联建', linkages: [{ id: '组织联建' }], year: 2026 },
      { id: '东湖-2026', program: '联建-2026', partners: ['东湖中心'], lead: '甲支部' },
      {
        id: '2026-义诊',
        title: '2026-义诊',
        program: '联建-2026',
        from: '2026-01-01',
        until: '2026-12-31',
        count: { kind: 'activities', where: { program: '联建-2026', types: ['义诊', '巡讲'] } },
        unit: '场',
      },
    ]);
    expect([ended, lasting]).toEqual([['学习教育：只到2025年12月31日'], []]);
  });
});

describe('a target', () => {
  test('is carried without its number, which stands in the remark', () => {
    const { values, remarks, files } = opened({
      targets: [
        { id: '2025-义诊', from: '2025-03-11', atLeast: 100, source: '绍市〔2025〕6号', note: '注', basis: '口径' },
      ],
      sources: [{ id: '绍市〔2025〕6号' }],
    });
    expect(values).toEqual([
      {
        id: '2026-义诊',
        title: '2026-义诊',
        from: '2026-01-01',
        until: '2026-12-31',
        count: { kind: 'activities' },
        unit: '场',
        basis: '口径',
      },
    ]);
    expect(remarks).toEqual(['照“2025-义诊”带入。2025年是至少100场（绍市〔2025〕6号）。2026年的文件印发后补上']);
    expect(files).toEqual(['targets/targets.yaml']);
  });

  test('of every week or branch counts records until its number is known', () => {
    const { values, remarks } = opened({
      targets: [
        { id: '2025-督查', count: { kind: 'inspections' }, per: 'week', atLeast: 1, unit: '周次', basis: '按周' },
        { id: '2025-项目', count: { kind: 'tasks' }, each: { kind: 'branches' }, atLeast: 1, unit: '个支部' },
        { id: '2025-人次', count: { kind: 'activities', sum: 'beneficiaries' }, per: 'month', atLeast: 50, unit: '月' },
      ],
    });
    expect(values).toMatchObject([{ unit: '次' }, { unit: '项' }, { unit: '人次' }]);
    for (const value of values)
      for (const field of ['per', 'each', 'atLeast', 'basis']) expect(value).not.toHaveProperty(field);
    expect(remarks[0]).toContain('2025年是每周至少1次。');
    expect(remarks[1]).toContain('2025年是每个党支部至少1项。');
  });

  test('of several years goes on; one of a part of the year moves by a year', () => {
    const { values, lasting } = opened({
      targets: [
        { id: '三年', from: '2024-01-01', until: '2026-12-31' },
        { id: '上半年', from: '2025-01-01', until: '2025-06-30' },
        { id: '2024-旧的', from: '2024-01-01', until: '2024-12-31' },
      ],
    });
    expect(values).toMatchObject([{ id: '上半年-2026', from: '2026-01-01', until: '2026-06-30' }]);
    expect(lasting).toEqual(['三年']);
  });
});

describe('an unfinished task', () => {
  const boards = [
    {
      id: '2025-攻坚',
      name: '2025年攻坚',
      type: '揭榜挂帅',
      year: 2025,
      strategy: '特色',
      program: '揭榜-2025',
      complete: true,
    },
  ] as const;
  const programs = [{ id: '揭榜-2025', year: 2025, strategies: [{ id: '特色' }] }];

  test('is carried on a board of its own, without events and days that are over', () => {
    const { values, remarks, files } = opened({
      programs,
      boards,
      tasks: [
        {
          id: '2025-攻坚-01',
          board: '2025-攻坚',
          number: 1,
          title: '压减等候',
          due: '2025-12',
          milestones: [
            { title: '方案', due: '2025-06', done: '2025-06-01' },
            { title: '试行', due: '2025-11' },
            { title: '验收', due: '2026-03' },
          ],
          events: [{ on: '2025-03-01', step: '攻榜推进' }],
          note: '注',
        },
        { id: '2025-攻坚-02', board: '2025-攻坚', title: '随访', due: '2026-06', dueText: '长期坚持' },
        { id: '2025-攻坚-03', board: '2025-攻坚', title: '办完的', events: [{ on: '2026-01-05', step: '结题' }] },
        { id: '2025-攻坚-04', board: '2025-攻坚', title: '流了的', events: [{ on: '2025-05-05', step: '流榜' }] },
        { id: '2025-攻坚-05', board: '2025-攻坚', title: '续的', events: [{ on: '2025-12-05', step: '续榜' }] },
      ],
    });
    const board = '2026-结转-2025-攻坚';
    expect(values.slice(1)).toEqual([
      { id: board, type: '揭榜挂帅', name: '2025年攻坚（结转）', year: 2026, program: '揭榜-2026', strategy: '特色' },
      {
        id: '2026-结转-2025-攻坚-01',
        board,
        title: '压减等候',
        continues: '2025-攻坚-01',
        milestones: [{ title: '试行' }, { title: '验收', due: '2026-03' }],
      },
      {
        id: '2026-结转-2025-攻坚-02',
        board,
        title: '随访',
        continues: '2025-攻坚-02',
        due: '2026-06',
        dueText: '长期坚持',
      },
      { id: '2026-结转-2025-攻坚-05', board, title: '续的', continues: '2025-攻坚-05' },
    ]);
    expect(remarks.slice(2)).toEqual([
      '2025年到“攻榜推进”，原定2025-12；写上新的期限',
      '2025年到“未启动”',
      '2025年到“续榜”',
    ]);
    expect(files.slice(1)).toEqual(['boards/boards.yaml', ...Array(3).fill('tasks/tasks.yaml')]);
  });

  test('of a program that has ended is carried without it', () => {
    const { values } = opened({
      programs: [{ id: '专项', year: 2025, strategies: [{ id: '特色' }] }],
      boards: [{ ...boards[0], program: '专项' }],
      tasks: [{ id: '甲', board: '2025-攻坚', events: [{ on: '2025-03-01', step: '揭榜' }] }],
    });
    expect(values[0]).toEqual({ id: '2026-结转-2025-攻坚', type: '揭榜挂帅', name: '2025年攻坚（结转）', year: 2026 });
  });

  test('is not known on a board whose progress nobody enters, nor before the year is over', () => {
    const drafts: Drafts = { boards, programs, tasks: [{ id: '甲', board: '2025-攻坚' }] };
    expect(opened(drafts).ended).toEqual(['2025-攻坚：1项任务都没有登记进展，不知道办完没有']);
    const tracked: Drafts = {
      ...drafts,
      tasks: [{ id: '甲', board: '2025-攻坚', events: [{ on: '2025-03-01', step: '揭榜' }] }],
    };
    expect(opened(tracked, '2025-12-31').values.map(({ id }) => id)).toEqual(['揭榜-2026']);
    expect(opened(tracked, '2026-01-01').values).toHaveLength(3);
  });

  test('keeps the name of its first year when it is carried once more', () => {
    const { values } = opened({
      boards: [{ id: '2025-结转-2024-攻坚', name: '2024年攻坚（结转）', type: '工作要点', year: 2025 }],
      tasks: [
        { id: '2025-结转-2024-甲', board: '2025-结转-2024-攻坚', events: [{ on: '2025-03-01', step: '推进中' }] },
      ],
    });
    expect(values).toMatchObject([
      { id: '2026-结转-2024-攻坚', name: '2024年攻坚（结转）' },
      { id: '2026-结转-2024-甲', board: '2026-结转-2024-攻坚' },
    ]);
  });
});

test('samples are not carried, nor what is there already', () => {
  expect(opened({}, TODAY, { samples: { targets: [{ id: '示例-2025-义诊' }] } }).values).toEqual([]);
  expect(
    opened({
      targets: [{ id: '2025-义诊' }, { id: '2026-义诊', from: '2026-03-01', until: '2026-12-31', atLeast: 90 }],
    }).values,
  ).toEqual([]);
});
