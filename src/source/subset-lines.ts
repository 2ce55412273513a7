import { EVENT_ID, type Event, SCALAR_STYLE } from 'js-yaml';
import { type Finding, findingOf } from '../diagnostics/diagnostic.js';
import { sourceProblems as problems } from './problems.js';
import { syntaxReason } from './syntax-reason.js';

/** Blank lines, comments and directives before the first content. */
const LEADING_LINES = /^(?:[ \t]*(?:[#%].*)?\r?\n)*/;
const DIRECTIVE = /^[ \t]*(%.*)/m;
const INDENTED_START = /^[ \t]+(---)(?=[ \t\r\n]|$)/;
const MARK = /^(---|\.\.\.)(?=[ \t\r\n]|$)/m;
const INDENTING_TAB = /^ *(\t)/gm;
/** The indentation of the first non-blank line of a text block. */
const BLOCK_INDENT = /^(?: *\r?\n)*( *)[^ \t\r\n]/;

/**
 * The part of the plain subset that is checked on lines: no directives, no document mark but one `---` before everything,
 * no tab in an indentation, not even on a blank line. Lines within a text block are its text.
 */
export function checkSubsetLines(file: string, text: string, events: readonly Event[]): Finding[] {
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
  const tab = firstIndentingTab(text, events);
  if (tab !== null) {
    const at = { file, offsets: [tab, tab + 1] as const };
    found.push(findingOf(problems.syntax, { reason: syntaxReason('tab characters') }, at));
  }
  return found;
}

function firstIndentingTab(text: string, events: readonly Event[]): number | null {
  if (!text.includes('\t')) return null;
  const blocks = events.filter(
    (event) =>
      event.type === EVENT_ID.SCALAR &&
      (event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK),
  );
  let next = 0;
  let start = 0;
  let indent = Number.POSITIVE_INFINITY;
  for (const { index, 0: spaces } of text.matchAll(INDENTING_TAB)) {
    while (index >= endOf(blocks[next])) {
      next += 1;
      indent = Number.POSITIVE_INFINITY;
    }
    const block = blocks[next];
    if (block?.type === EVENT_ID.SCALAR && indent === Number.POSITIVE_INFINITY) {
      start = block.valueStart;
      indent = BLOCK_INDENT.exec(text.slice(start, block.valueEnd))?.[1]?.length ?? text.length;
    }
    if (index <= start || spaces.length - 1 < indent) return index + spaces.length - 1;
  }
  return null;
}

const endOf = (event: Event | undefined): number =>
  event?.type === EVENT_ID.SCALAR ? event.valueEnd : Number.POSITIVE_INFINITY;
