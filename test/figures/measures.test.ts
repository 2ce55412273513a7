import { describe, expect, test } from 'vitest';
import { recordIds } from '../../src/document/figure.js';
import type { Dimensions } from '../../src/figures/figure-id.js';
import { Figures } from '../../src/figures/figures.js';
import { knowsFigure } from '../../src/figures/known-figures.js';
import { MEASURES } from '../../src/figures/registry.js';
import { buildLedger, type Drafts, held } from '../support/ledger-builder.js';

/** One office's year: 2 activities held, 1 planned, 1 cancelled, and one or two of everything else. */
const YEAR: Drafts = {
  programs: [{ id: '越医有爱', from: '2025-03-11' }],
  branches: [{ id: '内科' }, { id: '外科' }, { id: '老干部', category: '离退休' }],
  pairings: [
    { id: '东湖', partners: ['东湖中心'], lead: '内科', assist: ['外科'] },
    { id: '两街', partners: ['解放街道', '塘汇街道'], lead: '内科' },
    { id: '富盛', partners: ['富盛镇卫生院'], joined: ['外科', '老干部', '体检中心'] },
  ],
  agreements: [
    {
      id: '东湖-2025',
      pairing: '东湖',
      signed: [
        { side: '甲方', on: '2025-03-20' },
        { side: '乙方', on: '2025-04-02' },
      ],
    },
    { id: '富盛-2025', pairing: '富盛', signed: [{ side: '甲方', on: '2025-03-20' }] },
  ],
  activities: [
    {
      id: '春义诊',
      date: '2025-03-15',
      types: ['义诊', '讲座'],
      program: '越医有爱',
      action: '越医康养',
      pairings: ['东湖', '两街'],
      lead: '内科',
      assist: ['外科'],
      linkages: ['活动联办'],
      beneficiaries: 86,
      events: held('2025-03-15'),
    },
    {
      id: '夏义诊',
      date: '2025-06-21',
      types: ['义诊'],
      joined: ['外科'],
      beneficiaries: 14,
      events: held('2025-06-21'),
    },
    { id: '秋义诊', date: '2025-09-01', types: ['义诊'], lead: '外科', beneficiaries: 500 },
    { id: '冬义诊', date: '2025-11-01', types: ['义诊'], lead: '外科', events: [{ on: '2025-10-30', step: '取消' }] },
  ],
  meetings: [
    { id: '联席', pairings: ['东湖'] },
    { id: '党日', type: '主题党日', branches: ['内科'] },
    { id: '取消的会', cancelled: true },
  ],
  inspections: [
    {
      id: '督查一',
      problems: [
        { category: '态度', text: '不耐心', rectified: '2025-06-01' },
        { category: '卫生', text: '杂乱' },
      ],
    },
    { id: '督查二', date: '2025-06-02' },
  ],
  publications: [{ id: '膏方误区', program: '越医有爱', reprints: [{ channel: '越牛新闻' }] }],
  requests: [{ id: '点单一', pairing: '东湖', dispatched: '内科', events: [{ on: '2025-04-01', step: '点单' }] }],
  evaluations: [{ id: '东湖-上半年' }],
  boards: [{ id: '榜一', type: '揭榜挂帅', program: '越医有爱' }, { id: '要点' }],
  tasks: [
    { id: '任务一', board: '榜一', due: '2025-06', branch: '内科' },
    {
      id: '任务二',
      board: '榜一',
      events: [
        { on: '2025-07-20', step: '验榜' },
        { on: '2025-08-01', step: '结题' },
      ],
    },
    { id: '要点一', board: '要点' },
  ],
};

const year = new Figures(buildLedger(YEAR), '2025-12-31');
const in2025 = (measure: string, dimensions: Dimensions = {}) => year.get(measure, { year: '2025', ...dimensions });

const EXPECTED: Readonly<Record<string, readonly [value: number, unit: string, records: readonly string[]]>> = {
  activities: [2, '场次', ['春义诊', '夏义诊']],
  beneficiaries: [100, '人次', ['春义诊', '夏义诊']],
  led: [2, '场次', ['春义诊', '夏义诊']],
  assisted: [1, '场次', ['春义诊']],
  joined: [1, '场次', ['夏义诊']],
  publications: [1, '篇', ['膏方误区']],
  meetings: [2, '次', ['联席', '党日']],
  inspections: [2, '次', ['督查一', '督查二']],
  faulting: [1, '次', ['督查一']],
  problems: [2, '个', ['督查一', '督查二']],
  rectified: [1, '个', ['督查一', '督查二']],
  'open-problems': [1, '个', ['督查一', '督查二']],
  'overdue-problems': [0, '个', ['督查一', '督查二']],
  'returned-problems': [0, '个', ['督查一', '督查二']],
  'linked-activities': [1, '场次', ['春义诊']],
  'linked-meetings': [0, '次', []],
  pairings: [3, '对', ['东湖', '两街', '富盛']],
  partners: [4, '家', ['东湖中心', '解放街道', '塘汇街道', '富盛镇卫生院']],
  leads: [1, '个', ['内科']],
  assistants: [1, '个', ['外科']],
  'joint-branches': [2, '个', ['外科', '老干部']],
  'paired-branches': [3, '个', ['内科', '外科', '老干部']],
  agreements: [1, '份', ['东湖-2025']],
  branches: [3, '个', ['内科', '外科', '老干部']],
  requests: [1, '单', ['点单一']],
  boards: [2, '项', ['榜一', '要点']],
  tasks: [3, '项', ['任务一', '任务二', '要点一']],
  closed: [1, '项', ['任务二']],
  overdue: [1, '项', ['任务一']],
  underway: [0, '项', []],
  accepted: [1, '项', ['任务二']],
  moved: [1, '项', ['任务二']],
  'closed-within': [1, '项', ['任务二']],
  'fallen-due': [1, '项', ['任务一']],
  'fallen-due-closed': [0, '项', []],
  'fallen-due-ended': [0, '项', []],
  'fallen-due-open': [1, '项', ['任务一']],
  'signed-within': [1, '份', ['东湖-2025']],
  approved: [0, '场次', []],
  seasonal: [0, '场次', []],
  reviewed: [0, '篇', []],
  'met-branches': [1, '个', ['内科']],
  unagreed: [1, '对', ['富盛']],
  unrectified: [1, '个', ['督查一', '督查二']],
  'pending-problems': [0, '个', ['督查一', '督查二']],
  served: [0, '单', []],
  'answer-days': [0, '天', []],
  evaluations: [1, '次', ['东湖-上半年']],
};

test.each(MEASURES.map(({ name }) => name))('%s counts what it says, and lists it', (name) => {
  const figure = in2025(name);
  const hint = `say in EXPECTED what ${name} is in YEAR: its value, unit and the records it counts`;
  expect([figure.value, figure.unit, recordIds(figure)], hint).toEqual(EXPECTED[name]);
  expect(figure).toMatchObject({ id: `${name}@year=2025`, inputs: [], sample: false });
});

describe('counted once for the hospital, once under each', () => {
  test('of two pairings', () => {
    expect(in2025('activities', { pairing: '东湖' }).value).toBe(1);
    expect(in2025('activities', { pairing: '两街' }).value).toBe(1);
    expect(in2025('activities').value).toBe(2);
  });

  test('of two types', () => {
    expect(in2025('activities', { type: '义诊' }).value).toBe(2);
    expect(in2025('activities', { type: '讲座' }).value).toBe(1);
  });

  test('of its branches, whatever part they took', () => {
    expect(in2025('activities', { branch: '外科' }).value).toBe(2);
    expect(in2025('led', { branch: '外科' }).value).toBe(0);
    expect(in2025('assisted', { branch: '外科' }).value).toBe(1);
    expect(in2025('joined', { branch: '外科' }).value).toBe(1);
  });

  test('people go with the activity and are not split', () => {
    expect(in2025('beneficiaries', { pairing: '东湖' }).value).toBe(86);
    expect(in2025('beneficiaries', { pairing: '两街' }).value).toBe(86);
    expect(in2025('beneficiaries').value).toBe(100);
  });
});

test('all dimensions together narrow the count', () => {
  const all = {
    program: '越医有爱',
    action: '越医康养',
    type: '义诊',
    branch: '内科',
    pairing: '东湖',
    linkage: '活动联办',
  };
  expect(in2025('activities', all).value).toBe(1);
  expect(in2025('activities', { ...all, action: '蝶变升级' }).value).toBe(0);
});

test.each([
  ['meetings', { pairing: '东湖' }, 1],
  ['meetings', { branch: '内科' }, 1],
  ['meetings', { type: '主题党日' }, 1],
  ['meetings', { linkage: '活动联办' }, 0],
  ['publications', { program: '越医有爱', type: '科普' }, 1],
  ['publications', { branch: '内科' }, 0],
  ['requests', { pairing: '东湖', branch: '内科' }, 1],
  ['agreements', { pairing: '东湖' }, 1],
  ['agreements', { pairing: '富盛' }, 0],
  ['pairings', { program: '越医有爱', branch: '外科' }, 2],
  ['pairings', { branch: '老干部' }, 1],
  ['branches', { type: '离退休' }, 1],
  ['boards', { program: '越医有爱', type: '揭榜挂帅' }, 1],
  ['tasks', { program: '越医有爱', type: '揭榜挂帅' }, 2],
  ['tasks', { branch: '内科' }, 1],
  ['tasks', { board: '要点' }, 1],
] as const)('%s under %o are %i', (measure, dimensions, count) => {
  expect(in2025(measure, dimensions).value).toBe(count);
});

describe('tasks', () => {
  const on = (day: string, measure: string, tasks: Drafts['tasks'], type: '揭榜挂帅' | '一书记一项目' = '揭榜挂帅') => {
    const ledger = buildLedger({
      boards: [{ id: '榜', type }],
      tasks: (tasks ?? []).map((each) => ({ ...each, board: '榜' })),
    });
    return new Figures(ledger, day).get(measure, { year: '2025' }).value;
  };
  const begun = { id: '甲', due: '2025-04', events: [{ on: '2025-06-01', step: '揭榜' as const }] };

  test('stand with their board, not begun and overdue before their first step', () => {
    expect(on('2025-05-31', 'tasks', [begun])).toBe(1);
    expect(on('2025-05-31', 'underway', [begun])).toBe(0);
    expect(on('2025-05-31', 'overdue', [begun])).toBe(1);
    expect(on('2025-06-01', 'underway', [begun])).toBe(1);
  });

  test('that are a branch’s project are there once it is chosen', () => {
    const project = { id: '项目', events: [{ on: '2025-06-01', step: '选题' as const }] };
    expect(on('2025-05-31', 'tasks', [project], '一书记一项目')).toBe(0);
    expect(on('2025-06-01', 'tasks', [project], '一书记一项目')).toBe(1);
  });

  test('have passed the examination unless they are sent back after it, or were never examined', () => {
    const steps = (...names: readonly ('验榜' | '结题' | '续榜' | '攻榜推进')[]) => [
      { id: '甲', events: names.map((step, index) => ({ on: `2025-0${index + 1}-01`, step })) },
    ];
    expect(on('2025-12-31', 'accepted', steps('验榜'))).toBe(1);
    expect(on('2025-12-31', 'accepted', steps('验榜', '结题'))).toBe(1);
    expect(on('2025-12-31', 'accepted', steps('验榜', '续榜'))).toBe(0);
    expect(on('2025-12-31', 'accepted', steps('验榜', '攻榜推进'))).toBe(0);
    expect(on('2025-12-31', 'accepted', steps('结题'))).toBe(0);
    expect(on('2025-01-31', 'accepted', steps('验榜', '续榜'))).toBe(1);
  });
});

test('the value of a count is the number of its records', () => {
  for (const { name, formula } of MEASURES) {
    if (formula === 'sum') continue;
    const figure = in2025(name);
    expect(figure.value, name).toBe(recordIds(figure).length);
  }
});

describe('months', () => {
  test('a dated record belongs to its month', () => {
    expect(year.get('activities', { month: '2025-03' }).value).toBe(1);
    expect(year.get('activities', { month: '2025-04' }).value).toBe(0);
    expect(year.get('beneficiaries', { month: '2025-06' }).value).toBe(14);
  });

  test('a moved activity belongs to the month it was moved to', () => {
    const ledger = buildLedger({
      activities: [
        {
          id: '大暑',
          date: '2025-07-26',
          events: [
            { on: '2025-07-25', step: '改期', to: '2025-08-02' },
            { on: '2025-08-02', step: '已开展' },
          ],
        },
      ],
    });
    const figures = new Figures(ledger, '2025-12-31');
    expect(figures.get('activities', { month: '2025-07' }).value).toBe(0);
    expect(figures.get('activities', { month: '2025-08' }).value).toBe(1);
  });

  test('the months of a year add up to the year', () => {
    const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);
    const sum = months.reduce((total, month) => total + (year.get('activities', { month }).value ?? 0), 0);
    expect(sum).toBe(in2025('activities').value);
  });
});

describe('unknown stays unknown', () => {
  const people = (...amounts: (number | undefined)[]) => {
    const activities = amounts.map((beneficiaries, index) => ({
      id: `义诊${index}`,
      events: held('2025-03-15'),
      ...(beneficiaries === undefined ? {} : { beneficiaries }),
    }));
    return new Figures(buildLedger({ activities }), '2025-12-31').get('beneficiaries', { year: '2025' });
  };

  test('uncounted people are 暂未统计, never a zero', () => {
    expect(people(undefined, undefined)).toMatchObject({ value: null, missing: '暂未统计' });
  });

  test('the sum of a partly known number is a minimum', () => {
    expect(people(86, undefined, 14)).toMatchObject({ value: 100 });
    expect(people(86, undefined, 14)).not.toHaveProperty('missing');
  });

  test('no visitors are a zero, and so are no activities', () => {
    expect(people(0).value).toBe(0);
    expect(people().value).toBe(0);
  });
});

describe('the day asked for', () => {
  const on = (asOf: string) => new Figures(buildLedger(YEAR), asOf);

  test.each([
    ['2025-03-14', 0],
    ['2025-03-15', 1],
    ['2025-06-20', 1],
    ['2025-06-21', 2],
    ['2026-06-21', 2],
  ])('on %s there had been %i activities', (asOf, count) => {
    expect(on(asOf).get('activities', { year: '2025' }).value).toBe(count);
  });

  test('a pairing counts from its program’s first day', () => {
    expect(on('2025-03-10').get('pairings', { year: '2025' }).value).toBe(0);
    expect(on('2025-03-11').get('pairings', { year: '2025' }).value).toBe(3);
    expect(on('2025-12-31').get('pairings', { year: '2024' }).value).toBe(0);
  });

  test('a task is overdue and closed as of that day', () => {
    expect(on('2025-06-30').get('overdue', { year: '2025' }).value).toBe(0);
    expect(on('2025-07-01').get('overdue', { year: '2025' }).value).toBe(1);
    expect(on('2025-07-31').get('closed', { board: '榜一' }).value).toBe(0);
    expect(on('2025-08-01').get('closed', { board: '榜一' }).value).toBe(1);
  });

  test('a problem counts as rectified from the day it was', () => {
    expect(on('2025-05-31').get('rectified', { year: '2025' }).value).toBe(0);
    expect(on('2025-06-01').get('rectified', { year: '2025' }).value).toBe(1);
  });

  test('a document’s number is there once its year has ended, and the same on every later day', () => {
    const ledger = buildLedger({ facts: [{ id: '2021-锦旗', year: 2021, value: 157, unit: '面' }] });
    expect(new Figures(ledger, '2021-12-30').byId('2021-锦旗')?.value).not.toBe(157);
    for (const day of ['2021-12-31', '2025-12-31']) {
      expect(new Figures(ledger, day).byId('2021-锦旗')).toMatchObject({ value: 157, unit: '面', formula: 'fact' });
    }
  });
});

test('a request belongs to the year it was made', () => {
  const events = [{ on: '2025-03-01', step: '点单' as const }];
  const figures = new Figures(buildLedger({ requests: [{ id: '点单', events }] }), '2025-12-31');
  expect(figures.get('requests', { year: '2025' }).value).toBe(1);
  expect(figures.get('requests', { year: '2021' }).value).toBe(0);
});

describe('samples', () => {
  const ledger = buildLedger(
    { activities: [{ id: '正式', types: ['义诊'], events: held('2025-03-15') }] },
    { samples: { activities: [{ id: '示例', types: ['讲座'], events: held('2025-03-15') }] } },
  );
  const figures = new Figures(ledger, '2025-12-31');

  test('mark every figure they stand behind, and no other', () => {
    expect(figures.get('activities', { year: '2025' })).toMatchObject({ value: 2, sample: true });
    expect(figures.get('activities', { year: '2025', type: '讲座' })).toMatchObject({ value: 1, sample: true });
    expect(figures.get('activities', { year: '2025', type: '义诊' })).toMatchObject({ value: 1, sample: false });
  });
});

describe('by id', () => {
  test('a figure is found under the id it prints', () => {
    for (const { name } of MEASURES) expect(year.byId(`${name}@year=2025`)).toBe(in2025(name));
  });

  test('there is none for an unknown id', () => {
    expect(year.byId('锦旗')).toBeUndefined();
    expect(year.byId('activities@colour=red')).toBeUndefined();
    expect(year.byId('percent@target=没有')).toBeUndefined();
    expect(year.byId('policy-toString')).toBeUndefined();
  });

  test('an invalid year is no figure, and no crash', () => {
    expect(year.byId('activities@year=今年')).toBeUndefined();
  });

  test('a policy is a figure of the settings', () => {
    expect(year.byId('policy-yellowFrom')).toMatchObject({ value: 80, unit: '%', formula: 'fact' });
    const set = new Figures(buildLedger({}, { workspace: { policies: { yellowFrom: 90 } } }), '2025-12-31');
    expect(set.byId('policy-yellowFrom')?.value).toBe(90);
  });

  test('an undefined measure throws', () => {
    expect(() => year.get('aktivities', {})).toThrow(TypeError);
  });
});

test('a step before the year leaves a task in its board’s year', () => {
  const tasks = [{ id: '早了', events: [{ on: '2024-12-31', step: '推进中' as const }] }];
  const figures = new Figures(buildLedger({ boards: [{ id: '要点' }], tasks }), '2025-12-31');
  expect(figures.get('tasks', { year: '2024' }).value).toBe(0);
  expect(figures.get('tasks', { year: '2025' }).value).toBe(1);
});

test('a category of free words has an id that opens', () => {
  const category = '服务,态度=差@窗口，80%';
  const ledger = buildLedger({ inspections: [{ id: '督查', problems: [{ category, text: '生硬' }] }] });
  const { id } = new Figures(ledger, '2025-12-31').get('problems', { year: '2025', type: category });
  expect(id).toBe('problems@year=2025,type=服务%2C态度=差%40窗口，80%25');
  expect(knowsFigure(ledger, id)).toBe(true);
  expect(new Figures(ledger, '2025-12-31').byId(id)?.value).toBe(1);
});

test('a label says the month, and a record’s name where an id would stand', () => {
  const activities = [{ id: '2025-03-15-东湖义诊', title: '春季健康义诊', events: held('2025-03-15') }];
  const figures = new Figures(buildLedger({ activities }), '2025-12-31');
  expect(figures.get('activities', { month: '2025-03' }).label).toBe('服务活动·2025年3月');
  const own = figures.get('beneficiaries', { activity: '2025-03-15-东湖义诊' });
  expect(own.label).toBe('服务群众·春季健康义诊');
});
