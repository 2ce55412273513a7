import { describe, expect, test } from 'vitest';
import { recordIds } from '../../src/document/figure.js';
import { cyclesOf } from '../../src/figures/days.js';
import { Figures } from '../../src/figures/figures.js';
import { addDays } from '../../src/text/calendar-date.js';
import { type BuildOptions, buildLedger, type Draft, type Drafts, entryOf, held } from '../support/ledger-builder.js';
import { Random } from '../support/random.js';

type TargetFigures = ReturnType<Figures['target']>;
type TargetDraft = Omit<Draft<'targets'>, 'id'>;

/** The figures of one target over a little ledger. */
function measured(
  target: TargetDraft,
  drafts: Drafts,
  asOf: string,
  options: BuildOptions = {},
): TargetFigures & { figures: Figures } {
  const ledger = buildLedger({ ...drafts, targets: [{ id: '目标', ...target }] }, options);
  const figures = new Figures(ledger, asOf);
  return { ...figures.target(entryOf(ledger, 'targets', '目标')), figures };
}

function values({ goal, done, percent, expected, light }: TargetFigures) {
  return { goal: goal.value, done: done.value, percent: percent.value, expected: expected.value, light };
}

/** So many activities held on one day. */
function activities(count: number, day = '2025-01-01'): Drafts {
  return {
    activities: Array.from({ length: count }, (_, index) => ({ id: `义诊${index}`, date: day, events: held(day) })),
  };
}

/** 100 days: 1 January to 10 April 2025. */
const HUNDRED_DAYS = { from: '2025-01-01', until: '2025-04-10' };

describe('a target without a number', () => {
  const open = { count: { kind: 'meetings' as const, where: { type: '联席会议' } }, unit: '次' };

  test('is counted, and its goal is 频次未约定', () => {
    const target = measured(
      open,
      { meetings: [{ id: '会一' }, { id: '会二' }, { id: '党日', type: '主题党日' }] },
      '2025-12-31',
    );
    expect(values(target)).toEqual({ goal: null, done: 2, percent: null, expected: null, light: 'none' });
    for (const figure of [target.goal, target.percent, target.pace, target.gap, target.expected]) {
      expect(figure.missing).toBe('频次未约定');
    }
    expect(recordIds(target.done)).toEqual(['会一', '会二']);
  });

  test('sums what it is to sum, cells or none', () => {
    const people = { count: { kind: 'activities' as const, sum: 'beneficiaries' }, unit: '人次' };
    const drafts: Drafts = {
      activities: [
        { id: '一', events: held('2025-03-15'), beneficiaries: 80, beneficiariesBound: '约' },
        { id: '二', events: held('2025-03-15'), beneficiaries: 20 },
      ],
    };
    for (const more of [{}, { per: 'month' as const }, { atLeast: 1000 }]) {
      expect(measured({ ...people, ...more }, drafts, '2025-12-31').done).toMatchObject({ value: 100, bound: '约' });
    }
  });

  test('is so with cells too', () => {
    const weekly = { ...open, per: 'week' as const };
    expect(values(measured(weekly, { meetings: [{ id: '会一' }] }, '2025-12-31'))).toEqual({
      goal: null,
      done: 1,
      percent: null,
      expected: null,
      light: 'none',
    });
  });
});

describe('a plain target', () => {
  const hundred = { ...HUNDRED_DAYS, atLeast: 100 };

  test('counts what its condition names and nothing else', () => {
    const target = {
      from: '2025-01-01',
      until: '2025-12-31',
      atLeast: 10,
      count: { kind: 'activities' as const, where: { types: '义诊', program: '越医有爱' } },
    };
    const drafts: Drafts = {
      activities: [
        { id: '算', types: ['义诊', '讲座'], program: '越医有爱', events: held('2025-03-15') },
        { id: '别的类型', types: ['讲座'], program: '越医有爱', events: held('2025-03-15') },
        { id: '别的项目', types: ['义诊'], events: held('2025-03-15') },
        { id: '没有开展', types: ['义诊'], program: '越医有爱' },
        { id: '上一年', types: ['义诊'], program: '越医有爱', date: '2024-12-31', events: held('2024-12-31') },
      ],
    };
    expect(recordIds(measured(target, drafts, '2025-12-31').done)).toEqual(['算']);
  });

  test('a condition may list values and follow a reference', () => {
    const drafts: Drafts = {
      boards: [{ id: '项目榜', type: '一书记一项目' }, { id: '要点' }],
      tasks: [
        { id: '项目', board: '项目榜' },
        { id: '要点一', board: '要点' },
      ],
      ...{
        activities: [
          { id: 'a', types: ['讲座'], events: held('2025-03-15') },
          { id: 'b', types: ['研学'], events: held('2025-03-15') },
        ],
      },
    };
    const tasks = { count: { kind: 'tasks' as const, where: { 'board.type': '一书记一项目' } } };
    expect(recordIds(measured(tasks, drafts, '2025-12-31').done)).toEqual(['项目']);
    const talks = { count: { kind: 'activities' as const, where: { types: ['讲座', '巡讲'] } } };
    expect(recordIds(measured(talks, drafts, '2025-12-31').done)).toEqual(['a']);
  });

  test.each([
    ['2024-12-31', 0],
    ['2025-01-01', 1],
    ['2025-01-29', 29],
    ['2025-02-27', 58],
    ['2025-04-09', 99],
    ['2025-04-10', 100],
    ['2025-12-31', 100],
  ])('on %s %i of 100 in 100 days should be done', (asOf, expected) => {
    expect(measured(hundred, {}, asOf).expected.value).toBe(expected);
  });

  test('what is expected is rounded up', () => {
    expect(measured({ ...HUNDRED_DAYS, atLeast: 33 }, {}, '2025-01-03').expected.value).toBe(1);
    expect(measured({ ...HUNDRED_DAYS, atLeast: 33 }, {}, '2025-01-04').expected.value).toBe(2);
    expect(measured({ ...HUNDRED_DAYS, atLeast: 33 }, {}, '2025-04-09').expected.value).toBe(33);
  });

  test('the pace of 2025’s three hundreds: 10 November is day 245 of 296', () => {
    const d0 = { from: '2025-03-11', until: '2025-12-31', atLeast: 100 };
    const target = measured(d0, activities(41, '2025-04-01'), '2025-11-10');
    expect(values(target)).toEqual({ goal: 100, done: 41, percent: 41, expected: 83, light: 'red' });
    expect([target.pace.value, target.gap.value]).toEqual([82.8, -41.8]);
  });

  describe('on day 50, when 50 are due', () => {
    const day50 = '2025-02-19';
    test.each([
      [100, 'done'],
      [120, 'done'],
      [50, 'green'],
      [49, 'yellow'],
      [40, 'yellow'],
      [39, 'red'],
      [0, 'red'],
    ] as const)('%i is %s', (count, light) => {
      expect(measured(hundred, activities(count), day50).light).toBe(light);
    });

    test('an office may draw the yellow line elsewhere', () => {
      const strict = { workspace: { policies: { yellowFrom: 90 } } };
      expect(measured(hundred, activities(45), day50, strict).light).toBe('yellow');
      expect(measured(hundred, activities(44), day50, strict).light).toBe('red');
      expect(measured(hundred, activities(49), day50, { workspace: { policies: { yellowFrom: 100 } } }).light).toBe(
        'red',
      );
    });
  });

  test('before its first day nothing is late, and nothing ahead', () => {
    expect(values(measured(hundred, {}, '2024-06-30'))).toEqual({
      goal: 100,
      done: 0,
      percent: 0,
      expected: 0,
      light: 'none',
    });
    expect(measured(hundred, {}, '2024-12-31').pace.value).toBeNull();
  });

  test('the percentage has one decimal and no cap', () => {
    expect(measured({ ...HUNDRED_DAYS, atLeast: 3 }, activities(1), '2025-04-10').percent.value).toBe(33.3);
    expect(measured({ ...HUNDRED_DAYS, atLeast: 3 }, activities(2), '2025-04-10').percent.value).toBe(66.7);
    expect(measured({ ...HUNDRED_DAYS, atLeast: 100 }, activities(137), '2025-04-10').percent.value).toBe(137);
    expect(measured({ ...HUNDRED_DAYS, atLeast: 16 }, activities(1), '2025-04-10').percent.value).toBe(6.3);
  });

  test('a half is rounded up, also where no binary number holds it: 23 of 80 is 28.75 %', () => {
    expect(measured({ ...HUNDRED_DAYS, atLeast: 80 }, activities(23), '2025-04-10').percent.value).toBe(28.8);
  });

  describe('of a sum', () => {
    const hours = { atLeast: 100, unit: '小时', count: { kind: 'activities' as const, sum: 'hours' } };
    const activity = (id: string, more: { hours?: number } = {}) => ({ id, events: held('2025-03-15'), ...more });

    test('adds the field up', () => {
      const target = measured(
        hours,
        { activities: [activity('a', { hours: 24.5 }), activity('b', { hours: 5 }), activity('c')] },
        '2025-12-31',
      );
      expect(values(target)).toMatchObject({ done: 29.5, percent: 29.5 });
      expect(target.done.formula).toBe('sum');
    });

    test('is 暂未统计 where no number is registered', () => {
      const target = measured(hours, { activities: [activity('a'), activity('b')] }, '2025-12-31');
      expect(values(target)).toMatchObject({ goal: 100, done: null, percent: null, light: 'none' });
      expect([target.done.missing, target.percent.missing]).toEqual(['暂未统计', '暂未统计']);
    });

    test('the expected number is known where the number done is not', () => {
      const target = measured(hours, { activities: [activity('a')] }, '2025-12-31');
      expect([target.expected.value, target.pace.value]).toEqual([100, 100]);
    });
  });
});

describe('weekly: the 督查 of 2025', () => {
  const weekly = {
    from: '2025-05-21',
    until: '2025-12-31',
    atLeast: 1,
    per: 'week' as const,
    unit: '周次',
    count: { kind: 'inspections' as const },
  };
  const inspections = (...days: string[]): Drafts => ({
    inspections: days.map((date, index) => ({ id: `督查${index}`, date })),
  });

  test('has 33 weeks from 2025-W21 to 2026-W01', () => {
    const weeks = cyclesOf(weekly, 'week');
    expect(weeks).toHaveLength(33);
    expect(weeks[0]).toEqual({ key: '2025-W21', from: '2025-05-21', until: '2025-05-25' });
    expect(weeks.at(-2)?.key).toBe('2025-W52');
    expect(weeks.at(-1)).toEqual({ key: '2026-W01', from: '2025-12-29', until: '2025-12-31' });
    expect(measured(weekly, {}, '2025-12-31').goal.value).toBe(33);
  });

  test('several inspections in one week cover one week', () => {
    const target = measured(weekly, inspections('2025-05-26', '2025-05-28', '2025-06-01', '2025-06-02'), '2025-12-31');
    expect(target.done.value).toBe(2);
    expect(recordIds(target.done)).toEqual(['督查0', '督查1', '督查2', '督查3']);
  });

  test('29 December lies in the last week, not in the first of its year', () => {
    const target = measured(weekly, inspections('2025-12-28', '2025-12-29', '2025-12-31'), '2025-12-31');
    expect(target.done.value).toBe(2);
    expect(target.done.inputs).toEqual(['done@target=目标,cell=2025-W52', 'done@target=目标,cell=2026-W01']);
  });

  test('an inspection outside the days covers nothing', () => {
    expect(measured(weekly, inspections('2025-05-20', '2026-01-01'), '2026-12-31').done.value).toBe(0);
  });

  test.each([
    ['2025-05-20', 0],
    ['2025-05-24', 0],
    ['2025-05-25', 1],
    ['2025-05-31', 1],
    ['2025-06-01', 2],
    ['2025-12-30', 32],
    ['2025-12-31', 33],
  ])('by %s %i weeks were due', (asOf, due) => {
    expect(measured(weekly, {}, asOf).expected.value).toBe(due);
  });

  test('its light goes by the weeks due', () => {
    expect(measured(weekly, {}, '2025-05-24').light).toBe('none');
    expect(measured(weekly, {}, '2025-05-25').light).toBe('red');
    expect(measured(weekly, inspections('2025-05-22'), '2025-05-31').light).toBe('green');
  });

  test('a running week does not hide a missed one', () => {
    const missedOne = measured(weekly, inspections('2025-05-28'), '2025-05-28');
    expect(values(missedOne)).toMatchObject({ done: 0, expected: 1, light: 'red' });
    expect(missedOne.figures.get('missed', { target: '目标' }).value).toBe(1);
    const over = measured(weekly, inspections('2025-05-28'), '2025-06-01');
    expect(values(over)).toMatchObject({ done: 1, expected: 2 });
  });

  test('nothing done is counted as 0, not stated', () => {
    const { done } = measured(weekly, {}, '2025-12-31');
    expect(done).toMatchObject({ value: 0, formula: 'count', inputs: [] });
    expect(recordIds(done)).toEqual([]);
  });

  test.each([
    ['year', 1],
    ['quarter', 3],
    ['month', 8],
  ] as const)('by the %s there are %i', (per, count) => {
    expect(measured({ ...weekly, per }, {}, '2025-12-31').goal.value).toBe(count);
  });
});

describe('each branch', () => {
  const projects = {
    from: '2025-05-21',
    until: '2025-12-31',
    atLeast: 1,
    unit: '个支部',
    count: { kind: 'tasks' as const, where: { 'board.type': '一书记一项目' } },
    each: { kind: 'branches' as const, where: { category: '在职' }, by: 'branch' },
  };
  const drafts: Drafts = {
    branches: [
      { id: '内科' },
      { id: '外科' },
      { id: '骨科' },
      { id: '老干部', category: '离退休' },
      { id: '撤销的', opened: '2020', closed: '2025-05-20' },
      { id: '新设的', opened: '2025-10-01' },
    ],
    boards: [{ id: '项目榜', type: '一书记一项目' }, { id: '要点' }],
    tasks: [
      { id: '项目一', board: '项目榜', branch: '内科' },
      { id: '项目二', board: '项目榜', branch: '内科' },
      { id: '项目三', board: '项目榜' },
      { id: '要点一', board: '要点', branch: '外科' },
    ],
  };

  test('the goal is the branches in force, and one counts once', () => {
    const target = measured(projects, drafts, '2025-12-31');
    expect(values(target)).toEqual({ goal: 4, done: 1, percent: 25, expected: 4, light: 'red' });
    expect(target.goal.inputs).toEqual(['内科', '外科', '骨科', '新设的'].map((id) => `done@target=目标,cell=${id}`));
    expect(target.done.inputs).toEqual(['done@target=目标,cell=内科']);
  });

  test('nothing is due before the last day: there is no pace and no light', () => {
    const before = measured(projects, drafts, '2025-12-30');
    expect(values(before)).toMatchObject({ done: 1, expected: 0, light: 'none' });
    expect([before.pace.value, before.gap.value]).toEqual([null, null]);
    expect(measured(projects, drafts, '2025-12-31').pace.value).toBe(100);
  });

  test('more than one may be required', () => {
    expect(measured({ ...projects, atLeast: 2 }, drafts, '2025-12-31').done.value).toBe(1);
    expect(measured({ ...projects, atLeast: 3 }, drafts, '2025-12-31').done.value).toBe(0);
  });

  test('without `by` the field that refers to branches is taken', () => {
    const led = { ...HUNDRED_DAYS, atLeast: 1, each: { kind: 'branches' as const } };
    const branches = [{ id: '内科' }, { id: '外科' }];
    const activity = { id: '义诊', lead: '外科', joined: ['内科'], date: '2025-01-02', events: held('2025-01-02') };
    expect(measured(led, { branches, activities: [activity] }, '2025-12-31').done.inputs).toEqual([
      'done@target=目标,cell=外科',
    ]);
  });

  test('without a branch there is nothing to meet', () => {
    expect(values(measured(projects, {}, '2025-12-31'))).toMatchObject({
      goal: 0,
      done: 0,
      percent: null,
      expected: null,
      light: 'none',
    });
  });

  test('each pairing works alike', () => {
    const each = { ...HUNDRED_DAYS, atLeast: 1, each: { kind: 'pairings' as const } };
    const pairings = [{ id: '东湖' }, { id: '迪荡' }, { id: '旧的', until: '2024' }];
    const activity = { id: '义诊', pairings: ['东湖', '迪荡'], date: '2025-01-02', events: held('2025-01-02') };
    expect(values(measured(each, { pairings, activities: [activity] }, '2025-12-31'))).toMatchObject({
      goal: 2,
      done: 2,
      light: 'done',
    });
  });

  test('a sum is added up in each cell', () => {
    const hours = {
      ...HUNDRED_DAYS,
      atLeast: 10,
      each: { kind: 'branches' as const, by: 'lead' },
      count: { kind: 'activities' as const, sum: 'hours' },
    };
    const activity = { id: '义诊', lead: '内科', hours: 24, date: '2025-01-02', events: held('2025-01-02') };
    expect(measured(hours, { branches: [{ id: '内科' }], activities: [activity] }, '2025-12-31').done.value).toBe(1);
  });
});

describe('each branch in each week', () => {
  const cells = {
    from: '2025-05-19',
    until: '2025-06-01',
    atLeast: 1,
    per: 'week' as const,
    each: { kind: 'branches' as const, by: 'lead' },
  };
  const branches = [{ id: '内科' }, { id: '外科', opened: '2025-05-26' }];
  const activity = (id: string, lead: string, day: string) => ({ id, lead, date: day, events: held(day) });

  test('a branch that opened in the second week has one cell', () => {
    const drafts = {
      branches,
      activities: [
        activity('a', '内科', '2025-05-20'),
        activity('b', '内科', '2025-05-21'),
        activity('c', '外科', '2025-05-31'),
      ],
    };
    const target = measured(cells, drafts, '2025-05-31');
    expect(values(target)).toEqual({ goal: 3, done: 1, percent: 33.3, expected: 1, light: 'green' });
    expect(target.done.inputs).toEqual(['done@target=目标,cell=内科/2025-W21']);
  });
});

test('every figure of a target is found by its id', () => {
  const { figures, ...target } = measured(
    { from: '2025-05-21', until: '2025-12-31', atLeast: 1, per: 'week', count: { kind: 'inspections' } },
    { inspections: [{ id: '督查', date: '2025-05-26' }] },
    '2025-12-31',
  );
  for (const figure of [target.goal, target.done, target.percent, target.pace, target.gap, target.expected]) {
    expect(figures.byId(figure.id)).toBe(figure);
    for (const input of figure.inputs) expect(figures.byId(input)?.id).toBe(input);
  }
});

test('a target figure is found before the target was ever measured', () => {
  const ledger = buildLedger({ ...activities(3), targets: [{ id: '目标', atLeast: 10 }] });
  expect(new Figures(ledger, '2025-12-31').byId('percent@target=目标')?.value).toBe(30);
  expect(new Figures(ledger, '2025-12-31').byId('percent@target=目标,cell=2025-W01')).toBeUndefined();
});

test('a sample behind the count marks what is computed from it, never the goal', () => {
  const target = measured({ atLeast: 10 }, {}, '2025-12-31', {
    samples: { activities: [{ id: '示例', events: held('2025-03-15') }] },
  });
  expect([target.goal, target.done, target.percent, target.gap, target.pace].map(({ sample }) => sample)).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
});

test('on no day is a light green beside a negative gap, or given where nothing whole is due', () => {
  const random = new Random(20250311);
  for (let round = 0; round < 200; round += 1) {
    const from = addDays('2025-01-01', random.below(200));
    const until = addDays(from, random.below(160));
    const per = random.below(2) === 0 ? {} : { per: 'week' as const };
    const atLeast = 1 + random.below(per.per ? 1 : 60);
    const drafts = activities(random.below(40), addDays(from, random.below(30)));
    const asOf = addDays('2025-01-01', random.below(364));
    const { light, gap, goal, done, expected } = measured({ from, until, atLeast, ...per }, drafts, asOf);
    const said = `${from}..${until} ${atLeast} ${per.per} on ${asOf}: ${done.value}/${goal.value} ${light}`;
    if (asOf < from && light !== 'done') expect(light, said).toBe('none');
    if (light === 'green') expect(gap.value ?? -1, said).toBeGreaterThanOrEqual(0);
    if (light === 'red' || light === 'yellow') expect(done.value, said).toBeLessThan(expected.value ?? 0);
  }
});
