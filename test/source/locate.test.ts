import { describe, expect, test } from 'vitest';
import { Locator } from '../../src/source/locate.js';

/** The text at a place, cut out of its line: the range under which the caret is drawn. */
function cut(text: string, pointer: string, part: 'key' | 'value' = 'value'): string {
  const locator = new Locator(text);
  const { line, column, endLine, endColumn } = locator.range({ file: 'a.yaml', pointer, part });
  expect(endLine).toBe(line);
  return `${line}:${column} ${locator.line(line).slice(column - 1, endColumn - 1)}`;
}

describe('values and keys', () => {
  const text = [
    '# 注释 😀',
    '- id: 甲支部',
    '  "name": \'甲\'',
    '  note: "👨‍👩‍👧 乙"   # 注',
    '  partners: [一, "二", {三: 四}]',
    '- id: 𠮷支部',
    '  nested:',
    '    - on: 2025-03-15',
    '      step: 已开展',
    '',
  ].join('\n');

  test.each([
    ['/0/id', '2:7 甲支部'],
    ['/0/name', "3:11 '甲'"],
    ['/0/note', '4:9 "👨‍👩‍👧 乙"'],
    ['/0/partners/0', '5:14 一'],
    ['/0/partners/1', '5:17 "二"'],
    ['/0/partners/2/三', '5:26 四'],
    ['/1/id', '6:7 𠮷支部'],
    ['/1/nested/0/step', '9:13 已开展'],
  ])('the value at %s', (pointer, expected) => {
    expect(cut(text, pointer)).toBe(expected);
  });

  test.each([
    ['/0/id', '2:3 id'],
    ['/0/name', '3:3 "name"'],
    ['/0/partners/2/三', '5:23 三'],
    ['/1/nested/0/on', '8:7 on'],
  ])('the key at %s', (pointer, expected) => {
    expect(cut(text, pointer, 'key')).toBe(expected);
  });

  test('a record and a list are shown by their first line', () => {
    expect(cut(text, '/1')).toBe('6:3 id: 𠮷支部');
    expect(cut(text, '/1/nested')).toBe('8:5 - on: 2025-03-15');
    expect(cut(text, '')).toBe('2:1 - id: 甲支部');
  });

  test('a pointer that does not exist is located at its nearest parent', () => {
    expect(cut(text, '/0/lead')).toBe('2:3 id: 甲支部');
    expect(cut(text, '/1/nested/7/on')).toBe('8:5 - on: 2025-03-15');
    expect(cut(text, '/1/nested/0/on/x')).toBe('8:11 2025-03-15');
  });

  test('the key of an item of a list is the item', () => {
    expect(cut(text, '/0/partners/1', 'key')).toBe('5:17 "二"');
  });
});

describe('columns are UTF-16 units', () => {
  test('an emoji counts as two', () => {
    expect(cut('- 😀: 甲\n', '/0/😀')).toBe('1:7 甲');
    expect(cut('- 𠮷𠮷: {乙: 丙}\n', '/0/𠮷𠮷/乙')).toBe('1:13 丙');
  });

  test('a line end of CRLF adds none', () => {
    expect(cut('- id: 甲\r\n  lead: 乙\r\n', '/0/lead')).toBe('2:9 乙');
    expect(cut('- id: 甲\r\n  lead: 乙\r\n- id: 丙\r\n', '/0')).toBe('1:3 id: 甲');
  });
});

describe('text of several lines', () => {
  test.each([
    ['a block', '- text: |\n    一段\n    二段\n- b\n', '2:5 一段'],
    ['a folded block with blank lines first', '- text: >-\n\n    一段\n\n    二段\n- b\n', '3:5 一段'],
    ['a quoted one', '- text: "一段\n    二段"\n- b\n', '1:9 "一段'],
    ['a plain one', '- text: 一段\n    二段\n- b\n', '1:9 一段'],
    ['a list', '- text: [一段,\n    二段]\n- b\n', '1:9 [一段,'],
  ])('%s is shown by its first line', (_, text, expected) => {
    expect(cut(text, '/0/text')).toBe(expected);
    expect(cut(text, '/1')).toMatch(/ b$/);
  });

  test('an empty block is located after its indicator', () => {
    const { line } = new Locator('- text: |\n- b\n').range({ file: 'a', pointer: '/0/text' });
    expect(line).toBeLessThanOrEqual(2);
  });
});

describe('an empty value', () => {
  test('is located right after its key', () => {
    const range = new Locator('- id: 甲\n  lead:\n  note: 乙\n').range({ file: 'a', pointer: '/0/lead' });
    expect(range).toEqual({ line: 2, column: 7, endLine: 2, endColumn: 8 });
    expect(cut('- id: 甲\n  lead:\n  note: 乙\n', '/0/note')).toBe('3:9 乙');
  });

  test('is located at the word where null is written out', () => {
    expect(cut('- lead: ~\n', '/0/lead')).toBe('1:9 ~');
  });

  test('an empty item does not shift the others', () => {
    expect(cut('- 甲\n-\n- 丙\n', '/2')).toBe('3:3 丙');
  });

  test.each(['', '# 注\n', '- "'])('a place in %j is the whole file, 1:1', (text) => {
    expect(new Locator(text).range({ file: 'a', pointer: '/0/id' })).toEqual({
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
    });
  });

  test('a finding about the whole file stands at 1:1', () => {
    expect(new Locator('- 甲\n- 乙\n').range({ file: 'a' })).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 1 });
  });
});

describe('JSON pointers', () => {
  test('~1 and ~0 stand for a slash and a tilde', () => {
    const text = '- 门诊/急诊: 甲\n  a~b: 乙\n  a~1b: 丙\n';
    expect(cut(text, '/0/门诊~1急诊')).toBe('1:10 甲');
    expect(cut(text, '/0/a~0b')).toBe('2:8 乙');
    expect(cut(text, '/0/a~01b')).toBe('3:9 丙');
  });

  test('a key may be a number, the empty text or a name built into objects', () => {
    expect(cut('- 2025: 甲\n', '/0/2025')).toBe('1:9 甲');
    expect(cut('- "": 甲\n', '/0/')).toBe('1:7 甲');
    expect(cut('- __proto__: 甲\n  constructor: 乙\n', '/0/constructor')).toBe('2:16 乙');
    expect(cut('- id: 甲\n', '/0/constructor')).toBe('1:3 id: 甲');
  });

  test('a key with an escape is found by its value', () => {
    expect(cut('- "\\u533b\\u9662": 甲\n', '/0/医院')).toBe('1:19 甲');
  });
});

describe('offsets', () => {
  test('are turned into lines and columns, cut at the end of the line', () => {
    expect(new Locator('- 甲\n- 乙\n').range({ file: 'a', offsets: [6, 20] })).toEqual({
      line: 2,
      column: 3,
      endLine: 2,
      endColumn: 4,
    });
  });

  test('one past the end is the place behind the last character', () => {
    expect(new Locator('- 甲').range({ file: 'a', offsets: [3, 4] })).toMatchObject({ line: 1, column: 4 });
    expect(new Locator('- 甲\n').range({ file: 'a', offsets: [4, 5] })).toMatchObject({ line: 2, column: 1 });
  });
});
