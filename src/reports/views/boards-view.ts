import type { Inline } from '../../document/report-document.js';
import type { Dimensions } from '../../figures/figure-id.js';
import { type BoardType, stageTable } from '../../ledger/stages.js';
import type { ReportContext } from '../context.js';
import { type Declared, declared } from '../declared.js';
import { amount, joined, record, sentence } from '../inlines.js';
import { remarkByShare } from '../remark.js';
import { boardsIn, type Scope } from '../scope.js';
import { paragraph, type View } from './view.js';

/** What documents declare of a programme beside what is registered: 文件明确10项，台账已登记10项. */
export const declaredView: View = (context, scope) => {
  const rows = declared(context).filter(
    ({ subject }) => subject.kind === 'programs' && (scope.program === undefined || subject.id === scope.program),
  );
  const clauses = rows.map(({ fact, declared: stated, registered }) => {
    const known = registered.value === 0 ? sentence`台账未登记` : sentence`台账已登记${amount(registered)}`;
    return sentence`${record(fact)}文件明确${amount(stated)}，${known}`;
  });
  return clauses.length === 0 ? [] : paragraph(sentence`${joined(clauses, '；')}。`);
};

/** 揭榜挂帅: how far the tasks are; the lists of ordinary work have no place in a summary. Each task stands in the appendix. */
export const boardsView: View = (context, scope) => {
  if (!boardsIn(context, scope).some(({ value }) => value.type === '揭榜挂帅')) return [];
  const dimensions = { year: String(context.year), ...programOf(scope), type: '揭榜挂帅' };
  const [registered, ...clauses] = progressClauses(context, '揭榜挂帅', dimensions);
  // What the declared totals stand beside has been said just before.
  const isTold = declaredTasks(context, scope).length > 0;
  return paragraph(
    completionSentence(context, scope),
    sentence`${joined([...(isTold || !registered ? [] : [registered]), ...clauses], '，')}。`,
  );
};

/** How far the tasks of one type of board are: closed, accepted, under way by stage, ended, not begun, overdue. */
export function progressClauses(context: ReportContext, type: BoardType, dimensions: Dimensions): readonly Inline[][] {
  const count = (measure: string, state?: string) =>
    context.figures.get(measure, { ...dimensions, ...(state === undefined ? {} : { state }) });
  const { stages, closing, ending = [] } = stageTable(type);
  const [closed, underway, accepted, overdue] = ['closed', 'underway', 'accepted', 'overdue'].map((name) =>
    count(name),
  );
  const each = (states: readonly string[]) =>
    states
      .map((state) => ({ state, tasks: count('tasks', state) }))
      .filter(({ tasks }) => tasks.value !== 0)
      .map(({ state, tasks }) => sentence`${state}${amount(tasks)}`);
  if (!closed || !underway || !accepted || !overdue) return [];
  const going = each(stages.filter((stage) => !closing.includes(stage) && !ending.includes(stage)));
  const word = closing[0] ?? '完成';
  const done = closed.value === 0 ? sentence`均未${word}` : sentence`已${word}${amount(closed)}`;
  return [
    sentence`登记任务${amount(count('tasks'))}`,
    !(stages as readonly string[]).includes('验榜') || accepted.value === closed.value
      ? done
      : sentence`通过验榜${amount(accepted)}（${done}）`,
    ...(underway.value === 0 ? [] : [sentence`正在推进${amount(underway)}（${joined(going, '、')}）`]),
    ...each([...ending, '未启动']),
    ...(overdue.value === 0 ? [] : [sentence`逾期${amount(overdue)}`]),
  ];
}

/** The totals of tasks that documents declare of the programmes of a scope. */
export function declaredTasks(context: ReportContext, scope: Scope): readonly Declared[] {
  return declared(context).filter(
    ({ fact, subject }) =>
      subject.kind === 'programs' &&
      fact.value.measure === 'tasks' &&
      (scope.program === undefined || subject.id === scope.program),
  );
}

/** {评语} of what a document declares: closed out of the tasks it names. Only at the year's end: it sets no pace. */
function completionSentence(context: ReportContext, scope: Scope): Inline[] {
  const { figures, asOf } = context;
  const year = String(context.year);
  return declaredTasks(context, scope).flatMap(({ subject, declared: stated }) => {
    const remark = remarkByShare(figures.get('closed', { year, program: subject.id }), stated);
    const completion = figures.get('completion', { year, program: subject.id });
    if (remark === undefined || completion.value === 0 || asOf < `${year}-12-31`) return [];
    return sentence`按文件明确的任务计，完成率${amount(completion)}，${remark}。`;
  });
}

function programOf({ program }: Scope): Dimensions {
  return program === undefined ? {} : { program };
}
