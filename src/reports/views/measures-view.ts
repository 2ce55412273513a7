import { recordIds } from '../../document/figure.js';
import type { Block, Inline } from '../../document/report-document.js';
import type { Entry } from '../../ledger/ledger.js';
import { PROGRESS_UNKNOWN } from '../../ledger/stages.js';
import { chineseNumeral } from '../../text/numerals.js';
import type { ReportContext } from '../context.js';
import { amount, joined, record, sentence } from '../inlines.js';
import { unitNames } from '../names.js';
import { boardsIn, type Scope } from '../scope.js';
import { progressWords } from './boards-view.js';
import { paragraph, type View } from './view.js';

/** The lists whose tasks are measures of the programme itself; 揭榜挂帅 and projects have views of their own. */
const LISTS: readonly string[] = ['任务清单', '工作清单', '实事清单', '整改清单'];

function listsIn(context: ReportContext, scope: Scope): readonly Entry<'boards'>[] {
  return boardsIn(context, scope).filter(({ value }) => LISTS.includes(value.type));
}

/** 主要做法: the measures that a list names, each with the departments that answer for it. */
export const measuresView: View = (context, scope) =>
  listsIn(context, scope).flatMap((board): readonly Block[] => {
    const tasks = context.figures.get('tasks', { board: board.id });
    if (!tasks.value) return [];
    const points = recordIds(tasks).flatMap((id) => context.ledger.get('tasks', id) ?? []);
    return [
      ...paragraph(sentence`${record(board)}列出举措${amount(tasks)}。`),
      ...points.flatMap((task, index) => paragraph(pointOf(context, task, index))),
    ];
  });

function pointOf(context: ReportContext, task: Entry<'tasks'>, index: number): Inline[] {
  const units = unitNames(context, task.value.departments);
  return sentence`${chineseNumeral(index + 1)}是${record(task)}${units.length === 0 ? '' : sentence`（${units}）`}。`;
}

/** 工作成效: how far the measures are, to their closing (对账销号); nothing of a list whose progress nobody enters. */
export const closingsView: View = (context, scope) => {
  const told = listsIn(context, scope).flatMap((board) => {
    const tasks = context.figures.get('tasks', { board: board.id });
    const unknown = context.figures.get('tasks', { board: board.id, state: PROGRESS_UNKNOWN });
    if (!tasks.value || unknown.value === tasks.value) return [];
    return [
      sentence`${record(board)}${amount(tasks)}举措中，${progressWords(context, board.value.type, { board: board.id })}`,
    ];
  });
  return told.length === 0 ? [] : paragraph(sentence`${joined(told, '；')}。`);
};

/** The lists of a scope whose progress nobody enters, by their names: what a draft must say is missing. */
export function listsUnknown(context: ReportContext, scope: Scope): readonly string[] {
  return listsIn(context, scope)
    .filter((board) => context.figures.get('closed', { board: board.id }).value === null)
    .map(({ value }) => value.name);
}
