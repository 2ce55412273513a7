import type { Inline } from '../../document/report-document.js';
import type { ReportContext } from '../context.js';
import { amount, internal, sentence } from '../inlines.js';
import { type Scope, targetsIn } from '../scope.js';
import { movedWords, progressWords } from './boards-view.js';
import { isCells, targetSentence } from './targets-view.js';
import { paragraph, type View } from './view.js';

/** 一书记一项目: coverage, progress, and the number of branches without a project, without names. */
export const projectsView: View = (context, scope) => {
  const dimensions = { ...context.period.dimensions, type: '一书记一项目' };
  const tasks = context.figures.get('tasks', dimensions);
  const told = !tasks.value
    ? []
    : sentence`共立项${amount(tasks)}，${movedWords(context, '一书记一项目', dimensions)}${progressWords(context, '一书记一项目', dimensions)}。`;
  return paragraph(
    internal(targetSentence(context, scope, ({ entry }) => entry.value.count.kind === 'tasks')),
    told,
    withoutSentence(context, scope),
  );
};

function withoutSentence(context: ReportContext, scope: Scope): Inline[] {
  return targetsIn(context, scope).flatMap((entry) => {
    const { done } = context.figures.target(entry);
    const short = context.figures.get('short', { target: entry.id });
    if (entry.value.count.kind !== 'tasks' || !isCells(entry) || !short.value || !done.value) return [];
    return sentence`尚有${amount(short)}没有立项。`;
  });
}
