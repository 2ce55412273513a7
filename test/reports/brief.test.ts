import { describe, expect, test } from 'vitest';
import { FolderReader } from '../../src/files/folder-reader.js';
import { contentText, UNICODE_MARKS } from '../../src/render/inlines.js';
import { buildBrief } from '../../src/reports/brief/brief-document.js';
import { displayWidth } from '../../src/text/width.js';
import { load } from '../../src/workspace/load.js';
import { buildLedger } from '../support/ledger-builder.js';
import { sampleYear } from '../support/sample-year.js';
import { contextOf } from './report-context.js';
import { WORST } from './worst-brief.js';

const rich = (await load(new FolderReader('data', sampleYear()))).ledger;

function tables(document: ReturnType<typeof buildBrief>): readonly (readonly string[][])[] {
  return document.body.flatMap((block) =>
    block.type === 'table' ? [block.rows.map((row) => row.map((cell) => contentText(cell, UNICODE_MARKS)))] : [],
  );
}

describe('the page for the leader', () => {
  const document = buildBrief(contextOf(rich, 2025, '2025-11-30'));
  const [figures = [], matters = [], dates = []] = tables(document);

  test('has three figures with their pace and light', () => {
    expect(figures.map(([name]) => name)).toEqual(['义诊', '中医药文化巡讲', '科普传播']);
    expect(figures[2]).toEqual(['科普传播', '100篇', '87*', '87.0%*', '-2.5*', '黄灯', '略有滞后*']);
  });

  test('lists what needs a decision, red first, with who and by when', () => {
    expect(matters.map(([light]) => light).join()).toMatch(/^(?:红灯,)+(?:黄灯,?)+$/);
    for (const [, , , , ask] of matters) expect(ask).toMatch(/^请\S+\d+月\d+日前定/);
  });

  test('gives the next dates in their order, and one chart', () => {
    expect(dates.map(([date]) => date)).toEqual([
      '2025年12月10日',
      '2025年12月10日',
      '2025年12月12日',
      '2025年12月15日',
      '2025年12月15日',
    ]);
    expect(document.body.filter(({ type }) => type === 'chart')).toHaveLength(1);
    expect(document.body.some(({ type }) => type === 'paragraph')).toBe(false);
  });
});

test('a target has one light, also when its year is over', () => {
  const [figures = [], matters = []] = tables(buildBrief(contextOf(rich, 2025, '2025-12-31')));
  const lights = new Map(figures.map((row) => [row[0], row[5]]));
  const told = matters.filter(([, what]) => lights.has(what ?? ''));
  expect(told.map(([, what]) => what)).toEqual(['义诊', '科普传播']);
  for (const [light, what] of told) expect(light).toBe(lights.get(what ?? ''));
});

test('has no more rows and no wider names in the worst year', () => {
  const [figures = [], matters = [], dates = []] = tables(
    buildBrief(contextOf(buildLedger(WORST), 2025, '2025-11-30')),
  );
  expect([figures.length, matters.length, dates.length]).toEqual([3, 7, 5]);
  for (const [, what = ''] of matters) expect(displayWidth(what)).toBeLessThanOrEqual(24);
  for (const [, what = ''] of dates) expect(displayWidth(what)).toBeLessThanOrEqual(48);
});

test('says that there is nothing yet where nothing is known', () => {
  const { body } = buildBrief(contextOf(buildLedger({}), 2025, '2025-11-30'));
  expect(body.some((block) => block.type === 'paragraph')).toBe(true);
});
