import { escapeControls } from '../text/escape.js';
import { displayWidth } from '../text/width.js';
import type { Diagnostic } from './diagnostic.js';

/** The widest stretch of a source line shown; long lines are cut around the finding. */
const ROOM = 60;
const CUT = '…';

/**
 * The source line with a caret under the finding. Everything is measured in columns of the screen, so that the caret
 * stands right under Chinese characters; control characters are shown escaped.
 */
export function frameLines({ line, column, endLine, endColumn, lines }: Diagnostic): string[] {
  const [source] = lines;
  if (source === undefined) return [];
  const start = column - 1;
  const end = endLine === line ? Math.max(endColumn - 1, start + 1) : source.length;
  const window = cut(source, start, end);
  const number = String(line);
  const before = escapeControls(source.slice(window.from, start));
  const marked = escapeControls(source.slice(start, Math.min(end, window.to)));
  const after = escapeControls(source.slice(Math.min(end, window.to), window.to));
  const lead = window.from > 0 ? CUT : '';
  const tail = window.to < source.length ? CUT : '';
  const caret = ' '.repeat(displayWidth(lead + before)) + '^'.repeat(Math.max(displayWidth(marked), 1));
  return [`${number} | ${lead}${before}${marked}${after}${tail}`, `${' '.repeat(number.length)} | ${caret}`];
}

/** The part of a line to show: all of it where it fits, else from a little before the finding. */
function cut(source: string, start: number, end: number): { from: number; to: number } {
  if (displayWidth(source) <= ROOM) return { from: 0, to: source.length };
  const from = displayWidth(source.slice(0, end)) <= ROOM ? 0 : Math.max(0, start - 10);
  let to = from;
  let width = 0;
  while (to < source.length) {
    width += displayWidth(source.charAt(to));
    if (width > ROOM) break;
    to += 1;
  }
  return { from, to };
}
