import { taskState } from '../../ledger/state.js';
import { daysFromTo, lastDay } from '../../text/calendar-date.js';
import { refOf } from '../ref-of.js';
import type { FigureRow } from '../row.js';

/** The days a task is overdue: 1 on the day after the last day of its due date. */
export const LATE_ROWS: readonly FigureRow[] = [
  {
    name: 'late-days',
    label: '逾期天数',
    unit: '天',
    needs: ['task'],
    may: [],
    make: ({ ledger, asOf }, dimensions) => {
      const task = ledger.get('tasks', dimensions.task);
      if (!task) return undefined;
      const { due } = task.value;
      const late = taskState(ledger, task, asOf).overdue && due !== undefined;
      return {
        made: 'stated',
        value: late ? daysFromTo(lastDay(due), asOf) - 1 : null,
        missing: '未逾期',
        records: [refOf(task)],
        witnesses: [task],
      };
    },
  },
];
