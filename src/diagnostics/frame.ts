import { escapeControls } from '../text/escape.js';
import { displayWidth } from '../text/width.js';
import type { Diagnostic } from './diagnostic.js';

/** Columns kept for the line number, the bar and the indent beside the source line. */
const MARGIN = 14;
/** Columns of the source line that are shown at least and at most. */
const [LEAST, MOST] = [20, 100];
const CUT = '…';

/**
 * The source line with a caret under the finding, as two lines; none for a finding about a whole file. Widths are columns
 * of the screen, so that the caret stands right under Chinese characters; control characters are shown escaped.
 * @param width columns of the screen
 */
export function frameLines({ line, column, endLine, endColumn, lines }: Diagnostic, width: number): string[] {
  const [source] = lines;
  if (source === undefined) return [];
  const start = column - 1;
  const end = endLine === line ? Math.max(endColumn - 1, start + 1) : source.length;
  const window = cut(source, start, end, Math.min(Math.max(width - MARGIN, LEAST), MOST));
  const number = String(line);
  const before = escapeControls(source.slice(window.from, start));
  const marked = escapeControls(source.slice(start, Math.min(end, window.to)));
  const after = escapeControls(source.slice(Math.min(end, window.to), window.to));
  const lead = window.from > 0 ? CUT : '';
  const tail = window.to < source.length ? CUT : '';
  const caret = ' '.repeat(displayWidth(lead + before)) + '^'.repeat(Math.max(displayWidth(marked), 1));
  return [`${number} | ${lead}${before}${marked}${after}${tail}`, `${' '.repeat(number.length)} | ${caret}`];
}

/** The part of a line to show, as UTF-16 offsets: all of it where it fits, else from a little before the finding. */
function cut(source: string, start: number, end: number, room: number): { from: number; to: number } {
  if (fits(source, room)) return { from: 0, to: source.length };
  const from = fits(source.slice(0, end), room) ? 0 : wholeCharacter(source, Math.max(0, start - 10));
  let to = from;
  let width = 0;
  for (const character of source.slice(from, from + room)) {
    width += shownWidth(character);
    if (width > room) break;
    to += character.length;
  }
  return { from, to };
}

/** A line of millions of characters does not fit, and is not measured. */
function fits(text: string, room: number): boolean {
  return text.length <= room * 4 && shownWidth(text) <= room;
}

const shownWidth = (text: string): number => displayWidth(escapeControls(text));

/** The offset itself, or the start of the surrogate pair that it would cut in two. */
function wholeCharacter(source: string, at: number): number {
  const code = source.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
