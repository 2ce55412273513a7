import type { Table } from '../../document/report-document.js';
import type { ReportContext } from '../context.js';
import { cell, number, record, sentence } from '../inlines.js';
import { asOfNote } from '../notes.js';
import { boardsOfYear } from '../selection.js';

/** 榜单和清单: how many tasks each holds, closed and overdue. */
export function boardsTable(context: ReportContext, { strategy = true } = {}): Table {
  const { figures } = context;
  return {
    type: 'table',
    title: '榜单和清单',
    columns: [
      { title: '名称' },
      { title: '类型' },
      ...(strategy ? [{ title: '战略方向' }] : []),
      { title: '任务', align: 'right' },
      { title: '已完成', align: 'right' },
      { title: '逾期', align: 'right' },
    ],
    rows: boardsOfYear(context).map((board) => [
      [record(board)],
      cell(board.value.type),
      ...(strategy ? [cell(board.value.strategy)] : []),
      [number(figures.get('tasks', { board: board.id }))],
      [number(figures.get('closed', { board: board.id }))],
      [number(figures.get('overdue', { board: board.id }))],
    ]),
    notes: [sentence`${asOfNote(context)}期限不明的任务（如“6月前”）不计逾期。`],
  };
}
