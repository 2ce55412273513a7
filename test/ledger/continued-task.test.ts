import { expect, test } from 'vitest';
import { taskState } from '../../src/ledger/state.js';
import { buildLedger, entryOf } from '../support/ledger-builder.js';

test('a task that another continues is open in its own year, and no longer from the first day of the next', () => {
  const ledger = buildLedger({
    boards: [
      { id: '2025-清单', type: '任务清单' },
      { id: '2026-清单', type: '任务清单', year: 2026 },
    ],
    tasks: [
      { id: '旧', board: '2025-清单', due: '2025-11', events: [{ on: '2025-03-01', step: '推进中' }] },
      { id: '新', board: '2026-清单', continues: '旧' },
    ],
  });
  const onDay = (day: string) => taskState(ledger, entryOf(ledger, 'tasks', '旧'), day);
  expect(onDay('2025-12-31')).toEqual({ stage: '推进中', closed: false, ended: false, overdue: true });
  expect(onDay('2026-01-01')).toEqual({ stage: '推进中', closed: false, ended: true, overdue: false });
});

test('a task that was closed after all stays closed', () => {
  const ledger = buildLedger({
    boards: [
      { id: '2025-清单', type: '任务清单' },
      { id: '2026-清单', type: '任务清单', year: 2026 },
    ],
    tasks: [
      {
        id: '旧',
        board: '2025-清单',
        events: [{ on: '2026-01-05', step: '销号', evidence: [{ archiveNumber: '1', archivePlace: '柜' }] }],
      },
      { id: '新', board: '2026-清单', continues: '旧' },
    ],
  });
  expect(taskState(ledger, entryOf(ledger, 'tasks', '旧'), '2026-02-01')).toMatchObject({ closed: true, ended: false });
});
