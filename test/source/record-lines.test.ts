import { describe, expect, test } from 'vitest';
import { Locator } from '../../src/source/locate.js';
import { recordLines } from '../../src/source/record-lines.js';
import { baseLedger, readTree, realLedger } from '../support/memory-reader.js';

const linesOf = (text: string): readonly number[] | null => recordLines('a/b.yaml', Buffer.from(text));

/** The lines as the locator finds them. */
function located(text: string, count: number): number[] {
  const locator = new Locator(text);
  return Array.from({ length: count }, (_, index) => locator.range({ file: 'a/b.yaml', pointer: `/${index}` }).line);
}

test('are those that the locator finds, in every file of the ledgers', () => {
  const ledgers = [baseLedger(), realLedger(), readTree('test/fixtures/sample-2025/data')];
  const texts = ledgers.flatMap((files) =>
    Object.entries(files).flatMap(([path, text]) => (path.endsWith('.yaml') ? [text] : [])),
  );
  const known = texts.flatMap((text) => {
    const lines = linesOf(text);
    return lines === null ? [] : [{ text, lines }];
  });
  expect(known.length).toBeGreaterThan(20);
  for (const { text, lines } of known) expect(lines).toEqual(located(text, lines.length));
});

describe('with other layouts', () => {
  test.each([
    ['comments and blank lines', '# 三月\n\n- id: 甲\n  # - 不是\n  note: 乙\n\n# 下一条\n- id: 丙\n'],
    ['CRLF', '- id: 甲\r\n  note: 乙\r\n- id: 丙\r\n'],
    ['a byte order mark', '\ufeff- id: 甲\n- id: 丙\n'],
    ['lists and text inside', '- id: 甲\n  types:\n    - 义诊\n  text: |\n    - 一\n    - 二\n- id: 丙\n'],
  ])('%s', (_, text) => {
    const lines = linesOf(text);
    if (lines !== null) expect(lines).toEqual(located(text, lines.length));
    expect(lines?.length ?? 2).toBe(2);
  });

  test.each([
    ['an indented list', '  - id: 甲\n  - id: 乙\n'],
    ['brackets', '[{ id: 甲 }, { id: 乙 }]\n'],
    ['a record alone', 'id: 甲\n'],
    ['broken YAML', '- id: [甲\n'],
  ])('%s is left to the locator', (_, text) => {
    expect(linesOf(text)).toBeNull();
  });
});
