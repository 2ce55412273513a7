import { recordIds } from '../../document/figure.js';
import type { Cell, Table } from '../../document/report-document.js';
import type { Entry } from '../../ledger/ledger.js';
import { NOT_STARTED, PROGRESS_UNKNOWN } from '../../ledger/stages.js';
import { taskState } from '../../ledger/state.js';
import { fieldWords } from '../../schema/kinds.js';
import type { ReportContext } from '../context.js';
import { cell, day, quoted, record, sentence } from '../inlines.js';
import { unitNames } from '../names.js';
import { asOfNote } from '../notes.js';
import type { Scope } from '../scope.js';

/**
 * 榜单和任务一览: one table for each type of board: how far each task is and by when it is due. 工作要点 are left out:
 * they are the plan the whole summary answers. Where every task has its branch, the branch stands before it.
 */
export function tasksTables(context: ReportContext, scope: Scope): readonly Table[] {
  const types = fieldWords('boards', 'type').filter((type) => type !== '工作要点');
  return types.map((type) => tasksTable(context, scope, type, tasksListed(context, scope, type)));
}

function tasksTable(context: ReportContext, scope: Scope, type: string, tasks: readonly Entry<'tasks'>[]): Table {
  const byBranch = scope.branch === undefined && tasks.every(({ value }) => value.branch !== undefined);
  // A list without any registered event has no stages to show; it may have been begun nevertheless.
  const known = tasks.some(({ value }) => value.events !== undefined);
  return {
    type: 'table',
    title: type,
    columns: [
      { title: byBranch ? '支部' : '榜单' },
      { title: '任务' },
      { title: known ? '环节' : '责任科室' },
      { title: '期限' },
      ...(known ? [{ title: '情况' }] : []),
    ],
    rows: tasks.map((task) => [
      byBranch ? unitNames(context, [task.value.branch ?? '']) : boardCell(context, task),
      [record(task)],
      known ? cell(stageOf(context, task)) : departmentsCell(context, task),
      dueCell(context, task),
      ...(known ? [cell(stateOf(context, task))] : []),
    ]),
    notes: [
      context.audience === 'public' || !known
        ? asOfNote(context)
        : sentence`${asOfNote(context)}期限没有写明日期的不计逾期。`,
    ],
  };
}

/** The tasks of a scope on boards of one type, in the boards' order. */
function tasksListed(context: ReportContext, scope: Scope, type: string): readonly Entry<'tasks'>[] {
  const { figures, ledger, period } = context;
  if (scope.pairing !== undefined) return [];
  const tasks = recordIds(figures.get('tasks', { ...period.dimensions, ...scope, type })).flatMap(
    (id) => ledger.get('tasks', id) ?? [],
  );
  return ledger.all('boards').flatMap(({ id }) => tasks.filter(({ value }) => value.board === id));
}

function boardCell({ ledger }: ReportContext, { value }: Entry<'tasks'>): Cell {
  const board = ledger.get('boards', value.board);
  return board ? [record(board)] : cell(value.board);
}

function departmentsCell(context: ReportContext, { value }: Entry<'tasks'>): Cell {
  return value.departments ? unitNames(context, value.departments) : cell(undefined, '未登记');
}

/** The last stage reached. */
export function stageOf({ ledger, asOf }: ReportContext, task: Entry<'tasks'>): string {
  return taskState(ledger, task, asOf).stage;
}

/** The due date, or the document's own words for it. */
function dueCell({ year }: ReportContext, task: Entry<'tasks'>): Cell {
  const { due, dueText, recurs } = task.value;
  if (due !== undefined) return [day(due, due.startsWith(String(year)))];
  const words = dueText ?? recurs?.text;
  return words === undefined ? cell(undefined, '未登记') : [quoted(task, words)];
}

/** 已完成, 逾期, 推进中 or how it ended; without 逾期 for the public. */
function stateOf({ ledger, asOf, audience }: ReportContext, task: Entry<'tasks'>): string {
  const { stage, closed, ended, overdue } = taskState(ledger, task, asOf);
  if (closed) return '已完成';
  if (ended) return stage;
  if (overdue && audience !== 'public') return '逾期';
  return stage === NOT_STARTED || stage === PROGRESS_UNKNOWN ? stage : '推进中';
}
