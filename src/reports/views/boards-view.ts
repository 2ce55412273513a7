import type { Inline } from '../../document/report-document.js';
import type { Dimensions } from '../../figures/figure-id.js';
import { isWholeYear } from '../../figures/period.js';
import { type BoardType, NOT_STARTED, PROGRESS_UNKNOWN, stageTable } from '../../ledger/stages.js';
import type { ReportContext } from '../context.js';
import { type Declared, declared } from '../declared.js';
import { amount, coverage, joined, record, sentence, text, verdict } from '../inlines.js';
import { periodWord } from '../period-words.js';
import { boardsIn, type Scope } from '../scope.js';
import { paragraph, type View } from './view.js';

/** The totals that documents declare of a programme: “揭榜挂帅”榜单10项、任务清单43项. */
export const declaredView: View = (context, scope) => {
  const rows = declared(context).filter(
    ({ subject }) => subject.kind === 'programs' && (scope.program === undefined || subject.id === scope.program),
  );
  const clauses = rows.map(({ fact, declared: stated }) => sentence`${record(fact)}${amount(stated)}`);
  return clauses.length === 0 ? [] : paragraph(sentence`${joined(clauses, '、')}。`);
};

/** 揭榜挂帅: the progress of its tasks; lists of ordinary work are left out. Each task is in the appendix. */
export const boardsView: View = (context, scope) => {
  if (!boardsIn(context, scope).some(({ value }) => value.type === '揭榜挂帅')) return [];
  const dimensions = { ...context.period.dimensions, ...programOf(scope), type: '揭榜挂帅' };
  // What the declared totals stand beside has been said just before.
  const isTold = declaredTasks(context, scope).length > 0;
  const registered = isTold ? [text('任务')] : sentence`任务${amount(context.figures.get('tasks', dimensions))}，`;
  return paragraph(
    completionSentence(context, scope),
    sentence`${registered}${movedWords(context, '揭榜挂帅', dimensions)}${progressWords(context, '揭榜挂帅', dimensions)}。`,
  );
};

/** 本月有进展18项，其中结题2项。目前: what the tasks of one type of board did in a part of the year, before how far they are. */
export function movedWords(context: ReportContext, type: BoardType, dimensions: Dimensions): Inline[] {
  const { figures, period } = context;
  const [moved, closed] = [figures.get('moved', dimensions), figures.get('closed-within', dimensions)];
  if (isWholeYear(period) || moved.value === null) return [];
  const word = periodWord(context);
  if (moved.value === 0) return sentence`${word}没有新的进展。目前`;
  const [ending = '完成'] = stageTable(type).closing;
  return sentence`${word}有进展${amount(moved)}${closed.value ? sentence`，其中${ending}${amount(closed)}` : ''}。目前`;
}

/**
 * How far the tasks of one type of board are: closed, under way by stage, ended, not begun, which make up all of them;
 * then, after a semicolon, those that are counted among them once more: overdue and accepted.
 */
export function progressWords({ figures }: ReportContext, type: BoardType, dimensions: Dimensions): Inline[] {
  const count = (measure: string, state?: string) => figures.get(measure, { ...dimensions, state });
  const { stages, closing, ending = [] } = stageTable(type);
  const each = (states: readonly string[]) =>
    states
      .map((state) => ({ state, tasks: count('tasks', state) }))
      .filter(({ tasks }) => tasks.value)
      .map(({ state, tasks }) => sentence`${state}${amount(tasks)}`);
  const [closed, underway, overdue, accepted] = [
    count('closed'),
    count('underway'),
    count('overdue'),
    count('accepted'),
  ];
  const going = each(stages.filter((stage) => !closing.includes(stage) && !ending.includes(stage)));
  const word = closing[0] ?? '完成';
  const parts = [
    ...(closed.value === null
      ? []
      : [closed.value === 0 ? sentence`均未${word}` : sentence`已${word}${amount(closed)}${coverage(closed)}`]),
    ...(!underway.value ? [] : [sentence`正在推进${amount(underway)}（${joined(going, '、')}）`]),
    ...each([...ending, NOT_STARTED, PROGRESS_UNKNOWN]),
  ];
  const hasAcceptance = (stages as readonly string[]).includes('验榜') && accepted.value !== closed.value;
  const among = [
    ...(!overdue.value ? [] : [sentence`逾期${amount(overdue)}`]),
    ...(hasAcceptance ? [sentence`通过验榜${closed.value === 0 ? '' : `（含已${word}）`}${amount(accepted)}`] : []),
  ];
  return sentence`${joined(parts, '，')}${among.length === 0 ? '' : sentence`；其中${joined(among, '，')}`}`;
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
  return declaredTasks(context, scope).flatMap(({ subject }) => {
    const dimensions = { ...context.period.dimensions, program: subject.id };
    const remark = verdict(context.figures.get('completion-remark', dimensions));
    const completion = context.figures.get('completion', dimensions);
    if (remark.length === 0 || !completion.value) return [];
    return sentence`完成率${amount(completion)}，${remark}。`;
  });
}

function programOf({ program }: Scope): Dimensions {
  return program === undefined ? {} : { program };
}
