import { describe, expect, test } from 'vitest';
import { Figures } from '../../src/figures/figures.js';
import type { Workspace } from '../../src/ledger/ledger.js';
import { buildLedger, type Drafts, held } from '../support/ledger-builder.js';

type Registers = NonNullable<Workspace['registers']>;

/** The figures of a ledger that says nothing of what is kept, or just this. */
function figuresOf(
  drafts: Drafts,
  registers: Registers | undefined = undefined,
  asOf = '2025-12-31',
  samples: Drafts = {},
): Figures {
  const { registers: _, ...workspace } = buildLedger().workspace ?? {};
  const settings = registers === undefined ? workspace : { ...workspace, registers };
  return new Figures(buildLedger(drafts, { workspace: { registers: undefined, ...settings } as never, samples }), asOf);
}

const said = (figures: Figures, id: string) => {
  const { value, missing } = figures.byId(id) ?? {};
  return value ?? missing;
};

describe('a zero is printed only where the ledger was kept', () => {
  test('without a record of the year a kind is 未登记, whatever asks for it', () => {
    const figures = figuresOf({ pairings: [{ id: '东湖' }], targets: [{ id: '义诊', atLeast: 10 }] });
    for (const id of [
      'activities@year=2025',
      'activities@year=2025,period=2025-06,pairing=东湖',
      'activities@month=2025-06',
      'beneficiaries@year=2025',
      'led@year=2025',
      'meetings@year=2025',
      'linked@year=2025,pairing=东湖',
      'idle-pairings@year=2025',
      'problems@year=2025',
      'recurring@year=2025',
      'done@target=义诊',
      'percent@target=义诊',
      'last-year@year=2025',
    ]) {
      expect(said(figures, id), id).toBe('未登记');
    }
  });

  test('one record of the year, whatever became of it, makes its zeros true', () => {
    const activities = [{ id: '取消的', date: '2025-11-01', events: [{ on: '2025-10-30', step: '取消' as const }] }];
    const figures = figuresOf({ activities, pairings: [{ id: '东湖' }] });
    expect(said(figures, 'activities@year=2025')).toBe(0);
    expect(said(figures, 'activities@month=2025-03')).toBe(0);
    expect(said(figures, 'activities@year=2025,pairing=东湖')).toBe(0);
    expect(said(figures, 'activities@year=2024')).toBe('未登记');
    expect(said(figures, 'meetings@year=2025')).toBe('未登记');
  });

  test('a zero that samples alone have kept is marked as they are; one that is declared is not', () => {
    const activities = [{ id: '示例', date: '2025-11-01', events: held('2025-11-01') }];
    const zero = 'activities@year=2025,period=2025-06';
    expect(figuresOf({}, undefined, '2025-12-31', { activities }).byId(zero)).toMatchObject({ value: 0, sample: true });
    expect(figuresOf({ activities }).byId(zero)).toMatchObject({ value: 0, sample: false });
    const registers = [{ kind: 'activities' as const, from: '2025-01-01' }];
    expect(figuresOf({}, registers, '2025-12-31', { activities }).byId(zero)).toMatchObject({
      value: 0,
      sample: false,
    });
  });

  test('so does the workspace, for the days it names', () => {
    const registers = [{ kind: 'inspections' as const, from: '2025-05-21', through: '2025-12' }];
    const figures = figuresOf({}, registers, '2026-02-01');
    expect(said(figures, 'inspections@year=2025,period=2025-06')).toBe(0);
    expect(said(figures, 'inspections@year=2025,period=2025-04')).toBe('未登记');
    expect(said(figures, 'inspections@year=2026,period=2026-01')).toBe('未登记');
  });

  test('a target of what nobody keeps has no percent, no light and nothing missed', () => {
    const target = { id: '督查', atLeast: 1, per: 'week' as const, count: { kind: 'inspections' as const } };
    const figures = figuresOf({ targets: [target] });
    const [entry] = figures.ledger.all('targets');
    if (!entry) throw new TypeError('no target');
    const { light, done, percent, gap } = figures.target(entry);
    expect([light, done.value, percent.value, gap.value]).toEqual(['none', null, null, null]);
    expect(said(figures, 'missed@target=督查')).toBe('未登记');
    expect(said(figures, 'met-due@target=督查')).toBe('未登记');
  });

  test('of tasks each type of board is a register of its own', () => {
    const figures = figuresOf({ boards: [{ id: '要点' }], tasks: [{ id: '任务' }] });
    expect(said(figures, 'tasks@year=2025,type=工作要点')).toBe(1);
    expect(said(figures, 'tasks@year=2025,type=一书记一项目')).toBe('未登记');
  });
});

describe('the progress of tasks', () => {
  const drafts: Drafts = {
    boards: [{ id: '有经过' }, { id: '没有' }],
    tasks: [
      { id: '一', board: '有经过', events: [{ on: '2025-06-01', step: '已完成' }] },
      { id: '二', board: '有经过' },
      { id: '三', board: '没有', due: '2025-03-31' },
    ],
  };

  test('is unknown on a board none of whose tasks ever had an event', () => {
    const figures = figuresOf(drafts);
    expect(said(figures, 'closed@board=没有')).toBe('进展未登记');
    expect(said(figures, 'overdue@board=没有')).toBe('进展未登记');
    expect(said(figures, 'tasks@board=没有,state=进展未登记')).toBe(1);
    expect(said(figures, 'tasks@board=有经过,state=未启动')).toBe(1);
  });

  test('over both is at least what is known, and says of how many that is', () => {
    expect(figuresOf(drafts).byId('closed@year=2025')).toMatchObject({
      value: 1,
      bound: '不少于',
      coverage: { known: 2, of: 3 },
    });
  });
});

test('a held activity makes no sum of what it does not say', () => {
  const figures = figuresOf({ activities: [{ id: '义诊', events: held('2025-03-15') }] });
  expect(said(figures, 'beneficiaries@year=2025')).toBe('暂未统计');
});
