import { beforeAll, describe, expect, test } from 'vitest';
import type { Paper } from '../../src/document/paper.js';
import type { Table } from '../../src/document/report-document.js';
import { renderDocx } from '../../src/render/docx/paper.js';
import { renderXlsx } from '../../src/render/xlsx/workbook.js';
import { buildBrief } from '../../src/reports/brief/brief-document.js';
import { cell, DOCUMENT, figure, number, PAIRINGS } from '../render/sample-document.js';
import { contextOf } from '../reports/report-context.js';
import { WORST } from '../reports/worst-brief.js';
import { buildLedger } from '../support/ledger-builder.js';
import { parseCsv } from '../support/parse-csv.js';
import { type PrintedPage, printedPages, sheetsAsCsv } from './convert.js';

/** The type area of GB/T 9704-2012 in points. */
const AREA = { left: 79.4, right: 521.6, top: 104.9, bottom: 742.7 };
const CHARACTER = 15.75;

const settings: Paper['settings'] = {
  fonts: {
    title: 'AR PL UMing CN',
    text: 'AR PL UMing CN',
    heading: 'AR PL UMing CN',
    subheading: 'AR PL KaitiM GB',
    pageNumber: 'AR PL UMing CN',
  },
  to: '各党支部',
  copyTo: ['市卫生健康委党委'],
  printedBy: '党建办',
};
const LONG: Table = {
  type: 'table',
  title: '长表',
  columns: [{ title: '名称' }, { title: '场次', align: 'right' }],
  rows: Array.from({ length: 60 }, (_, index) => [cell('行'.repeat(40)), number(index)]),
  notes: [cell('口径')],
};
const PAPER: Paper = {
  document: {
    ...DOCUMENT,
    front: { ...DOCUMENT.front, notices: [], sample: 0, mark: '内部资料' },
    body: [
      { type: 'heading', id: 'a', level: 1, number: '一、', title: '第一部分' },
      { type: 'paragraph', content: cell('国'.repeat(28 * 70)) },
      {
        type: 'chart',
        title: '各月活动场次',
        categories: [cell('1月'), cell('2月')],
        series: [{ name: '场次', figures: [figure(12), figure(31)] }],
      },
    ],
    appendices: [
      { title: '第一张', body: [LONG] },
      { title: '第二张', body: [PAIRINGS] },
    ],
  },
  settings,
};

/** The lines of the text on a page: between the header and the page number. */
const textOf = ({ lines }: PrintedPage) => lines.filter(({ top, bottom }) => top > 90 && bottom < AREA.bottom + 4);
const pageNumberOf = ({ lines }: PrintedPage) => lines.filter(({ text }) => /^—\d+—$/.test(text)).at(-1);

describe('a draft as LibreOffice prints it', () => {
  let pages: PrintedPage[];

  beforeAll(async () => {
    pages = printedPages('a.docx', await renderDocx(PAPER));
  });

  test('has 22 lines of 28 characters on a page of A4, within the margins', () => {
    const [, second] = pages;
    const lines = textOf(second as PrintedPage);
    expect([second?.width, second?.height].map((size) => Math.round(size ?? 0))).toEqual([595, 842]);
    expect(lines).toHaveLength(22);
    for (const { text, left, right, top, bottom } of lines) {
      expect(text).toBe('国'.repeat(28));
      expect([left > AREA.left - 1, right < AREA.right + 1, top > AREA.top - 1, bottom < AREA.bottom + 4]).toEqual(
        Array(4).fill(true),
      );
    }
  });

  test('says on every page that it is one', () => {
    for (const { lines } of pages) expect(lines[0]?.text).toBe('内部资料送审稿');
  });

  test('numbers its pages outside: odd ones right, even ones left, below the type area', () => {
    for (const [index, page] of pages.entries()) {
      const number = pageNumberOf(page);
      expect(number?.text).toBe(`—${index + 1}—`);
      expect((number?.left ?? 0) > 297).toBe(index % 2 === 0);
      expect(number?.top).toBeGreaterThan(AREA.bottom);
    }
  });

  test('begins each attachment on a page of its own, with its title on the third line', () => {
    const opening = pages.map((page) => textOf(page)).filter(([first]) => /^附件\d$/.test(first?.text ?? ''));
    expect(opening.map(([mark, title]) => [mark?.text, title?.text])).toEqual([
      ['附件1', '第一张'],
      ['附件2', '第二张'],
    ]);
    for (const [mark, title] of opening) {
      expect(mark?.left).toBeCloseTo(AREA.left, -1);
      const lines = ((title?.top ?? 0) - (mark?.top ?? 0)) / 28.95;
      expect([lines > 1.5, lines < 2.6]).toEqual([true, true]);
    }
  });

  test('repeats the head of a table on its pages', () => {
    const withRows = pages.filter(({ lines }) => lines.some(({ text }) => text.startsWith('行行')));
    expect(withRows.length).toBeGreaterThan(1);
    for (const page of withRows) expect(page.lines.map(({ text }) => text)).toContain('名称场次');
  });

  test('ends with 版记 at the foot of the last page, and has it nowhere else', () => {
    const withImprint = pages.filter(({ lines }) => lines.some(({ text }) => text.includes('印发')));
    expect(withImprint).toEqual([pages.at(-1)]);
    const imprint = textOf(pages.at(-1) as PrintedPage).slice(-2);
    expect(imprint.map(({ text }) => text.replaceAll('　', ''))).toEqual([
      '抄送：市卫生健康委党委。',
      '党建办年月日印发',
    ]);
    expect(imprint.map(({ left }) => Math.round(left - AREA.left))).toEqual([14, 14]);
    const distance = AREA.bottom - (imprint.at(-1)?.bottom ?? 0);
    expect([distance > -2, distance < 16]).toEqual([true, true]);
  });

  test('prints the chart’s numbers', () => {
    const all = pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n');
    for (const part of ['各月活动场次', '12', '31', '1月']) expect(all).toContain(part);
  });
});

test('an issued paper begins with its notice on one page, the day four characters from the right', async () => {
  const letterhead = { number: '绍市中医党〔2026〕1号', approved: '2026-01-06' };
  // One that is addressed to somebody is sent as it is: see test/render/docx.test.ts.
  const { to: _, ...front } = PAPER.document.front;
  const document = { ...PAPER.document, front };
  const pages = printedPages('a.docx', await renderDocx({ ...PAPER, document, letterhead }));
  const texts = textOf(pages[0] as PrintedPage).map(({ text }) => text);
  expect(texts.slice(0, 3)).toEqual(['内部资料', '中共绍兴市中医院委员会文件', '绍市中医党〔2026〕1号']);
  const [name, day] = textOf(pages[0] as PrintedPage).slice(-2);
  expect([name?.text, day?.text]).toEqual(['中共绍兴市中医院委员会', '2026年1月6日']);
  expect(Math.abs((day?.right ?? 0) - (AREA.right - 4 * CHARACTER))).toBeLessThan(3);
  expect(textOf(pages[1] as PrintedPage)[0]?.text).toBe('绍兴市中医院2025年度党建工作总结');
});

test('the page for the leader is one page, in the worst year too', async () => {
  for (const errors of [0, 1]) {
    const context = { ...contextOf(buildLedger(WORST), 2025, '2025-11-30'), errors };
    const brief = buildBrief(context);
    const front = { ...brief.front, sample: 1, notices: [...brief.front.notices, '【示例】'.repeat(12)] };
    const pages = printedPages('a.docx', await renderDocx({ document: { ...brief, front }, settings }));
    expect(pages).toHaveLength(1);
    expect(Math.max(...(pages[0]?.lines ?? []).map(({ bottom }) => bottom))).toBeLessThan(842 - 34);
  }
});

test('a workbook has the numbers as numbers, days as days, and runs no formula', async () => {
  const hostile = ['=1+1', '@SUM(A1)', '#REF!', '_x0041_', '<b>', ']]>'];
  const table: Table = {
    type: 'table',
    title: '核对',
    columns: ['数', '率', '日', '字'].map((title) => ({ title })),
    rows: hostile.map((text) => [
      number(15099, { bound: '不少于', sample: true }),
      number(75.8, { unit: '%', decimals: 1 }),
      [{ type: 'date', date: '2025-03-15' }],
      cell(text),
    ]),
    notes: [],
  };
  const [csv = ''] = sheetsAsCsv(await renderXlsx({ body: [table] })).values();
  const [, , ...rows] = parseCsv(csv);
  expect(rows.map(([value, rate, , text]) => [Number(value), rate, text])).toEqual(
    hostile.map((text) => [15099, expect.stringMatching(/^(?:0\.758|75\.8%)$/), text]),
  );
  expect(new Set(rows.map(([, , day]) => day))).toEqual(new Set(['03/15/2025']));
});
