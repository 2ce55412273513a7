import { type Finding, findingOf } from '../diagnostics/diagnostic.js';
import type { LineMistake } from './line-mistakes.js';
import { sourceProblems as problems } from './problems.js';

/**
 * Findings for mistakes, in the order of the lines. The same mistake in consecutive lines is one finding, at the first of
 * them, because full-width punctuation usually fills a whole record.
 */
export function mistakeFindings(file: string, mistakes: readonly LineMistake[]): Finding[] {
  const groups: LineMistake[][] = [];
  for (const mistake of mistakes) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && isSame(last, mistake) && mistake.line - last.line <= 1) group.push(mistake);
    else groups.push([mistake]);
  }
  return groups.map((group) => findingOfGroup(file, group));
}

const isSame = (a: LineMistake, b: LineMistake): boolean => a.mark === b.mark && a.reason === b.reason;

function findingOfGroup(file: string, group: readonly LineMistake[]): Finding {
  const [first] = group as [LineMistake];
  const at = { file, offsets: first.offsets };
  const lines = new Set(group.map(({ line }) => line)).size;
  const sure = group.filter((mistake) => mistake.sure).map(({ repair }) => repair);
  const more = sure.length > 0 ? { repair: sure } : {};
  if (first.mark !== undefined) {
    const args = { mark: first.mark, fixed: first.fixed ?? '', lines, isInside: first.isInside ?? false };
    return findingOf(problems.fullWidth, args, at, more);
  }
  return findingOf(problems.syntax, { reason: first.reason ?? { zh: '', en: '' }, fixed: first.fixed }, at, more);
}
