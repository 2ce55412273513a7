import { recordIds } from '../../document/figure.js';
import type { Cell, Table } from '../../document/report-document.js';
import type { Entry } from '../../ledger/ledger.js';
import { taskState } from '../../ledger/state.js';
import type { ReportContext } from '../context.js';
import { cell, day, record, sentence } from '../inlines.js';
import { asOfNote } from '../notes.js';
import type { Scope } from '../scope.js';

/** 榜单和任务一览: how far each task is and by when it is due. 工作要点 are left out: they are the plan the whole summary answers. */
export function tasksTable(context: ReportContext, scope: Scope): Table {
  return {
    type: 'table',
    title: '任务明细',
    columns: [{ title: '榜单' }, { title: '任务' }, { title: '阶段' }, { title: '期限' }, { title: '情况' }],
    rows: tasksListed(context, scope).map((task) => [
      boardCell(context, task),
      [record(task)],
      cell(stageOf(context, task)),
      dueCell(context, task),
      cell(stateOf(context, task)),
    ]),
    notes: [asOfNote(context), ...(context.audience === 'public' ? [] : [sentence`期限没有写明日期的任务不计逾期。`])],
  };
}

/** The tasks of a scope in the boards' order. */
function tasksListed(context: ReportContext, scope: Scope): readonly Entry<'tasks'>[] {
  const { figures, ledger, year } = context;
  if (scope.pairing !== undefined) return [];
  const tasks = recordIds(figures.get('tasks', { year: String(year), ...scope })).flatMap(
    (id) => ledger.get('tasks', id) ?? [],
  );
  const boards = ledger.all('boards').filter(({ value }) => value.type !== '工作要点');
  return boards.flatMap(({ id }) => tasks.filter(({ value }) => value.board === id));
}

function boardCell({ ledger }: ReportContext, { value }: Entry<'tasks'>): Cell {
  const board = ledger.get('boards', value.board);
  return board ? [record(board)] : cell(value.board);
}

/** The last stage reached; 未登记 where nothing of the task's course has been entered, which is not the same as 未启动. */
export function stageOf({ ledger, asOf }: ReportContext, task: Entry<'tasks'>): string {
  return task.value.events === undefined ? '未登记' : taskState(ledger, task, asOf).stage;
}

/** By when: a day, or the document's own words for it. */
export function dueCell({ year }: ReportContext, task: Entry<'tasks'>): Cell {
  const { due, dueText, recurs } = task.value;
  if (due !== undefined) return [day(due, due.startsWith(String(year)))];
  const words = dueText ?? recurs?.text;
  return words === undefined ? cell(undefined, '未登记') : [record({ ...task, sample: false }, words)];
}

/** 已完成, 逾期, 推进中 or how it ended. The public is not told what is late. */
export function stateOf({ ledger, asOf, audience }: ReportContext, task: Entry<'tasks'>): string {
  const { stage, closed, ended, overdue } = taskState(ledger, task, asOf);
  if (closed) return '已完成';
  if (ended) return stage;
  if (overdue && audience !== 'public') return '逾期';
  return stage === '未启动' ? '' : '推进中';
}
