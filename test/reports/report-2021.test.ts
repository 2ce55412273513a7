import { describe, expect, test } from 'vitest';
import { runJson } from '../support/run-cli.js';
import type { ReportJson } from './contracts.js';

/**
 * Every figure of 绍市中医党〔2022〕1号, typed from the document. Where it writes 人 for a part of 名 (优秀51人, 高知6人),
 * 一名, or 4年半, the ledger counts in the unit of the whole.
 */
const PRINTED: Readonly<Record<string, readonly string[]>> = {
  三式学习: ['9次', '1名', '3次', '4次', '45次'],
  以赛促学: ['21篇', '232位', '267名', '3名', '2名'],
  庆祝百年: ['5位', '50周年'],
  实践活动: ['10条', '36场次'],
  换届: ['4年半'],
  党务培训: ['1名'],
  党员发展: ['1—12月', '8名', '3名', '5名', '19名', '13名', '6名'],
  标准化建设: ['13个'],
  抗疫: ['12月', '5批次', '229名', '50名', '15名', '3个', '85名'],
  媒体: ['1—12月', '6篇', '21篇', '78篇', '25篇', '11篇', '6期', '2位', '3名'],
  自媒体: ['1—12月', '48期', '309条', '12期', '23条', '591篇'],
  巡察整改: ['40个', '27个', '4个', '36个'],
  医德: [
    '100%',
    '922名',
    '51名',
    '869名',
    '2名',
    '1—12月',
    '157面',
    '67封',
    '114人次',
    '205200元',
    '67人次',
    '127100元',
  ],
};

const report = await runJson<ReportJson>(['report', '--year', '2021']);
/** The document's own text: without the notices of a draft; what the appendix lists is the ledger's. */
const textOf = ({ sections }: ReportJson) =>
  sections.filter(({ id }) => id !== 'notices' && !id.startsWith('appendix'));
const told = textOf(report);
const sections = new Map(report.sections.map((section) => [section.id, section]));

describe('every figure of the document stands in its section', () => {
  const rows = Object.entries(PRINTED).flatMap(([section, amounts]) =>
    amounts.map((amount) => [section, amount] as const),
  );
  test.each(rows)('%s: %s', (section, amount) => {
    // Its unit may stand behind a closing word (13 → 13个), its number not behind a digit (3名 is not in 13名).
    expect(sections.get(section)?.text).toMatch(new RegExp(`(?<![\\d.])${amount.replace('.', '\\.')}`));
  });
});

test('the headings are the document’s, in its order', () => {
  expect(told.map(({ title }) => title)).toEqual([
    '',
    '一、党史学习教育走深走实，工作成效凸显',
    '1.“三式学习”有重点、全覆盖',
    '2.以赛促学提升学习效果',
    '3.庆祝百年华诞感党恩',
    '4.实践活动体现“中医味”',
    '二、意识形态工作抓住关键部位，确保责任到位',
    '1.加强对意识形态工作的领导',
    '2.加强网络意识形态管理',
    '3.加强阵地建设和管理',
    '三、基层组织建设筑牢根基，服务中心工作',
    '1.圆满完成党委、纪委换届',
    '2.加强党务知识培训',
    '3.积极做好党员发展工作',
    '4.开展支部标准化建设',
    '5.探索支部参与科室重要事项决策',
    '6.堡垒筑在抗疫最前沿',
    '四、传播正能量，唱响好声音',
    '1.加强与新闻媒体沟通联系',
    '2.自媒体多途径发声',
    '五、深化清廉医院建设，营造清风正气',
    '1.做好市委巡察的“下半篇文章”',
    '2.强化清廉医院建设综合平台运用',
    '3.加强医德人文教育',
    '六、发挥群团组织作用，促进文明建设',
    '1.加强一线联系沟通',
    '2.发挥群团组织作用',
    '3.开展文明创建工作',
    '2022年党建工作思路',
  ]);
});

test('the appendix lists the ten measures of the year’s list, and nothing else', () => {
  const appendices = report.sections.filter(({ id }) => id.startsWith('appendix'));
  expect(appendices.map(({ title }) => title)).toEqual(['附件：开展“护佑健康·医心为民”专题实践活动工作清单']);
  const lines = appendices[0]?.text.split('\n') ?? [];
  expect(lines[0]).toBe('任务\t责任领导\t责任科室\t期限');
  expect(lines.filter((line) => line.includes('\t'))).toHaveLength(1 + 10);
});

test('the next year’s plan has six points', () => {
  expect(sections.get('工作思路')?.text.split('\n')).toHaveLength(6);
});

test('it is of 31 December 2021 and holds no sample', () => {
  expect(report).toMatchObject({
    title: '绍兴市中医院2021年度党建工作总结',
    year: 2021,
    asOf: '2021-12-31',
    sample: 0,
  });
});

test('nothing is left to be filled in, and the document has no section of problems', () => {
  const text = told.map((section) => section.title + section.text).join('\n');
  expect(text).not.toContain('【待补充】');
  expect(text).not.toMatch(/暂未统计|未登记|存在的主要问题/);
});

test('sums and subsets hold in the figures printed', () => {
  const value = (id: string) => report.figures.find((figure) => figure.id === id)?.value ?? Number.NaN;
  expect(value('2021-医德考评')).toBe(
    value('2021-医德考评-优秀') + value('2021-医德考评-良好') + value('2021-医德考评-不合格'),
  );
  expect(value('2021-巡察问题')).toBe(value('2021-巡察问题-已整改') + value('2021-巡察问题-持续整改'));
  expect(value('2021-党员红包金额')).toBeLessThanOrEqual(value('2021-红包金额'));
});

test('a figure of the document opens to its record', () => {
  expect(report.figures.find(({ id }) => id === '2021-锦旗')).toEqual({
    id: '2021-锦旗',
    label: '收到锦旗',
    value: 157,
    missing: null,
    bound: null,
    coverage: null,
    unit: '面',
    formula: 'fact',
    inputs: [],
    records: ['2021-锦旗'],
    sample: false,
  });
});

test('a document’s year does not change any more once it is over', async () => {
  const late = await runJson<ReportJson>(['report', '--year', '2021', '--as-of', '2023-06-30']);
  expect(textOf(late)).toEqual(told);
});
