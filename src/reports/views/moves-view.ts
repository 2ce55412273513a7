import type { Cell, Table } from '../../document/report-document.js';
import type { Entry } from '../../ledger/ledger.js';
import { stageTable } from '../../ledger/stages.js';
import type { ReportContext } from '../context.js';
import { amount, cell, joined, number, record, sentence } from '../inlines.js';
import { asOfNote } from '../notes.js';
import { hasBefore, periodWord } from '../period-words.js';
import { boardsIn } from '../scope.js';
import { paragraph, type View } from './view.js';

/** Told elsewhere: the branches' projects one by one, and the plan that the whole text answers. */
const TOLD_ELSEWHERE: readonly string[] = ['一书记一项目', '工作要点'];

/** 榜单进展: what each board's tasks did in the period; one sentence where none did anything. */
export const movesView: View = (context, scope) => {
  const { figures, period } = context;
  const boards = boardsIn(context, scope).filter(({ id, value }) => {
    const tasks = figures.get('tasks', { board: id });
    return !TOLD_ELSEWHERE.includes(value.type) && tasks.value && figures.get('closed', { board: id }).value !== null;
  });
  if (boards.length === 0) return [];
  const moved = boards.some(({ id }) => figures.get('moved', { ...period.dimensions, board: id }).value);
  if (!moved) return paragraph(sentence`各榜单任务${periodWord(context)}没有新的进展。`);
  return [movesTable(context, boards)];
};

function movesTable(context: ReportContext, boards: readonly Entry<'boards'>[]): Table {
  const { figures, period } = context;
  const word = periodWord(context);
  // Columns of nothing but zeros would only take room.
  const counts = [
    ...(hasBefore(context) ? [{ title: `${word}办结`, measure: 'closed-within', within: period.dimensions }] : []),
    { title: '累计办结', measure: 'closed', within: {} },
    { title: '逾期', measure: 'overdue', within: {}, internal: true as const },
  ]
    .map(({ measure, within, ...column }) => ({
      column: { ...column, align: 'right' as const },
      figureOf: (board: Entry<'boards'>) => figures.get(measure, { ...within, board: board.id }),
    }))
    .filter(({ figureOf }) => boards.some((board) => figureOf(board).value));
  return {
    type: 'table',
    title: '榜单进展',
    columns: [
      { title: '榜单' },
      { title: '任务', align: 'right' },
      { title: `${word}进展` },
      ...counts.map(({ column }) => column),
    ],
    rows: boards.map((board) => [
      [record(board)],
      [number(figures.get('tasks', { board: board.id }))],
      movedCell(context, board),
      ...counts.map(({ figureOf }) => [number(figureOf(board))]),
    ]),
    notes: [sentence`${asOfNote(context)}进展按任务截至当日所处的环节列出，单位：项。`],
  };
}

/** 攻榜推进2项、揭榜1项: the tasks with a step in the period, by the stage they are at. */
function movedCell({ figures, period }: ReportContext, board: Entry<'boards'>): Cell {
  const dimensions = { ...period.dimensions, board: board.id };
  const stages = stageTable(board.value.type).stages.flatMap((state) => {
    const moved = figures.get('moved', { ...dimensions, state });
    return moved.value ? [sentence`${state}${amount(moved)}`] : [];
  });
  return stages.length === 0 ? cell(undefined) : joined(stages, '、');
}
