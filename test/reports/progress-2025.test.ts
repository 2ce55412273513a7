import { describe, expect, test } from 'vitest';
import { runJson } from '../support/run-cli.js';
import type { ProgressJson, TargetRow } from './contracts.js';

const json = await runJson<ProgressJson>(['progress', '--year', '2025', '--no-sample']);

const targetNamed = (id: string): TargetRow | undefined => json.targets.find((target) => target.id === id);

test('is of the year’s last day, without samples', () => {
  expect([json.year, json.asOf, json.sample]).toEqual([2025, '2025-12-31', 0]);
});

describe('the pairings of the programme', () => {
  test('are 11 in the document’s order', () => {
    const order = ['东湖', '迪荡', '陶堰', '府山', '北海', '东浦', '马山', '斗门', '城南', '稽山', '富盛'];
    expect(json.pairings.map(({ id }) => id)).toEqual(order);
  });

  test('have 10 distinct leads: 骨科第二党支部 leads two', () => {
    const leads = json.pairings.map(({ lead }) => lead);
    expect(new Set(leads).size).toBe(10);
    expect(leads.filter((lead) => lead === '骨科第二党支部')).toHaveLength(2);
    expect(json.pairings.filter(({ lead }) => lead === '骨科第二党支部').map(({ id }) => id)).toEqual(['陶堰', '东浦']);
  });

  test('six have an assisting branch, leads and assistants are 16 branches in all', () => {
    const branches = json.pairings.flatMap((pairing) => pairing.branches);
    expect(branches.filter(({ role }) => role === 'assist')).toHaveLength(6);
    expect(new Set(branches.map(({ id }) => id)).size).toBe(16);
    expect(json.branches).toHaveLength(16);
    expect(json.branches.every(({ secretary }) => secretary !== null)).toBe(true);
  });

  test('have no agreement on record, which is 未登记 and never 未签', () => {
    expect(new Set(json.pairings.map(({ agreement }) => agreement))).toEqual(new Set(['未登记']));
  });

  test('one is with a 卫生院', () => {
    expect(json.pairings.at(-1)).toMatchObject({ partner: '富盛镇卫生院', lead: '内科第三党支部' });
  });
});

describe('the targets', () => {
  test.each([
    ['2025-义诊', '场'],
    ['2025-巡讲', '场'],
    ['2025-科普', '篇'],
  ])('%s is 100; what is done nobody has entered: no percent, no light', (id, unit) => {
    expect(targetNamed(id)).toMatchObject({
      target: 100,
      done: null,
      unit,
      percent: null,
      expected: 100,
      status: 'none',
    });
  });

  test('the weekly inspections are 33', () => {
    expect(targetNamed('2025-督查')).toMatchObject({ target: 33, done: null, expected: 33 });
  });

  test('one project for each of the 16 secretaries', () => {
    expect(targetNamed('2025-一书记一项目')).toMatchObject({ target: 16, done: null, status: 'none' });
  });

  test('联席会议 have no agreed frequency, so none is behind', () => {
    expect(targetNamed('2025-联席会议')).toMatchObject({
      target: null,
      done: null,
      percent: null,
      expected: null,
      status: 'none',
    });
  });
});

test('10 boards and 43 tasks are declared and none registered; the plan’s 15 items are all there', () => {
  expect(json.declared.map(({ subject, declared, registered }) => [subject, declared, registered])).toEqual([
    ['揭榜挂帅-2025', 10, 0],
    ['揭榜挂帅-2025', 43, 0],
    ['2025-党建工作要点', 15, 15],
  ]);
});

test('the four actions stand with their departments', () => {
  expect(json.actions.map(({ id, lead, support }) => [id, lead, support])).toEqual([
    ['蝶变升级', ['医务科', '护理部'], ['科教科']],
    ['越医康养', ['外联办'], ['党建办', '公卫科', '护理部']],
    ['职场赋能', ['体检中心'], ['公卫科', '外联办', '党建办']],
    ['薪火传承', ['外联办'], ['党政综合办', '党建办']],
  ]);
});

test('the five linkages and the twelve months are all there', () => {
  expect(json.linkages.map(({ id }) => id)).toEqual(['组织联建', '阵地联用', '活动联办', '资源联享', '工作联动']);
  expect(json.months.map(({ month }) => month)).toEqual(
    Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`),
  );
});

describe('as of an earlier day', () => {
  test('before the programme’s document nothing of it is in force', async () => {
    const early = await runJson<ProgressJson>(['progress', '--year', '2025', '--as-of', '2025-03-10', '--no-sample']);
    expect([early.pairings, early.branches, early.actions]).toEqual([[], [], []]);
    const next = await runJson<ProgressJson>(['progress', '--year', '2025', '--as-of', '2025-03-11', '--no-sample']);
    expect([next.pairings.length, next.branches.length, next.actions.length]).toEqual([11, 16, 4]);
  });

  test('what should be done grows with the days', async () => {
    const on = async (day: string) => {
      const { targets } = await runJson<ProgressJson>(['progress', '--year', '2025', '--as-of', day, '--no-sample']);
      return ['2025-义诊', '2025-督查'].map((id) => targets.find((target) => target.id === id)?.expected);
    };
    expect(await on('2025-03-10')).toEqual([0, 0]);
    expect(await on('2025-05-25')).toEqual([26, 1]);
    expect(await on('2025-12-30')).toEqual([100, 32]);
  });
});

test('2021 has its own list of measures and nothing of 2025', async () => {
  const json2021 = await runJson<ProgressJson>(['progress', '--year', '2021', '--no-sample']);
  expect(json2021.boards).toEqual([
    expect.objectContaining({ id: '2021-医心为民工作清单', tasks: 10, closed: null, overdue: null }),
  ]);
  expect(json2021.declared.map(({ declared, registered }) => [declared, registered])).toEqual([[10, 10]]);
  expect([json2021.pairings, json2021.targets, json2021.branches]).toEqual([[], [], []]);
});
