import { VIEW_NAMES, type ViewName, viewNamed } from '../reports/progress/view-names.js';
import { nearest } from '../text/nearest.js';
import { CannotRun } from './errors.js';

/** The view `--by` asks for; undefined without it. @throws CannotRun for a word that is no view */
export function viewOf(typed: string | undefined): ViewName | undefined {
  if (typed === undefined) return undefined;
  const view = viewNamed(typed);
  if (view) return view;
  const words = Object.entries(VIEW_NAMES).flat();
  const [near] = nearest(typed, words);
  const known = Object.entries(VIEW_NAMES).map(([word, title]) => `${word}（${title}）`);
  throw new CannotRun(
    `--by 的值“${typed}”不是一种视图`,
    `${near === undefined ? '' : `是不是“${near}”？`}可用的：${known.join('、')}。`,
  );
}
