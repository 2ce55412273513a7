import { recordIds } from '../../document/figure.js';
import { headingNumber } from '../../document/numbering.js';
import type { Cell, Table } from '../../document/report-document.js';
import { addTo } from '../../ledger/add-to.js';
import type { Entry } from '../../ledger/ledger.js';
import { NOT_STARTED, PROGRESS_UNKNOWN } from '../../ledger/stages.js';
import { taskState } from '../../ledger/state.js';
import { fieldWords } from '../../schema/kinds.js';
import type { ReportContext } from '../context.js';
import { cell, day, internal, quoted, record, sentence, text } from '../inlines.js';
import { markedLabel, unitNames } from '../names.js';
import { asOfNote } from '../notes.js';
import type { Scope } from '../scope.js';

/**
 * 榜单和任务一览: one table for each type of board: how far each task is and by when it is due. 工作要点 are left out:
 * they are the plan the whole summary answers.
 */
export function tasksTables(context: ReportContext, scope: Scope): readonly Table[] {
  const types = fieldWords('boards', 'type').filter((type) => type !== '工作要点');
  return types.map((type) => tasksTable(context, scope, type, tasksListed(context, scope, type)));
}

function tasksTable(context: ReportContext, scope: Scope, type: string, tasks: readonly Entry<'tasks'>[]): Table {
  const { title, byBranch, byBoard } = arrangement(context, scope, type, tasks);
  // A list without any registered event has no stages to show; it may have been begun nevertheless.
  const known = tasks.some(({ value }) => value.events !== undefined);
  const columns = known ? PROGRESS : responsibility(context, tasks);
  const rowOf = (task: Entry<'tasks'>): readonly Cell[] => [
    ...(byBranch ? [unitNames(context, [task.value.branch ?? ''])] : []),
    [record(task)],
    ...columns.map(({ cellOf }) => cellOf(context, task)),
  ];
  return {
    type: 'table',
    title,
    columns: [
      // Which branches have none would be seen from those that have.
      ...(byBranch ? [{ title: '支部', internal: true as const }] : []),
      { title: byBoard ? '榜单和任务' : '任务' },
      ...columns.map((column) => ({ title: column.title })),
    ],
    rows: byBoard
      ? groupedRows(
          context,
          tasks,
          rowOf,
          columns.map((): Cell => [text('')]),
        )
      : tasks.map(rowOf),
    notes: [sentence`${asOfNote(context)}${known ? internal(sentence`期限没有写明日期的不计逾期。`) : []}`],
  };
}

/** The tasks under their boards, each board named once, in a row of its own: 一、…. */
function groupedRows(
  context: ReportContext,
  tasks: readonly Entry<'tasks'>[],
  rowOf: (task: Entry<'tasks'>) => readonly Cell[],
  blank: readonly Cell[],
): readonly (readonly Cell[])[] {
  const boards = new Map<string, Entry<'tasks'>[]>();
  for (const task of tasks) addTo(boards, task.value.board, task);
  return [...boards.values()].flatMap((own, index) => [
    [sentence`${headingNumber(1, index + 1)}${own[0] ? boardCell(context, own[0]) : ''}`, ...blank],
    ...own.map(rowOf),
  ]);
}

/** Where every task has its branch, that stands before it; else they stand under their boards, if there are several. */
function arrangement(context: ReportContext, { branch }: Scope, type: string, tasks: readonly Entry<'tasks'>[]) {
  const title = `${type}任务一览`;
  const byBranch = branch === undefined && tasks.every(({ value }) => value.branch !== undefined);
  const [first] = tasks;
  const board = first && context.ledger.get('boards', first.value.board);
  const isOneBoard = board !== undefined && tasks.every(({ value }) => value.board === board.id);
  if (isOneBoard && !byBranch) return { title: markedLabel(board), byBranch, byBoard: false };
  return { title, byBranch, byBoard: !byBranch };
}

interface TaskColumn {
  readonly title: string;
  readonly cellOf: (context: ReportContext, task: Entry<'tasks'>) => Cell;
}

const DUE: TaskColumn = { title: '期限', cellOf: dueCell };

const PROGRESS: readonly TaskColumn[] = [
  { title: '环节', cellOf: (context, task) => cell(stageOf(context, task)) },
  DUE,
  { title: '情况', cellOf: (context, task) => cell(stateOf(context, task)) },
];

/** Who answers for a task, as a list of work names them; leaders are not for the public. */
function responsibility({ audience }: ReportContext, tasks: readonly Entry<'tasks'>[]): readonly TaskColumn[] {
  const led = audience !== 'public' && tasks.some(({ value }) => value.leaders !== undefined);
  return [
    ...(led ? [{ title: '责任领导', cellOf: leadersCell }] : []),
    { title: '责任科室', cellOf: departmentsCell },
    DUE,
  ];
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

/** 责任领导 by name; none is recorded of many a task. */
export function leadersCell(_: ReportContext, { value }: Entry<'tasks'>): Cell {
  return cell(value.leaders?.join('、'));
}

function departmentsCell(context: ReportContext, { value }: Entry<'tasks'>): Cell {
  return value.departments ? unitNames(context, value.departments) : cell(undefined, '未登记');
}

/** The last stage reached. */
export function stageOf({ ledger, asOf }: ReportContext, task: Entry<'tasks'>): string {
  return taskState(ledger, task, asOf).stage;
}

/** The due date, or the document's own words for it; 未约定 where a document sets none, 未登记 where nobody entered one. */
function dueCell({ ledger, year }: ReportContext, task: Entry<'tasks'>): Cell {
  const { due, dueText, recurs, board, source = ledger.get('boards', board)?.value.source } = task.value;
  if (due !== undefined) return [day(due, due.startsWith(String(year)))];
  const words = dueText ?? recurs?.text;
  return words === undefined ? cell(undefined, source === undefined ? '未登记' : '未约定') : [quoted(task, words)];
}

/** 已完成, 逾期, 推进中 or how it ended; without 逾期 for the public. */
function stateOf({ ledger, asOf, audience }: ReportContext, task: Entry<'tasks'>): string {
  const { stage, closed, ended, overdue } = taskState(ledger, task, asOf);
  if (closed) return '已完成';
  if (ended) return stage;
  if (overdue && audience !== 'public') return '逾期';
  return stage === NOT_STARTED || stage === PROGRESS_UNKNOWN ? stage : '推进中';
}
