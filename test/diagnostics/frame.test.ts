import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { frameLines } from '../../src/diagnostics/frame.js';
import { displayWidth } from '../../src/text/width.js';
import { diagnostic } from '../support/diagnostic.js';

const frame = (of: Diagnostic): string[] => frameLines(of, 80);

/** A diagnostic about one word of a line. */
function about(line: string, word: string, more: Partial<Diagnostic> = {}): Diagnostic {
  const column = line.indexOf(word) + 1;
  return diagnostic({ line: 12, endLine: 12, column, endColumn: column + word.length, lines: [line], ...more });
}

/** The columns of the screen the caret takes, and those the word takes in the line above. */
function columns([shown = '', caret = '']: string[], word: string): { caret: number[]; word: number[] } {
  const start = displayWidth(shown.slice(0, shown.indexOf(word)));
  return { caret: [caret.indexOf('^'), displayWidth(caret)], word: [start, start + displayWidth(word)] };
}

describe('frameLines', () => {
  test('the line with its number, the caret under the word', () => {
    expect(frame(about('  lead: abc', 'abc'))).toEqual(['12 |   lead: abc', '   |         ^^^']);
  });

  test.each([
    ['Chinese before', '  # 骨科、内科 lead: abc', 'abc'],
    ['Chinese under', '  lead: 骨科二支部', '骨科二支部'],
    ['full-width punctuation', '  lead：（甲）乙', '乙'],
    ['an emoji and a rare character', '- 😀 𠮷: 甲支部', '甲支部'],
    ['a family of joined emoji', '- 👨‍👩‍👧: 甲支部', '甲支部'],
    ['quotation marks of one column', '  title: “义诊”——甲', '甲'],
    ['a combining mark', '- e\u0301e\u0301: 甲', '甲'],
  ])('%s: the caret stands right under the word', (_, line, word) => {
    const { caret, word: wide } = columns(frame(about(line, word)), word);
    expect(caret).toEqual(wide);
  });

  test('a tab and control characters are shown escaped, and counted as they are shown', () => {
    const lines = frame(about('a:\t\u001b[31m甲', '甲'));
    expect(lines).toEqual(['12 | a:\\t\\u{1B}[31m甲', '   |               ^^']);
  });

  test('an invisible character under the caret can be seen', () => {
    expect(frame(about('- 甲\u200b', '\u200b'))).toEqual(['12 | - 甲\\u{200B}', '   |     ^^^^^^^^']);
  });

  test('a missing value is marked by one column', () => {
    expect(frame(diagnostic({ line: 1, column: 6, endLine: 1, endColumn: 7, lines: ['  id:'] }))).toEqual([
      '1 |   id:',
      '  |      ^',
    ]);
  });

  test('a finding over several lines is marked to the end of the first', () => {
    const lines = frame(about('  text: 一段', '一段', { endLine: 14, endColumn: 3 }));
    expect(columns(lines, '一段').caret).toEqual(columns(lines, '一段').word);
  });

  test('a finding about the whole file has no frame', () => {
    expect(frame(diagnostic({ lines: [] }))).toEqual([]);
  });
});

describe('a long line', () => {
  const long = `${'甲'.repeat(100)}WORD${'乙'.repeat(100)}`;

  test('is cut around the finding, with … where it goes on', () => {
    const lines = frame(about(long, 'WORD'));
    expect(lines[0]).toMatch(/^12 \| …甲+WORD乙+…$/);
    expect(displayWidth(lines[0] ?? '')).toBeLessThanOrEqual(78);
    expect(columns(lines, 'WORD').caret).toEqual(columns(lines, 'WORD').word);
  });

  test('is cut only at its end where the finding is at the beginning', () => {
    const [shown] = frame(about(`WORD${long}`, 'WORD'));
    expect(shown).toMatch(/^12 \| WORD甲+…$/);
  });

  test('is cut only at its beginning where the finding is at the end', () => {
    const line = `${'甲'.repeat(100)}WORD`;
    const [shown] = frame(about(line, 'WORD'));
    expect(shown).toMatch(/^12 \| …甲+WORD$/);
  });

  test('a finding longer than the screen is marked as far as it is shown', () => {
    const lines = frame(about(long, long));
    expect(displayWidth(lines[1] ?? '')).toBeLessThanOrEqual(78);
  });

  test.each([0, 1, 2, 3, 4, 5])('no emoji is cut in half (%d before)', (before) => {
    const line = `${'a'.repeat(before)}${'😀'.repeat(80)}甲${'😀'.repeat(80)}`;
    expect(frame(about(line, '甲'))[0]).not.toMatch(/\\u\{D[89A-F]/);
  });

  test.each([40, 80, 120])('leaves room for two columns of indent at %d columns', (width) => {
    for (const word of ['WORD', long]) {
      const lines = frameLines(about(long, word), width);
      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width - 2);
    }
  });

  test('control characters are as wide as their escapes', () => {
    const line = `${'\u0007'.repeat(30)}甲${'\u0007'.repeat(30)}`;
    expect(displayWidth(frame(about(line, '甲'))[0] ?? '')).toBeLessThanOrEqual(78);
  });
});
