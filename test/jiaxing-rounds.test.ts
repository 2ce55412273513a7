import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { displayWidth } from '../src/text/width.js';
import type { ReportJson } from './reports/contracts.js';
import { REPOSITORY, runCli, runJson } from './support/run-cli.js';

/** The second hospital's ledger with an illustrative quarter of requests and rounds, which its article has no numbers of. */
const FIXTURE = join(REPOSITORY, 'test/fixtures/jiaxing');
const cwd = mkdtempSync(join(tmpdir(), 'yueyi-jiaxing-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
cpSync(join(FIXTURE, 'data'), join(cwd, 'data'), { recursive: true });
cpSync(join(FIXTURE, 'sample'), join(cwd, 'data/sample'), { recursive: true });

const QUARTER = ['progress', '--period', '2024-Q2', '--by', '点单'];
const printed = async (...args: readonly string[]) => (await runCli(args, { cwd })).stdout;
/** The rows of a table, without borders: a line each, cells divided by a stroke. */
const table = (text: string, title: string): readonly string[] =>
  (new RegExp(`^${title}\n([\\s\\S]*?)\n└`, 'm').exec(text)?.[1] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('│'))
    .map((line) => line.slice(1, -1).replace(/\s+/g, ''));

test('there is no finding in the quarter', async () => {
  const { summary } = await runJson<{ summary: object }>(['validate'], { cwd });
  expect(summary).toMatchObject({ errors: 0, warnings: 0 });
});

describe('progress --by 点单', () => {
  test('counts requests by who ordered and how soon they were answered', async () => {
    expect(table(await printed(...QUARTER), '点单').slice(1)).toEqual([
      '嘉北街道友谊社区│1*│1*│0*│3.0*│1*',
      '【示例】解放甲社区│2*│1*│1*│6.0*│0*',
      '【示例】塘汇丙社区│1*│1*│0*│11.0*│0*',
      '合计│4*│3*│1*│6.7*│1*',
    ]);
  });

  test('holds the plan of rounds by place, month and department against what was held there', async () => {
    expect(table(await printed(...QUARTER), '巡诊计划')).toEqual([
      '月份│地点│科室│计划│已开展',
      '4月│【示例】解放甲社区│康复科│1*│1*',
      '5月│【示例】解放甲社区│康复科│1*│1*',
      '5月│【示例】解放乙社区│针灸科│2*│1*',
      '6月│【示例】解放甲社区│康复科│1*│0*',
      '6月│【示例】塘汇丙社区│中医内科│1*│0*',
    ]);
    expect(table(await printed(...QUARTER, '--as-of', '2024-05-31'), '巡诊计划').slice(4)).toEqual([
      '6月│【示例】解放甲社区│康复科│1*│—',
      '6月│【示例】塘汇丙社区│中医内科│1*│—',
    ]);
  });

  test('covers communities and residents, of some of which the number is unknown, and counts consultations', async () => {
    const stdout = await printed(...QUARTER);
    expect(table(stdout, '覆盖')).toEqual([
      '项目│服务到的│登记的',
      '社区│3个*│4个*',
      '居民│不少于17800人*│不少于29100人*',
      '联合诊治│2场次*│—',
    ]);
    for (const line of stdout.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
  });

  test('every number opens', async () => {
    for (const id of [
      'requests@year=2024,period=2024-Q2,type=示例-解放甲社区,state=未答复',
      'mean-answer-days@year=2024,period=2024-Q2,type=示例-解放甲社区',
      'communities-served@year=2024,period=2024-Q2',
      'residents',
      'visits@year=2024,type=嘉北街道友谊社区',
      'goal@target=示例-巡诊-解放甲社区,cell=2024-05',
    ]) {
      const { stderr, code } = await runCli(['explain', id], { cwd });
      expect([id, stderr, code]).toEqual([id, '', 0]);
    }
  });

  test('without the quarter says that there is nothing', async () => {
    expect(await printed(...QUARTER, '--no-sample')).toContain('这段时间还没有登记点单和巡诊计划。');
  });
});

test('a request is judged as seen on the day', async () => {
  const count = async (day: string) =>
    table(await printed('progress', '--year', '2024', '--by', '点单', '--as-of', day), '点单').at(-1);
  expect(await count('2024-04-04')).toBe('合计│1*│0*│1*│—│0*');
  expect(await count('2024-04-05')).toBe('合计│1*│1*│0*│3.0*│0*');
});

test('the report has a section of it, and is silent without', async () => {
  const section = async (...args: readonly string[]) => {
    const { sections } = await runJson<ReportJson>(['report', '--year', '2024', ...args], { cwd });
    return sections.find(({ id }) => id === '红色驿')?.text ?? '';
  };
  expect(await section()).toContain(
    '社区点单4单*，已答复3单*，平均6.7天*答复，已办结1单*。服务到社区3个*，惠及居民不少于17800人*。与社区家庭医生开展联合诊治2场次*。',
  );
  expect(await section('--no-sample')).not.toMatch(/社区点单\d|服务到社区/);
});
