import type { Cell, Inline } from '../../document/report-document.js';
import type { Entry } from '../../ledger/ledger.js';
import { taskState } from '../../ledger/state.js';
import { yearOf } from '../../text/calendar-date.js';
import type { ReportContext } from '../context.js';
import { amount, cell, day, sentence, text } from '../inlines.js';
import { shortUnitNames } from '../names.js';

/** The stage a task has reached and since when: 揭榜（6月1日）. */
export function stageCell(context: ReportContext, task: Entry<'tasks'>): Cell {
  const { stage } = taskState(context.ledger, task, context.asOf);
  const since = task.value.events?.findLast(({ on }) => on <= context.asOf)?.on;
  return since === undefined ? cell(stage) : sentence`${stage}（${ownDay(context, since)}）`;
}

/** The due date, and the days overdue; a due text that is no date is quoted. */
export function dueCell(context: ReportContext, task: Entry<'tasks'>): Cell {
  const { due, dueText, recurs } = task.value;
  const late = context.figures.get('late-days', { task: task.id });
  const overdue = late.value === null ? [] : sentence`，逾期${amount(late)}`;
  if (due !== undefined) return [ownDay(context, due), ...overdue];
  const words = dueText ?? recurs?.text ?? (recurs ? `每${recurs.every}` : undefined);
  return words === undefined ? cell(undefined, '未约定') : [text(`“${words}”`)];
}

/** The branch that has taken a task on and the departments, by their short names; else the leaders answering for it. */
export function responsible(context: ReportContext, { value }: Entry<'tasks'>): Cell {
  const units = [...(value.branch === undefined ? [] : [value.branch]), ...(value.departments ?? [])];
  if (units.length > 0) return shortUnitNames(context, units);
  return cell(value.leaders?.join('、'), '未登记');
}

/** A date, without its year where that is the table's. */
function ownDay({ year }: ReportContext, date: string): Inline {
  return day(date, yearOf(date) === year);
}
