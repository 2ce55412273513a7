import type { Figure } from '../document/figure.js';
import type { Entry } from '../ledger/ledger.js';
import { taskState } from '../ledger/state.js';
import { daysFromTo, lastDay } from '../text/calendar-date.js';
import { formatFigureId } from './figure-id.js';
import type { Figures } from './figures.js';
import { refOf } from './ref-of.js';

/** How many tasks of a board stand at a stage on the day; 未启动 is one too. */
export function staged(figures: Figures, board: string, stage: string): Figure {
  const { ledger, asOf } = figures;
  const tasks = figures
    .counted('tasks', null)
    .filter((task) => task.value.board === board && taskState(ledger, task, asOf).stage === stage);
  return figures.keep({
    id: formatFigureId('staged', { board, stage }),
    label: `任务·${ledger.get('boards', board)?.value.name ?? board}·${stage}`,
    value: tasks.length,
    unit: '项',
    formula: 'count',
    inputs: [],
    records: () => tasks.map(refOf),
    sample: tasks.some(({ sample }) => sample),
  });
}

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
