import { type Finding, findingOf } from '../diagnostics/diagnostic.js';
import { sourceProblems as problems } from './problems.js';
import { syntaxReason } from './syntax-reason.js';

/** Blank lines, comments and directives before the first content. */
const LEADING_LINES = /^(?:[ \t]*(?:[#%].*)?\r?\n)*/;
const DIRECTIVE = /^[ \t]*(%.*)/m;
const INDENTED_START = /^[ \t]+(---)(?=[ \t\r\n]|$)/;
const MARK = /^(---|\.\.\.)(?=[ \t\r\n]|$)/m;
const INDENTING_TAB = /^ *(\t)/m;

/**
 * What of the plain subset shows in the lines alone: no directives, no document mark but one `---` before everything,
 * no tab in an indentation, not even on a blank line.
 */
export function checkLines(file: string, text: string): Finding[] {
  const leading = LEADING_LINES.exec(text)?.[0].length ?? 0;
  const body = leading + (/^---(?=[ \t\r\n]|$)/.test(text.slice(leading, leading + 4)) ? 3 : 0);
  const found: Finding[] = [];
  const look = (
    pattern: RegExp,
    from: number,
    until: number,
    finding: (offsets: readonly [number, number]) => Finding,
  ) => {
    const match = pattern.exec(text.slice(from, until));
    if (!match) return;
    const end = from + match.index + match[0].length;
    found.push(finding([end - (match[1] ?? '').length, end]));
  };
  look(DIRECTIVE, 0, leading, (offsets) => findingOf(problems.directive, {}, { file, offsets }));
  look(INDENTED_START, leading, text.length, (offsets) => findingOf(problems.documents, {}, { file, offsets }));
  look(MARK, body, text.length, (offsets) => findingOf(problems.documents, {}, { file, offsets }));
  look(INDENTING_TAB, 0, text.length, (offsets) =>
    findingOf(problems.syntax, { reason: syntaxReason('tab characters') }, { file, offsets }),
  );
  return found;
}
