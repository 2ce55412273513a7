import type { Figure } from '../document/figure.js';
import type { Entry } from '../ledger/ledger.js';
import { taskState } from '../ledger/state.js';
import { daysFromTo, lastDay } from '../text/calendar-date.js';
import { formatFigureId } from './figure-id.js';
import type { Figures } from './figures.js';
import { refOf } from './ref-of.js';

/** By how many days a task is overdue: 1 on the day after the last day its due date may mean. */
export function lateDays(figures: Figures, task: Entry<'tasks'>): Figure {
  const { due } = task.value;
  const { overdue } = taskState(figures.ledger, task, figures.asOf);
  const late = overdue && due !== undefined ? { value: daysFromTo(lastDay(due), figures.asOf) - 1 } : NOT_LATE;
  return figures.keep({
    ...late,
    id: formatFigureId('late-days', { task: task.id }),
    label: `逾期天数·${task.value.title}`,
    unit: '天',
    formula: 'fact',
    inputs: [],
    records: () => [refOf(task)],
    sample: task.sample,
  });
}

const NOT_LATE = { value: null, missing: '未逾期' };
