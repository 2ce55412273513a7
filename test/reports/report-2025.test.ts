import { expect, test } from 'vitest';
import { runCli, runJson } from '../support/run-cli.js';
import type { ReportJson } from './contracts.js';

const report = await runJson<ReportJson>(['report', '--year', '2025', '--no-sample']);
const textOf = (id: string) => report.sections.find((section) => section.id === id)?.text ?? '';
const whole = report.sections.map(({ title, text }) => `${title}\n${text}`).join('\n');

test('follows the outline’s headings in order, plain where nothing shows what they claim', () => {
  expect(report.sections.map(({ title }) => title)).toEqual([
    '',
    '',
    '一、强化政治引领，开展理论学习',
    '1.理论学习',
    '2.意识形态',
    '二、深化党建联建，开展为民服务',
    '1.联建机制',
    '2.“三百活动”',
    '3.四项行动',
    '三、聚焦改革攻坚，推进融合发展',
    '1.“揭榜挂帅”',
    '2.“一书记一项目”',
    '四、坚持严管厚爱，加强队伍建设',
    '五、驰而不息纠治四风，加强行风建设',
    '六、存在的主要问题',
    '2026年党建工作思路',
    '附件：结对一览',
  ]);
});

test('of what nobody has entered only the plan is told: no 尚未开展, no judging word', () => {
  expect(whole).not.toMatch(/尚未|红灯|滞后|没有按期|均没有|多数|未启动/);
  expect(textOf('三百活动')).toBe('义诊目标100场；中医药文化巡讲目标100场；科普传播目标100篇。');
  expect(textOf('四项行动').split('\n')).toHaveLength(4);
  expect(textOf('联建机制')).not.toMatch(/协议|未登记/);
  expect(textOf('揭榜挂帅')).toBe('“揭榜挂帅”榜单10项、“揭榜挂帅”任务清单43项。');
});

test('the pairings are told in figures: 16 branches, 11 units, 10 leads', () => {
  expect(textOf('联建机制')).toMatch(/16个.*11家.*11对.*10个.*6个/);
});

test('what has no record is 【待补充】, once in each empty section', () => {
  for (const id of ['理论学习', '意识形态', '队伍建设']) expect(textOf(id), id).toBe('【待补充】');
  expect(whole.match(/【待补充】/g)).toHaveLength(5);
});

test('no problem is found where nothing was kept, and no step follows', () => {
  expect([textOf('主要问题'), textOf('工作思路')]).toEqual(['【待补充】', '【待补充】']);
});

test('no problem, praise or zero is invented', () => {
  expect(whole).not.toMatch(/重视不够|不到位|成效显著|显著提升/);
  expect(whole).not.toMatch(/(?<![\d.])0(?:\.0)?(?:场|篇|次|项|个|%|人次)/);
});

test('a year without an outline is told by the built-in one', async () => {
  const { stdout, stderr, code } = await runCli(['report', '--year', '2026', '--no-sample']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('绍兴市中医院2026年度党建工作总结');
  expect(stdout).toContain('一、深化党建联建，开展为民服务');
  const json = await runJson<ReportJson>(['report', '--year', '2026', '--no-sample']);
  expect(json.sections.map(({ id }) => id)).toEqual([
    'notices',
    'opening',
    '党建联建',
    '联建机制',
    '目标任务',
    '各项行动',
    '改革攻坚',
    '作风建设',
    '存在的主要问题',
    '工作思路',
    'appendix-1',
  ]);
});

test('so is a year of which the ledger knows nothing', async () => {
  const json = await runJson<ReportJson>(['report', '--year', '1999', '--no-sample', '--quiet']);
  expect(json.sections.map(({ text }) => text).join('')).not.toMatch(/登记|台账/);
  expect(json.sections.map(({ text }) => text).join('')).toContain('【待补充】');
});
