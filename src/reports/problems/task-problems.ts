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
import { stageOf } from '../tables/tasks-table.js';
import { declaredTasks } from '../views/boards-view.js';
import { type Laggard, type ProblemKind, problemOf } from './problem.js';

/** Tasks still open after the day they were due, for each type of board. */
export const tasksOverdue: ProblemKind = {
  code: 'tasks-overdue',
  duty: { who: '责任单位', by: 'month' },
  find: (context, scope) =>
    scope.pairing !== undefined
      ? []
      : (fieldWords('boards', 'type') as readonly BoardType[]).flatMap((type) => {
          const dimensions = { ...context.period.dimensions, ...scope, type };
          const overdue = context.figures.get('overdue', dimensions);
          const tasks = context.figures.get('tasks', dimensions);
          return problemOf(overdue, tasks, context.figures.get('overdue-share', dimensions), (share) => ({
            told: sentence`“${type}”任务中${share}逾期未完成，${amount(tasks)}中逾期${amount(overdue)}。`,
            next: sentence`对“${type}”逾期任务逐项重排完成时限，办结一项、销号一项。`,
            laggards: overdueTasks(context, scope, type).map((task) => laggardOf(context, task, '逾期未完成')),
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

function laggardOf(context: ReportContext, task: Entry<'tasks'>, fault: string): Laggard {
  const { due } = task.value;
  const units = responsibleUnits(context, task);
  return {
    what: [record(task)],
    fault,
    ...(units.length === 0 ? {} : { units }),
    ...(due === undefined ? {} : { due: [day(due)] }),
  };
}

/** 责任主体 of a task: its branch and its departments as recorded. */
function responsibleUnits(context: ReportContext, { value }: Entry<'tasks'>): Inline[] {
  return unitNames(context, [...(value.branch ? [value.branch] : []), ...(value.departments ?? [])]);
}

/** Tasks declared by a document of which, once the time is over, not all are closed. */
export const declaredMissed: ProblemKind = {
  code: 'declared-missed',
  duty: { who: '责任科室', by: 'month' },
  find: (context, scope) => {
    if (scope.branch !== undefined || scope.pairing !== undefined) return [];
    return declaredTasks(context, scope).flatMap(({ fact, subject, declared: stated, registered }) => {
      const dimensions = { ...context.period.dimensions, program: subject.id };
      const [closed, completion, remark] = [
        context.figures.get('closed', dimensions),
        context.figures.get('completion', dimensions),
        context.figures.get('completion-remark', dimensions),
      ];
      // Where nothing is registered the ledger is behind, not the work; the declared total shows that.
      if (remark.value === null || remark.value >= 100 || !registered.value) return [];
      return [
        {
          part: completion,
          whole: stated,
          severity: 1 - remark.value / 100,
          told: sentence`${record(fact)}没有全部完成，${amount(stated)}${closed.value === 0 ? '均未完成' : sentence`中完成${amount(closed)}，完成率${amount(completion)}`}。`,
          next: sentence`对${record(fact)}未办结的任务逐项明确时限，按月对账。`,
          laggards: openTasks(context, subject.id).map((task) => laggardOf(context, task, stageOf(context, task))),
        },
      ];
    });
  },
};

function openTasks(context: ReportContext, program: string): readonly Entry<'tasks'>[] {
  const { ledger, asOf } = context;
  return tasksOfYear(context).filter(
    (task) =>
      ledger.get('boards', task.value.board)?.value.program === program && !taskState(ledger, task, asOf).closed,
  );
}
