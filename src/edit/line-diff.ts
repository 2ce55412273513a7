import { escapeControls } from '../text/escape.js';
import { maskPrivateNumbers } from '../text/private-numbers.js';

/** Lines of context before and after a change. */
const AROUND = 2;

/**
 * A unified diff of a text and its repaired form. A repair never adds or deletes a line, so lines are compared one by
 * one. Invisible characters (a byte order mark, a carriage return) are shown escaped.
 * @throws RangeError for texts with different numbers of lines
 */
export function lineDiff(file: string, before: string, after: string): string {
  const [old, mended] = [before.split('\n'), after.split('\n')];
  if (old.length !== mended.length) throw new RangeError(`${old.length} lines became ${mended.length}`);
  const changed = old.flatMap((line, index) => (line === mended[index] ? [] : [index]));
  const name = escapeControls(file);
  const hunks = groups(changed).map(([first, last]) => hunk(old, mended, first, last));
  return hunks.length === 0 ? '' : `--- ${name}\n+++ ${name}\n${hunks.join('')}`;
}

/** The hunks: changed lines with their context, adjacent ones joined, as first and last index. */
function groups(changed: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const index of changed) {
    const last = found.at(-1);
    if (last && index - AROUND <= last[1] + AROUND + 1) last[1] = index;
    else found.push([index, index]);
  }
  return found;
}

function hunk(old: readonly string[], mended: readonly string[], first: number, last: number): string {
  // A text that ends in a line feed has no line behind it.
  const count = old.at(-1) === '' ? old.length - 1 : old.length;
  const from = Math.max(first - AROUND, 0);
  const to = Math.min(last + AROUND + 1, Math.max(count, last + 1));
  const lines: string[] = [];
  for (let index = from; index < to; ) {
    let end = index;
    while (end < to && old[end] !== mended[end]) end += 1;
    if (end === index) lines.push(shown(' ', old[index]));
    else {
      lines.push(...old.slice(index, end).map((line) => shown('-', line)));
      lines.push(...mended.slice(index, end).map((line) => shown('+', line)));
    }
    index = Math.max(end, index + 1);
  }
  const range = `${from + 1},${to - from}`;
  return `@@ -${range} +${range} @@\n${lines.join('\n')}\n`;
}

/** Shows the line end of a changed line where it is not a line feed alone. */
function shown(sign: ' ' | '-' | '+', line = ''): string {
  const visible = sign === ' ' ? line.replace(/\r$/, '') : line;
  return sign + escapeControls(maskPrivateNumbers(visible));
}
