import { expect, test } from 'vitest';
import { reportContract } from '../../src/render/report-contract.js';
import { DOCUMENT } from './sample-document.js';

const report = JSON.parse(JSON.stringify(reportContract(DOCUMENT, 2025)));

test('carries what the contract of version 1 names, in its order', () => {
  expect(Object.keys(report)).toEqual(['version', 'title', 'year', 'asOf', 'sample', 'sections', 'figures']);
  expect(report).toMatchObject({
    version: 1,
    title: '绍兴市中医院2025年度党建工作总结',
    year: 2025,
    asOf: '2025-12-31',
    sample: 2,
  });
});

test('opens a section at each heading, and names what has none', () => {
  expect(report.sections.map((section: { id: string; title: string }) => [section.id, section.title])).toEqual([
    ['notices', ''],
    ['opening', ''],
    ['linkage', '一、深化党建联建，为民服务更加贴心'],
    ['hundred', '1.“三百活动”'],
    ['appendix-1', '附件：榜单任务明细'],
  ]);
});

test('gives tables as lines with tabs: title, heading, rows, total, notes', () => {
  const lines = report.sections[3].text.split('\n');
  expect(lines.slice(1, 3)).toEqual(['表1　党建联建结对情况', '结对单位\t牵头支部\t签订日期\t活动场次\t进度\t亮灯']);
  expect(lines.slice(4)).toEqual([
    '柯桥区平水镇中心卫生院\t骨科第二党支部\t2025年4月\t未登记\t\t—',
    '合计（去重）\t\t\t1205\t\t',
    '口径：只计已开展的活动；截至2025年12月31日。',
    '注意：第二段缺少数据【待补充】',
  ]);
});

test('opens every figure down to its records', () => {
  expect(report.figures[1]).toEqual({
    id: 'rate',
    label: '活动场次',
    value: 96.2,
    missing: null,
    bound: null,
    coverage: null,
    unit: '场',
    formula: 'ratio',
    inputs: ['activities@year=2025'],
    records: ['2025-03-15-东湖义诊'],
    sample: false,
  });
});

test('notices are the first section', () => {
  expect(report.sections[0].text).toBe(DOCUMENT.front.notices.join('\n'));
});

test('a document without notices, opening or headings has no empty section', () => {
  const front = { ...DOCUMENT.front, notices: [] };
  expect(reportContract({ ...DOCUMENT, front, body: [], appendices: [] }, 2025).sections).toEqual([]);
});
