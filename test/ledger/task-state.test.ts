import { describe, expect, test } from 'vitest';
import { type BoardType, STAGES, type TaskStep } from '../../src/ledger/stages.js';
import { taskState } from '../../src/ledger/state.js';
import { buildLedger, type Draft, entryOf } from '../support/ledger-builder.js';

function stateOf(type: BoardType, draft: Omit<Draft<'tasks'>, 'id'>, asOf = '2025-12-31') {
  const ledger = buildLedger({
    boards: [{ id: '榜单', type }],
    // Another task of the board has an event: its progress is entered.
    tasks: [
      { id: '任务', board: '榜单', ...draft },
      { id: '别的', board: '榜单', ...events('推进中') },
    ],
  });
  return taskState(ledger, entryOf(ledger, 'tasks', '任务'), asOf);
}

const events = (...steps: TaskStep[]) => ({
  events: steps.map((step, index) => ({ on: `2025-06-${String(index + 1).padStart(2, '0')}`, step })),
});

test('on a board none of whose tasks ever had an event progress is unknown, and nothing late', () => {
  const ledger = buildLedger({ boards: [{ id: '要点' }], tasks: [{ id: '任务', due: '2025-03-31' }] });
  expect(taskState(ledger, entryOf(ledger, 'tasks', '任务'), '2025-12-31')).toEqual({
    stage: '进展未登记',
    closed: false,
    ended: false,
    overdue: false,
  });
});

test('without an event a task is 未启动 on any board whose progress is entered', () => {
  for (const type of Object.keys(STAGES) as BoardType[]) {
    expect(stateOf(type, {})).toEqual({ stage: '未启动', closed: false, ended: false, overdue: false });
  }
});

describe('is closed by', () => {
  test.each<[BoardType, TaskStep]>([
    ['揭榜挂帅', '结题'],
    ['任务清单', '销号'],
    ['一书记一项目', '结项'],
    ['工作清单', '对账销号'],
    ['实事清单', '对账销号'],
    ['整改清单', '整改到位'],
    ['工作要点', '已完成'],
  ])('%s: %s, and by none of its other stages', (type, closing) => {
    expect(stateOf(type, events(closing))).toMatchObject({ stage: closing, closed: true, ended: false });
    for (const stage of STAGES[type].stages.filter((other) => other !== closing)) {
      expect(stateOf(type, events(stage)).closed, stage).toBe(false);
    }
  });
});

test('a bid that failed or was returned has ended without being closed', () => {
  for (const step of ['流榜', '退榜'] as const) {
    expect(stateOf('揭榜挂帅', { due: '2025-06-30', ...events('发榜', step) })).toEqual({
      stage: step,
      closed: false,
      ended: true,
      overdue: false,
    });
  }
});

test('a bid offered again is open', () => {
  expect(stateOf('揭榜挂帅', events('发榜', '续榜'))).toMatchObject({ closed: false, ended: false });
});

test('a task sent back after the acceptance check is open again', () => {
  const back = { due: '2025-06-30', ...events('对账核查', '验收检查', '限期整改') };
  expect(stateOf('工作清单', back)).toEqual({ stage: '限期整改', closed: false, ended: false, overdue: true });
});

test('the state is that on the day asked for', () => {
  const task = { due: '2025-06-30', ...events('推进中', '已完成') };
  expect(stateOf('工作要点', task, '2025-05-31').stage).toBe('未启动');
  expect(stateOf('工作要点', task, '2025-06-01').stage).toBe('推进中');
  expect(stateOf('工作要点', task, '2025-06-02').closed).toBe(true);
});

describe('overdue', () => {
  test.each([
    ['2025-06-30', '2025-06-30', false],
    ['2025-06-30', '2025-07-01', true],
    ['2025-06', '2025-06-30', false],
    ['2025-06', '2025-07-01', true],
    ['2025-02', '2025-02-28', false],
    ['2025-02', '2025-03-01', true],
    ['2025', '2025-12-31', false],
    ['2025', '2026-01-01', true],
  ])('due %s is on %s: %s', (due, asOf, overdue) => {
    expect(stateOf('工作要点', { due }, asOf).overdue).toBe(overdue);
  });

  test('a due text that is no date never is', () => {
    expect(stateOf('工作清单', { dueText: '6月前' }, '2030-01-01').overdue).toBe(false);
  });

  test('a task closed after its day is closed', () => {
    const late = { due: '2025-05-31', ...events('对账销号') };
    expect(stateOf('工作清单', late, '2025-05-31').overdue).toBe(false);
    expect(stateOf('工作清单', late, '2025-06-01')).toMatchObject({ closed: true, overdue: false });
  });
});
