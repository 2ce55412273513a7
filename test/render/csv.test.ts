import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/document/figure.js';
import type { Cell, Table } from '../../src/document/report-document.js';
import { renderCsv } from '../../src/render/csv.js';
import { parseCsv } from '../support/parse-csv.js';

const word = (text: string): Cell => [{ type: 'text', text }];

function tableOf(...rows: Cell[][]): Table {
  const columns = (rows[0] ?? []).map((_, index) => ({ title: `第${'一二三四五六'[index]}列` }));
  return { type: 'table', title: '表', columns, rows, notes: [word('注')] };
}

function figure(value: number | null, more: Partial<Figure> = {}): Figure {
  return {
    id: 'x',
    label: '数',
    value,
    unit: '人次',
    formula: 'fact',
    inputs: [],
    records: () => [],
    sample: false,
    ...more,
  };
}

describe('a table as CSV', () => {
  test('begins with a byte order mark, ends every line with CRLF, has Chinese headings and no notes', () => {
    expect(renderCsv(tableOf([word('东湖'), word('义诊')]))).toBe('\ufeff第一列,第二列\r\n东湖,义诊\r\n');
  });

  test('keeps commas, quotes and line feeds inside a cell', () => {
    const hostile = ['甲,乙', '说“好”和"好"', '第一行\n第二行', ' 前后空格 ', '，全角'];
    expect(parseCsv(renderCsv(tableOf(hostile.map(word))))[1]).toEqual(hostile);
  });

  test.each([
    ...['=1+1', '+86', '-1', '@SUM(A1)', '＝1+1', '＋1'],
    ...['\n=1+1', ' =1+1', '\u00a0=1+1', '\u3000@SUM(A1)', ' \n -1'],
  ])('never makes a formula of %s', (text) => {
    expect(parseCsv(renderCsv(tableOf([word(text)])))[1]).toEqual([`'${text}`]);
  });

  test('shows control characters instead of writing them', () => {
    const [, row] = parseCsv(renderCsv(tableOf([word('甲\u0007乙\u001b[31m'), word('\t=1')])));
    expect(row).toEqual(['甲\\u{07}乙\\u{1B}[31m', '\\t=1']);
  });

  test('an invisible character before a formula does not hide it', () => {
    const [, row] = parseCsv(renderCsv(tableOf([word('\u00ad=1'), word('\u200b+1'), word('\u3164@A')])));
    expect(row?.filter((cell) => /^[^\\']/.test(cell))).toEqual([]);
  });

  test('writes numbers and days for machines, unknown numbers in words, hedged ones with their hedge', () => {
    const row: Cell[] = [
      [{ type: 'figure', figure: figure(86, { sample: true }), unit: true }],
      [{ type: 'figure', figure: figure(-3, { decimals: 1 }) }],
      [{ type: 'date', date: '2025-03-15' }],
      [{ type: 'figure', figure: figure(null, { missing: '暂未统计' }) }],
      [{ type: 'figure', figure: figure(86, { bound: '约' }), unit: true }],
      [],
    ];
    expect(parseCsv(renderCsv(tableOf(row)))[1]).toEqual(['86', '-3.0', '2025-03-15', '暂未统计', '约86人次', '']);
  });
});
