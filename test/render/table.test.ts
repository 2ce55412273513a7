import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Table } from '../../src/document/report-document.js';
import { createLook } from '../../src/render/look.js';
import { renderTable } from '../../src/render/table.js';
import { displayWidth } from '../../src/text/width.js';
import { cell, number, PAIRINGS } from './sample-document.js';

const look = (width: number, more = {}) => createLook({ width, color: false, ascii: true, ...more });
const simple = (more: Partial<Table> = {}): Table => ({
  type: 'table',
  title: '',
  columns: [{ title: '行动' }, { title: '场次', align: 'right' }],
  rows: [
    [cell('“越医康养”服务社区行动'), number(28)],
    [cell('（二）职场赋能'), number(5)],
  ],
  notes: [],
  ...more,
});

describe('a table that fits', () => {
  test('keeps natural widths, figures to the right, the total set apart', () => {
    expect(renderTable(simple({ title: '四项行动', total: [cell('合计（去重）'), number(33)] }), look(80))).toEqual([
      '四项行动',
      '+------------------------+------+',
      '| 行动                   | 场次 |',
      '+------------------------+------+',
      '| “越医康养”服务社区行动 |   28 |',
      '| （二）职场赋能         |    5 |',
      '+------------------------+------+',
      '| 合计（去重）           |   33 |',
      '+------------------------+------+',
    ]);
  });

  test('only a row of several lines is set apart from its neighbours', () => {
    const rows = ['义诊', '巡讲', '两行\n的一格', '讲座', '研学'].map((name, index) => [cell(name), number(index)]);
    expect(renderTable(simple({ rows }), look(80)).slice(3)).toEqual([
      '| 义诊   |    0 |',
      '| 巡讲   |    1 |',
      '+--------+------+',
      '| 两行   |    2 |',
      '| 的一格 |      |',
      '+--------+------+',
      '| 讲座   |    3 |',
      '| 研学   |    4 |',
      '+--------+------+',
    ]);
  });

  test('without rows shows its heading', () => {
    expect(renderTable(simple({ rows: [] }), look(80))).toHaveLength(3);
  });

  test('has box lines unless ASCII is asked for', () => {
    expect(renderTable(simple(), look(80, { ascii: false }))[0]).toMatch(/^┌─+┬─+┐$/);
  });
});

describe('a table too wide', () => {
  test('wraps text and leaves figures, dates, bars and lights whole', () => {
    const lines = renderTable(PAIRINGS, look(80));
    expect(lines.every((line) => displayWidth(line) <= 80)).toBe(true);
    expect(lines.find((line) => line.includes('【示例】'))).toContain('2025年3月11日 |      28* | #..... | 红灯');
    expect(lines.slice(1, -1).map(displayWidth)).toEqual(lines.slice(1, -1).map(() => 80));
  });

  test('has borders between rows of several lines', () => {
    const lines = renderTable(simple(), look(24));
    expect(lines.filter((line) => line.startsWith('+'))).toHaveLength(4);
  });

  test('becomes a list when its columns cannot fit', () => {
    const lines = renderTable(PAIRINGS, look(40));
    expect(lines).toContain('牵头支部：内科第二党支部、医技第一党支部');
    expect(lines).toContain('结对单位：合计（去重）');
    expect(lines.every((line) => displayWidth(line) <= 40)).toBe(true);
  });
});

test('colours change nothing but colours', () => {
  const ESC = String.fromCharCode(27);
  const coloured = renderTable(PAIRINGS, look(80, { color: true })).join('\n');
  expect(coloured).toContain(`${ESC}[31m红灯${ESC}[39m`);
  expect(coloured.replaceAll(new RegExp(`${ESC}\\[\\d+m`, 'g'), '')).toBe(renderTable(PAIRINGS, look(80)).join('\n'));
});

test('escapes control characters of a cell', () => {
  const lines = renderTable(simple({ rows: [[cell('红\u001b[2J灯'), number(1)]] }), look(80));
  expect(lines.join('')).toContain('红\\u{1B}[2J灯');
});

describe('any table', () => {
  const content = fc
    .array(
      fc.constantFrom('骨科第二党支部', '，', '（', '）', '“越医', '”', '2025', ' ', 'pairings', '\n', '📊', 'é'),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));
  const tables = fc.integer({ min: 1, max: 12 }).chain((size) =>
    fc.record({
      titles: fc.array(content, { minLength: size, maxLength: size }),
      rows: fc.array(fc.array(content, { minLength: size, maxLength: size }), { maxLength: 5 }),
    }),
  );
  const count = (text: string) => {
    const counts = new Map<string, number>();
    for (const character of text.replace(/[\s│─┌┬┐├┼┤└┴┘]/g, ''))
      counts.set(character, (counts.get(character) ?? 0) + 1);
    return counts;
  };

  test('is never wider than its width and loses no character', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 40, max: 120 }), ({ titles, rows }, width) => {
        const columns = titles.map((title) => ({ title }));
        const table = simple({ columns, rows: rows.map((row) => row.map(cell)) });
        const lines = renderTable(table, look(width, { ascii: false }));
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        const printed = count(lines.join(''));
        for (const [character, times] of count(rows.flat().join(''))) {
          expect(printed.get(character) ?? 0, character).toBeGreaterThanOrEqual(times);
        }
      }),
      { numRuns: 100 },
    );
  });
});
