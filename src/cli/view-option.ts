import { VIEW_NAMES, type ViewName, viewNamed } from '../reports/progress/view-names.js';
import { nearest } from '../text/nearest.js';
import { CannotRun } from './errors.js';

/** The view `--by` asks for; undefined without it. @throws CannotRun for a word that is no view */
export function viewOf(typed: string | undefined): ViewName | undefined {
  if (typed === undefined) return undefined;
  const view = viewNamed(typed);
  if (view) return view;
  const [near] = nearest(typed, Object.entries(VIEW_NAMES).flat());
  throw new CannotRun(
    `没有“${typed}”这种视图`,
    near ? `是不是 ${near}？` : `可用的视图：${Object.keys(VIEW_NAMES).join('、')}。`,
  );
}
