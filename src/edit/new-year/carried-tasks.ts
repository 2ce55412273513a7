import type { Entry, Ledger, RecordOf } from '../../ledger/ledger.js';
import { PROGRESS_UNKNOWN } from '../../ledger/stages.js';
import { taskState } from '../../ledger/state.js';
import { firstDay, lastDay } from '../../text/calendar-date.js';
import { type Carried, type CarriedRecord, copiedFields, fileInYear } from './carried.js';

/** Ids are no longer than this. */
const LONGEST = 60;

/**
 * The unfinished tasks of the year before one, on a board of their own for each of its boards: they are on no list of the new
 * year yet. Each continues its old record, which keeps its events and days, so that the old year's figures do not change. Of
 * a board whose progress nobody enters it is unknown which tasks are unfinished.
 * @param programs that are in force in the new year, by what the old year calls them
 * @param today by which a task is finished or not
 */
export function carriedTasks(
  ledger: Ledger,
  year: number,
  programs: ReadonlyMap<string, string>,
  today: string,
): Carried {
  const boards = ledger.all('boards').filter(({ value }) => value.year === year - 1);
  const tasksOn = (id: string) => ledger.all('tasks').filter(({ value }) => value.board === id);
  const continued = new Set(ledger.all('tasks').map(({ value }) => value.continues));
  const isUnknown = (task: Entry<'tasks'>) => taskState(ledger, task, today).stage === PROGRESS_UNKNOWN;
  const unknown = boards.filter(({ id }) => tasksOn(id).some(isUnknown));
  const records = boards.flatMap((board): CarriedRecord[] => {
    const left = tasksOn(board.id).filter((task) => isUnfinished(ledger, task, today) && !continued.has(task.id));
    if (left.length === 0 || unknown.includes(board)) return [];
    return [carriedBoard(board, year, programs), ...left.map((task) => carriedTask(ledger, task, year, today))];
  });
  const others = unknown.map(({ id }) => {
    const why = `${tasksOn(id).length}项任务都没有登记进展，不知道办完没有`;
    return { kind: 'boards' as const, id, why };
  });
  return { records, others };
}

function isUnfinished(ledger: Ledger, task: Entry<'tasks'>, today: string): boolean {
  const { closed, ended } = taskState(ledger, task, today);
  return !closed && !ended;
}

function carriedBoard(board: Entry<'boards'>, year: number, programs: ReadonlyMap<string, string>): CarriedRecord {
  const { name, program, strategy } = board.value;
  const known = program === undefined ? undefined : programs.get(program);
  const value = {
    id: carriedId(board.id, year),
    ...copiedFields(board.value, year, ['name', 'program', 'strategy', 'goal', 'complete']),
    name: name.endsWith(SUFFIX) ? name : `${name}${SUFFIX}`,
    year,
    ...(known === undefined ? {} : { program: known, ...(strategy === undefined ? {} : { strategy }) }),
  };
  const remark = `${year - 1}年没有办完、结转到${year}年的任务；列入新榜单的，改挂过去`;
  return { kind: 'boards', from: board.id, value, file: fileInYear(board, year), remark };
}

const SUFFIX = '（结转）';

function carriedTask(ledger: Ledger, task: Entry<'tasks'>, year: number, today: string): CarriedRecord {
  const { value } = task;
  const milestones = value.milestones?.filter(({ done }) => done === undefined).map((each) => withoutPast(each, year));
  const copied = {
    id: carriedId(task.id, year),
    ...copiedFields(value, year, [
      'title',
      'number',
      'due',
      'dueText',
      'events',
      'milestones',
      'reviewOn',
      'continues',
    ]),
    board: carriedId(value.board, year),
    title: value.title,
    ...(value.due === undefined ? {} : { due: value.due }),
    ...(value.dueText === undefined || !LASTING.test(value.dueText) ? {} : { dueText: value.dueText }),
    ...(milestones === undefined || milestones.length === 0 ? {} : { milestones }),
    continues: task.id,
    ...(value.reviewOn !== undefined && value.reviewOn >= firstDay(String(year)) ? { reviewOn: value.reviewOn } : {}),
  };
  const { stage } = taskState(ledger, task, today);
  const carried = withoutPast(copied, year);
  const due = value.due ?? value.dueText;
  const isDue = 'due' in carried || 'dueText' in carried || due === undefined;
  const remark = `${year - 1}年到“${stage}”${isDue ? '' : `，原定${due}；写上新的期限`}`;
  return { kind: 'tasks', from: task.id, value: carried, file: fileInYear(task, year), remark };
}

/** A due text that names no time of its year. */
const LASTING = /长期|持续|常态/;

/** Without a due date that is over when the year begins. */
function withoutPast<T extends { readonly due?: RecordOf<'tasks'>['due'] }>(value: T, year: number): T {
  if (value.due === undefined || lastDay(value.due) >= firstDay(String(year))) return value;
  const { due: _, ...others } = value;
  return others as T;
}

/** The id of what is carried once more names its first year alone. */
function carriedId(id: string, year: number): string {
  const own = id.replace(/^\d{4}-结转-/, '');
  return `${year}-结转-${own}`.slice(0, LONGEST).replace(/-$/, '');
}
