import { describe, expect, test } from 'vitest';
import type { Cell, Table } from '../../src/document/report-document.js';
import { appendicesOf } from '../../src/reports/appendices/appendices.js';
import type { Attach } from '../../src/reports/attach-names.js';
import { tasksTables } from '../../src/reports/tables/tasks-table.js';
import { buildLedger, type Drafts, held } from '../support/ledger-builder.js';
import { runCli, runJson } from '../support/run-cli.js';
import { sampleYear } from '../support/sample-year.js';
import type { ReportJson } from './contracts.js';
import { contextOf } from './report-context.js';

const BOTH: Drafts = {
  pairings: [{ id: '东湖' }],
  activities: [{ id: '义诊', pairings: ['东湖'], events: held('2025-03-15') }],
  boards: [
    { id: '甲', name: '甲榜', type: '揭榜挂帅' },
    { id: '乙', name: '乙榜', type: '揭榜挂帅' },
  ],
  tasks: [
    { id: '一', title: '一', board: '甲', events: [{ on: '2025-04-01', step: '发榜' }] },
    { id: '二', title: '二', board: '甲' },
    { id: '三', title: '三', board: '乙' },
  ],
};

const titles = (attach: Attach): readonly string[] =>
  appendicesOf({ ...contextOf(buildLedger(BOTH), 2025), attach }, {}).map(({ title }) => title);

describe('the annexes asked for', () => {
  test.each<[Attach, readonly string[]]>([
    ['none', []],
    ['list', ['结对一览', '揭榜挂帅任务一览']],
    ['all', ['结对一览', '活动一览', '揭榜挂帅任务一览']],
  ])('%s', (attach, expected) => {
    expect(titles(attach)).toEqual(expected);
  });

  test('the list of every activity only with all, in Chinese too', async () => {
    const sections = async (...args: readonly string[]) =>
      (await runJson<ReportJson>(['report', '--year', '2025', ...args], { cwd: sampleYear() })).sections
        .filter(({ id }) => id.startsWith('appendix'))
        .map(({ title }) => title);
    expect(await sections()).toEqual(['附件1：结对一览', '附件2：榜单和任务一览']);
    expect(await sections('--attach', '全部')).toContain('附件2：活动一览');
    expect(await sections('--attach', '无')).toEqual([]);
    expect(await sections('--pairing', '东湖')).toEqual([]);
    expect(await sections('--pairing', '东湖', '--attach', 'all')).toEqual(['附件：活动一览']);
  });

  test('a word that is none of them is refused with those that are', async () => {
    const { code, stderr } = await runCli(['report', '--year', '2025', '--attach', '甲乙丙']);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/没有“甲乙丙”这种附件。\n可用：none（无）、list（清单）或 all（全部）/),
    ]);
  });
});

describe('a list of tasks', () => {
  const tableOf = (drafts: Drafts): Table | undefined =>
    tasksTables(contextOf(buildLedger(drafts), 2025), {}).find(({ rows }) => rows.length > 0);
  const words = (cell: Cell = []): string =>
    cell
      .map((inline) => (inline.type === 'record' ? inline.label : inline.type === 'text' ? inline.text : ''))
      .join('');

  test('names each board once, in a row of its own', () => {
    const rows = tableOf(BOTH)?.rows.map((row) => words(row[0]));
    expect(rows).toEqual(['一、甲榜', '一', '二', '二、乙榜', '三']);
  });

  test('of one board bears its name, and its columns are those of a list of work', () => {
    const table = tableOf({
      people: [{ id: '张三' }],
      departments: [{ id: '医务科' }],
      sources: [{ id: '文' }],
      boards: [{ id: '清单', name: '惠民清单', type: '工作清单' }],
      tasks: [
        { id: '一', board: '清单', leaders: ['张三'], departments: ['医务科'], source: '文' },
        { id: '二', board: '清单', departments: ['医务科'] },
      ],
    });
    expect(table?.title).toBe('惠民清单');
    expect(table?.columns.map(({ title }) => title)).toEqual(['任务', '责任领导', '责任科室', '期限']);
    // Where a document sets no date there is none; where nobody says, nobody has entered it.
    expect(table?.rows.map((row) => [words(row[1]), words(row[3])])).toEqual([
      ['张三', '未约定'],
      ['—', '未登记'],
    ]);
  });
});

test('a programme whose measures are a list tells them, and how far they are', async () => {
  const { stdout } = await runCli(['report', '2021', '--program', '护佑健康医心为民', '--attach', '无']);
  expect(stdout).toMatch(/列出举措10项。\n　　一是发挥中医特色.*（医务科、党建办）。/);
  expect(stdout).toContain('工作清单');
  expect(stdout).not.toContain('揭榜挂帅');
});

test('progress by board names the leaders a document makes answer for each measure', async () => {
  const { stdout } = await runCli(['progress', '2021', '--by', 'board']);
  expect(stdout).toMatch(/责任领导[\s\S]*官莉莉、/);
});
