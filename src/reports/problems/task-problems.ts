import type { Inline } from '../../document/report-document.js';
import type { Entry } from '../../ledger/ledger.js';
import type { BoardType } from '../../ledger/stages.js';
import { taskState } from '../../ledger/state.js';
import { fieldWords } from '../../schema/kinds.js';
import type { ReportContext } from '../context.js';
import { amount, day, record, sentence } from '../inlines.js';
import { unitNames } from '../names.js';
import type { Scope } from '../scope.js';
import { tasksOfYear } from '../selection.js';
import { type Laggard, type ProblemKind, problemOf } from './problem.js';

/** Tasks still open after the day they were due, for each type of board. */
export const tasksOverdue: ProblemKind = {
  code: 'tasks-overdue',
  find: (context, scope) =>
    scope.pairing !== undefined
      ? []
      : (fieldWords('boards', 'type') as readonly BoardType[]).flatMap((type) => {
          const dimensions = { year: String(context.year), ...scope, type };
          const overdue = context.figures.get('overdue', dimensions);
          const tasks = context.figures.get('tasks', dimensions);
          return problemOf(overdue, tasks, (share) => ({
            told: sentence`“${type}”任务中${share}逾期未完成，登记的${amount(tasks)}中逾期${amount(overdue)}。`,
            next: sentence`对“${type}”逾期任务逐项重排完成时限，办结一项、销号一项。`,
            laggards: overdueTasks(context, scope, type).map((task) => laggardOf(context, task)),
          }));
        }),
};

function overdueTasks(context: ReportContext, scope: Scope, type: BoardType): readonly Entry<'tasks'>[] {
  const { ledger, asOf } = context;
  return tasksOfYear(context).filter((task) => {
    const board = ledger.get('boards', task.value.board)?.value;
    return (
      board?.type === type &&
      (scope.branch === undefined || task.value.branch === scope.branch) &&
      (scope.program === undefined || board.program === scope.program) &&
      taskState(ledger, task, asOf).overdue
    );
  });
}

function laggardOf(context: ReportContext, task: Entry<'tasks'>): Laggard {
  const { due } = task.value;
  const units = responsibleUnits(context, task);
  return {
    what: [record(task)],
    fault: '逾期未完成',
    ...(units.length === 0 ? {} : { units }),
    ...(due === undefined ? {} : { due: [day(due)] }),
  };
}

/** 责任主体 of a task: its branch and its departments as recorded. */
export function responsibleUnits(context: ReportContext, { value }: Entry<'tasks'>): Inline[] {
  return unitNames(context, [...(value.branch ? [value.branch] : []), ...(value.departments ?? [])]);
}
