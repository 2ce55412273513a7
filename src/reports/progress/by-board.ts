import { recordIds } from '../../document/figure.js';
import type { Cell, Inline, Table } from '../../document/report-document.js';
import type { Entry } from '../../ledger/ledger.js';
import { NOT_STARTED, PROGRESS_UNKNOWN, stageTable } from '../../ledger/stages.js';
import type { ReportContext } from '../context.js';
import { amount, cell, joined, record, sentence } from '../inlines.js';
import { asOfNote } from '../notes.js';
import { boardsOfYear } from '../selection.js';
import { boardsTable } from '../tables/boards-table.js';
import { declaredTable } from '../tables/declared-table.js';
import { leadersCell, stageOf } from '../tables/tasks-table.js';
import { dueCell, responsible, stageCell } from './task-cells.js';
import { filled, type View } from './view.js';

/** 按榜单: declared and registered, then each board's tasks by the stages of its own type. */
export const byBoard: View = (context) =>
  filled(
    context,
    [
      declaredTable(context),
      boardsTable(context),
      ...boardsOfYear(context).flatMap((board, index) => boardTables(context, board, index === 0)),
    ],
    '还没有登记榜单和清单。',
  );

/** The stages under way, and separately those of tasks that found or kept no taker. */
function boardTables(context: ReportContext, board: Entry<'boards'>, isFirst: boolean): readonly Table[] {
  const { figures, ledger } = context;
  // As the figures count them, so that rows, stages and the board's total agree.
  const tasks = recordIds(figures.get('tasks', { board: board.id })).flatMap((id) => ledger.get('tasks', id) ?? []);
  const apart = tasks.filter((task) => APART.includes(stageOf(context, task)));
  const usual = tasks.filter((task) => !apart.includes(task));
  return [
    tasksTable(context, usual, boardTitle(board), [
      sentence`${asOfNote(context)}${stagesNote(context, board)}${isFirst ? '环节后的日期是到达该环节的日期，下同。' : ''}`,
    ]),
    tasksTable(context, apart, `${boardTitle(board)}·流榜、退榜、续榜`, [asOfNote(context)]),
  ];
}

/** Stages outside the usual order: nobody took the task (流榜), it was returned (退榜), or offered again (续榜). */
const APART: readonly string[] = ['流榜', '退榜', '续榜'];

function boardTitle({ value, sample }: Entry<'boards'>): string {
  const mark = sample && !value.name.startsWith('【示例】') ? '【示例】' : '';
  return `${mark}${value.name}${value.name.includes(value.type) ? '' : `（${value.type}）`}`;
}

/** Every stage with a task, in order: 未启动1项，揭榜2项. */
function stagesNote({ figures }: ReportContext, board: Entry<'boards'>): readonly Inline[] {
  const counts = [PROGRESS_UNKNOWN, NOT_STARTED, ...stageTable(board.value.type).stages].map((stage) => ({
    stage,
    count: figures.get('tasks', { board: board.id, state: stage }),
  }));
  const some = counts.filter(({ count }) => count.value);
  return sentence`各环节：${joined(
    some.map(({ stage, count }) => sentence`${stage}${amount(count)}`),
    '，',
  )}。`;
}

function tasksTable(
  context: ReportContext,
  tasks: readonly Entry<'tasks'>[],
  title: string,
  notes: Table['notes'],
): Table {
  const led = tasks.some(({ value }) => value.leaders !== undefined);
  return {
    type: 'table',
    title,
    columns: [
      { title: '序号' },
      { title: '任务' },
      ...(led ? [{ title: '责任领导' }] : []),
      { title: '责任' },
      { title: '期限' },
      { title: '环节' },
    ],
    rows: tasks.map((task) => [
      numberCell(task),
      [record(task)],
      ...(led ? [leadersCell(context, task)] : []),
      responsible(context, task),
      dueCell(context, task),
      stageCell(context, task),
    ]),
    notes,
  };
}

function numberCell({ value }: Entry<'tasks'>): Cell {
  return value.number === undefined ? cell(undefined) : [{ type: 'ordinal', value: value.number }];
}
