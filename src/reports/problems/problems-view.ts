import type { Block, Inline } from '../../document/report-document.js';
import { chineseNumeral } from '../../text/numerals.js';
import { sentence } from '../inlines.js';
import type { View } from '../views/view.js';
import { mainProblems } from './catalogue.js';

/** 存在的主要问题: 一是… 二是…; nothing where no figure triggers one. */
export const problemsView: View = (context, scope) => enumerated(mainProblems(context, scope).map(({ told }) => told));

/** One step for each problem, in the same order. */
export const planView: View = (context, scope) => enumerated(mainProblems(context, scope).map(({ next }) => next));

function enumerated(points: readonly (readonly Inline[])[]): readonly Block[] {
  return points.map((point, index) => {
    const number = points.length < 2 ? '' : `${chineseNumeral(index + 1)}是`;
    return { type: 'paragraph', content: sentence`${number}${point}` };
  });
}
