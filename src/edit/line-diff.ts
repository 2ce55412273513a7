import { escapeControls } from '../text/escape.js';
import { maskPrivateNumbers } from '../text/private-numbers.js';

/** Lines of context before and after a change. */
const AROUND = 2;
/** How many lines on a text is looked for where it goes on as before, if lines were joined: a folded value is short. */
const FOLDED = 60;

/** A part of the old lines that others stand for, as first index and the index behind the last. */
interface Change {
  readonly old: readonly [from: number, to: number];
  readonly mended: readonly [from: number, to: number];
}

/**
 * A unified diff of a text and its repaired form. Repairs change single lines, or join those of a folded value, so this
 * is linear, and no shortest diff where much else has changed. Invisible characters (a byte order mark, a carriage
 * return) are shown escaped.
 */
export function lineDiff(file: string, before: string, after: string): string {
  const [old, mended] = [before.split('\n'), after.split('\n')];
  const name = escapeControls(file);
  const hunks = groups(changesOf(old, mended)).map((changes) => hunk(old, mended, changes));
  return hunks.length === 0 ? '' : `--- ${name}\n+++ ${name}\n${hunks.join('')}`;
}

function changesOf(old: readonly string[], mended: readonly string[]): readonly Change[] {
  const found: Change[] = [];
  for (let [i, j] = [0, 0]; i < old.length || j < mended.length; ) {
    if (old[i] === mended[j] && i < old.length && j < mended.length) {
      i += 1;
      j += 1;
      continue;
    }
    const [gone, come] = untilEqual(old, i, mended, j);
    found.push({ old: [i, i + gone], mended: [j, j + come] });
    i += gone;
    j += come;
  }
  return found;
}

/** How many old lines gave way to how many others before the texts go on alike. */
function untilEqual(old: readonly string[], i: number, mended: readonly string[], j: number): [number, number] {
  const rest: [number, number] = [old.length - i, mended.length - j];
  if (rest[0] === rest[1]) {
    let changed = 1;
    while (changed < rest[0] && old[i + changed] !== mended[j + changed]) changed += 1;
    return [changed, changed];
  }
  for (let both = 1; both <= FOLDED; both += 1) {
    for (let gone = 0; gone <= both; gone += 1) {
      const line = old[i + gone];
      if (line !== undefined && line === mended[j + both - gone]) return [gone, both - gone];
    }
  }
  return rest;
}

/** The changes of each hunk: those whose contexts touch stand together. */
function groups(changes: readonly Change[]): readonly (readonly Change[])[] {
  const found: Change[][] = [];
  for (const change of changes) {
    const group = found.at(-1);
    const before = group?.at(-1);
    if (group && before && change.old[0] - AROUND <= before.old[1] + AROUND) group.push(change);
    else found.push([change]);
  }
  return found;
}

function hunk(old: readonly string[], mended: readonly string[], changes: readonly Change[]): string {
  const [first, last] = [changes[0], changes.at(-1)];
  if (!first || !last) return '';
  // A text that ends in a line feed has no line behind it.
  const count = old.at(-1) === '' ? old.length - 1 : old.length;
  const lead = Math.min(AROUND, first.old[0]);
  const from = first.old[0] - lead;
  const to = Math.min(last.old[1] + AROUND, Math.max(count, last.old[1]));
  const lines: string[] = [];
  let at = from;
  for (const change of changes) {
    lines.push(...old.slice(at, change.old[0]).map((line) => shown(' ', line)));
    lines.push(...old.slice(...change.old).map((line) => shown('-', line)));
    lines.push(...mended.slice(...change.mended).map((line) => shown('+', line)));
    [, at] = change.old;
  }
  lines.push(...old.slice(at, to).map((line) => shown(' ', line)));
  const after = to - last.old[1];
  const [start, end] = [first.mended[0] - lead, last.mended[1] + after];
  return `@@ -${from + 1},${to - from} +${start + 1},${end - start} @@\n${lines.join('\n')}\n`;
}

/** Shows the line end of a changed line where it is not a line feed alone. */
function shown(sign: ' ' | '-' | '+', line = ''): string {
  const visible = sign === ' ' ? line.replace(/\r$/, '') : line;
  return sign + escapeControls(maskPrivateNumbers(visible));
}
