import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { Cell, Printable, Table } from '../../src/document/report-document.js';
import { sheetNames } from '../../src/render/xlsx/sheet-names.js';
import { renderXlsx } from '../../src/render/xlsx/workbook.js';
import { inTimeZones, officeParts, xmlFaults } from '../support/office-file.js';
import { cell, DOCUMENT, figure, number } from './sample-document.js';

/** The sheets as another library reads them: rows of typed values. */
async function read(document: Printable) {
  const sheets = await readXlsxFile(Buffer.from(await renderXlsx(document)));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

function tableOf(rows: readonly (readonly Cell[])[], more: Partial<Table> = {}): Table {
  const columns = (rows[0] ?? []).map((_, index) => ({ title: `第${'一二三四五六七八'[index]}列` }));
  return { type: 'table', title: '表', columns, rows, notes: [], ...more };
}

/** The rows below the title and the headings. */
async function rowsOf(...rows: readonly (readonly Cell[])[]) {
  return (await read({ body: [tableOf(rows)] })).get('表')?.slice(2);
}

async function partsOf(document: Printable, ids = false) {
  return officeParts(await renderXlsx(document, ids));
}

describe('a cell is read back as', () => {
  test('a number, whatever hedges or marks it, and however its unit is printed', async () => {
    const shown = [
      number(86, { sample: true }),
      number(36768, { bound: '约' }),
      number(-2.5, { decimals: 1 }),
      [{ type: 'figure', figure: figure(12), unit: true } as const],
    ];
    expect(await rowsOf(shown)).toEqual([[86, 36768, -2.5, 12]]);
  });

  test('a share of one, shown in percent', async () => {
    const rate = (value: number) => number(value, { unit: '%', decimals: 1 });
    expect(await rowsOf([rate(91), rate(75.8), rate(0.1), rate(103.3)])).toEqual([[0.91, 0.758, 0.001, 1.033]]);
    const styles = (await partsOf({ body: [tableOf([[rate(91)]])] })).get('xl/styles.xml');
    expect(styles).toContain('formatCode="0.0%"');
  });

  test('a day; a month and a period stay in words, a year is a number', async () => {
    const dates = ['2025-03-15', '2025-03', '2025', '1899-12-31'].map((date): Cell => [{ type: 'date', date }]);
    const period: Cell = [{ type: 'date', date: '2025-03-11', until: '2025-03-31' }];
    expect(await rowsOf([...dates, period])).toEqual([
      [new Date('2025-03-15T00:00:00Z'), '2025年3月', 2025, '1899年12月31日', '2025年3月11—31日'],
    ]);
  });

  test('words where a number is unknown, and nothing where a cell is empty', async () => {
    expect(await rowsOf([number(null, { missing: '未登记' }), [], cell('东湖')])).toEqual([['未登记', null, '东湖']]);
  });

  test('words where a spreadsheet would lose digits', async () => {
    const long = 9_007_199_254_740_991;
    expect(await rowsOf([number(long), number(999_999_999_999_999)])).toEqual([[String(long), 999_999_999_999_999]]);
  });

  test('the rate alone where a bar stands before it', async () => {
    const bar = { type: 'bar', done: figure(91), target: figure(100) } as const;
    expect(await rowsOf([[bar, ...cell(' '), ...number(91, { unit: '%', decimals: 1 })]])).toEqual([[0.91]]);
  });
});

describe('hostile text', () => {
  const HOSTILE = [
    ...['=1+1', '+86', '-1', '@SUM(A1)', '＝1+1', ' =1+1', "'=1"],
    ...['<script>alert(1)</script>', ']]>', '&amp;', '"', '_x0041_', '#REF!', '#N/A', '#备注', 'TRUE', '007', '1e3'],
    ...['第一行\n第二行', ' 前后空格 '],
  ];

  test('stays the text it is', async () => {
    expect(await rowsOf(...HOSTILE.map((text) => [cell(text), cell('尾')]))).toEqual(
      // The reader takes spaces off the ends.
      HOSTILE.map((text) => [text.trim(), '尾']),
    );
  });

  test('is never a formula or an error, and no more so when it is typed again', async () => {
    const parts = await partsOf({ body: [tableOf(HOSTILE.map((text) => [cell(text)]))] });
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).not.toMatch(/<f[ >]|t="(?:e|b|str)"/);
    expect(parts.get('xl/styles.xml')).toContain('formatCode="@"');
  });

  test('with control characters and code points that XML forbids is shown, in titles and notes too', async () => {
    const hostile = '甲\u0000\u0007\u001b[31m\ufffe\ud800乙\u202e<b>&';
    const document: Printable = {
      ...DOCUMENT,
      front: { ...DOCUMENT.front, title: hostile, issuer: hostile, mark: hostile, notices: [hostile] },
      body: [
        { type: 'heading', id: 'x', level: 1, number: '', title: hostile },
        { type: 'paragraph', content: cell(hostile) },
        tableOf([[cell(hostile), number(1, { unit: hostile, bound: '约' })]], {
          title: hostile,
          notes: [cell(hostile)],
        }),
      ],
    };
    for (const [name, part] of await partsOf(document, true)) expect([name, xmlFaults(part)]).toEqual([name, []]);
  });

  test('of a private number is masked, and a text too long for a cell says that it is cut', async () => {
    const [[phone, long] = []] = (await rowsOf([cell('电话13757512345'), cell('长'.repeat(40_000))])) ?? [];
    expect(phone).not.toContain('13757512345');
    expect([String(long).length <= 32_767, String(long).slice(-4)]).toEqual([true, '未写全）']);
  });
});

describe('the sheets', () => {
  test('are one for each table, then one with the text', async () => {
    const sheets = await read(DOCUMENT);
    expect([...sheets.keys()]).toEqual(['表1　党建联建结对情况', '正文']);
    expect(sheets.get('正文')?.flat()).toContain('一、深化党建联建，为民服务更加贴心');
  });

  test('of a document without any table are its text', async () => {
    expect([...(await read({ body: [{ type: 'paragraph', content: cell('只有文字') }] })).keys()]).toEqual(['正文']);
    expect([...(await read({ body: [] })).keys()]).toEqual(['正文']);
  });

  test('tell the sample notice above the headings, and the notes under the total', async () => {
    const rows = (await read(DOCUMENT)).get('表1　党建联建结对情况') ?? [];
    const first = rows.map(([cell]) => cell);
    expect(first[1]).toBe('【示例】本文含有示例数据，不得报送。');
    expect(first.slice(2)).toEqual([
      '结对单位',
      expect.stringMatching(/^【示例】越城区东湖/),
      '柯桥区平水镇中心卫生院',
      '合计（去重）',
      expect.stringMatching(/^口径：/),
    ]);
  });

  test('freeze and filter the heading row, repeat it on A4, and colour the lights by rules', async () => {
    const parts = await partsOf(DOCUMENT);
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/);
    // Three rows above, two of records: the total is not sorted among them.
    expect(sheet).toContain('<autoFilter ref="A3:F5"/>');
    expect(sheet).toMatch(/<pageSetup [^>]*paperSize="9"/);
    expect(sheet).toMatch(/<conditionalFormatting sqref="F4:F5"><cfRule type="cellIs"[^>]*><formula>"红灯"<\/formula>/);
    expect(parts.get('xl/workbook.xml')).toMatch(/_xlnm\.Print_Titles[^<]*<?[^<]*\$3:\$3/);
    expect(sheet).toMatch(/<headerFooter><oddHeader>[^<]*示例/);
  });

  test('carry the ids of their figures only where they are asked for', async () => {
    expect([...(await partsOf(DOCUMENT)).keys()].filter((name) => name.includes('comments'))).toEqual([]);
    const comments = (await partsOf(DOCUMENT, true)).get('xl/comments1.xml');
    expect(comments).toContain('activities@year=2025');
  });

  test('are named as Excel allows, no two alike', () => {
    const long = '一'.repeat(40);
    expect(sheetNames(['a/b:c*d?[e]', '', "'引'", 'History', '表', '表', long, long, 'ABC', 'abc'])).toEqual([
      ...['a b c d e', '表', '引', 'History（2）', '表（2）', '表（3）', '一'.repeat(31), `${'一'.repeat(28)}（2）`],
      ...['ABC', 'abc（2）'],
    ]);
  });
});

test('the file is sound: its parts sorted and well-formed, the same bytes in three time zones', async () => {
  const [first, ...others] = await inTimeZones(() => renderXlsx(DOCUMENT, true));
  for (const other of others) expect(Buffer.compare(Buffer.from(other), Buffer.from(first ?? []))).toBe(0);
  const parts = officeParts(first ?? new Uint8Array());
  const names = [...parts.keys()];
  expect(names).toEqual(['[Content_Types].xml', ...names.slice(1).sort()]);
  for (const [name, part] of parts) expect([name, xmlFaults(part)]).toEqual([name, []]);
});
