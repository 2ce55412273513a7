import type { Inline } from '../../document/report-document.js';
import type { Dimensions } from '../../figures/figure-id.js';
import { type BoardType, stageTable } from '../../ledger/stages.js';
import type { ReportContext } from '../context.js';
import { declared } from '../declared.js';
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
  return paragraph(
    completionSentence(context, scope),
    sentence`${joined(progressClauses(context, '揭榜挂帅', dimensions), '，')}。`,
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
  return [
    sentence`登记任务${amount(count('tasks'))}`,
    closed.value === 0 ? sentence`均未${closing[0] ?? '完成'}` : sentence`已${closing[0] ?? '完成'}${amount(closed)}`,
    ...(accepted.value === 0 ? [] : [sentence`通过验榜${amount(accepted)}`]),
    ...(underway.value === 0 ? [] : [sentence`正在推进${amount(underway)}（${joined(going, '、')}）`]),
    ...each([...ending, '未启动']),
    ...(overdue.value === 0 ? [] : [sentence`逾期${amount(overdue)}`]),
  ];
}

/** {评语} of what a document declares: closed out of the tasks it names. Only at the year's end: it sets no pace. */
function completionSentence(context: ReportContext, scope: Scope): Inline[] {
  const { figures, asOf } = context;
  const year = String(context.year);
  return declared(context).flatMap(({ fact, subject, declared: stated }) => {
    const wanted = scope.program === undefined || subject.id === scope.program;
    if (!wanted || subject.kind !== 'programs' || fact.value.measure !== 'tasks') return [];
    const remark = remarkByShare(figures.get('closed', { year, program: subject.id }), stated);
    const completion = figures.get('completion', { year, program: subject.id });
    if (remark === undefined || completion.value === 0 || asOf < `${year}-12-31`) return [];
    return sentence`按文件明确的任务计，完成率${amount(completion)}，${remark}。`;
  });
}

function programOf({ program }: Scope): Dimensions {
  return program === undefined ? {} : { program };
}
