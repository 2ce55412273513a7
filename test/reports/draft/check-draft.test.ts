import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/exchange/read-text.js';
import { contentText, UNICODE_MARKS } from '../../../src/render/inlines.js';
import { type CheckedNumber, DraftChecker } from '../../../src/reports/draft/check-draft.js';
import { REPOSITORY } from '../../support/run-cli.js';
import { contextOf, hospitalLedger } from '../report-context.js';

const DRAFT = readFileSync(join(REPOSITORY, 'test/fixtures/drafts/2021.txt'), 'utf8');
const checker = new DraftChecker(contextOf(await hospitalLedger(), 2021), (content) =>
  contentText(content, UNICODE_MARKS),
);
const check = (text: string): readonly CheckedNumber[] => checker.check(readText(text)).numbers;

/** What a text's numbers are found to be: 157面 相符 2021-锦旗. */
const found = (text: string): string[] =>
  check(text).map(({ number, verdict, figure }) => [number.text, verdict, ...(figure ? [figure.id] : [])].join(' '));

const differing = (text: string): string[] =>
  check(text).flatMap(({ verdict, figure, sum }) => (verdict === '不符' ? (figure?.id ?? sum?.kind ?? '') : []));

test('each bound number of a draft changed by one differs, and no other does', () => {
  const bound = check(DRAFT).filter(({ verdict }) => verdict === '相符');
  expect(bound.length).toBeGreaterThanOrEqual(55);
  for (const { number, figure } of bound) {
    const { passage, start, end, text, value } = number;
    const higher = text.replace(/\d[\d.,]*|一|三/, String(Math.floor(value) + 1));
    const line = passage.text.slice(0, start) + higher + passage.text.slice(end);
    expect(differing(DRAFT.replace(passage.text, line)), text).toEqual([figure?.id]);
  }
});

describe('30 drafts with one change each', () => {
  test.each([
    ['课9次', '课8次', []],
    ['专题学习9次', '专题学习8次', ['2021-专题学习']],
    ['由一名成员', '由两名成员', ['2021-每次讲师']],
    ['讲座3次', '讲座三次', []],
    ['讲座3次', '讲座四次', ['2021-专题讲座']],
    ['上党课45次', '上党课４５次', []],
    ['上党课45次', '上党课54次', ['2021-上党课']],
    ['上党课45次', '上党课40余次', []],
    ['上党课45次', '上党课50余次', ['2021-上党课']],
    ['上党课45次', '上党课近50次', []],
    ['推荐21篇', '推荐12篇', ['2021-理论征文']],
    ['232位', '约230位', []],
    ['232位', '223位', ['2021-线上大赛']],
    ['267名', '276名', ['2021-网络竞赛']],
    ['267名', '二百六十七名', []],
    ['5位老党员', '6位老党员', ['2021-在党纪念章']],
    ['惠民10条', '惠民12条', ['2021-惠民措施']],
    ['共36场次', '共38场次', ['2021-服务活动']],
    ['共36场次', '共36场', []],
    ['4年半', '5年', ['2021-回顾年限']],
    ['高知3名', '高知5名', ['2021-高知预备党员']],
    ['高知6人', '高知六名', []],
    ['5批次229名', '5批次292名', ['2021-派出骨干']],
    ['48期309条', '48期390条', ['2021-服务号条数']],
    ['12期23条', '13期23条', ['2021-订阅号期数']],
    ['591（不同', '519（不同', ['2021-内外网信息']],
    ['达100%', '达98%', ['2021-参学率']],
    ['良好869人', '良好896人', ['2021-医德考评-良好']],
    ['205200元', '20.52万元', []],
    ['205200元', '250200元', ['2021-红包金额']],
    ['127100元', '12.17万元', ['2021-党员红包金额']],
    ['锦旗157面', '锦旗150面以上', []],
  ] as const)('%s → %s', (from, to, expected) => {
    expect(differing(DRAFT.replace(from, to))).toEqual(expected);
  });
});

describe('what is of a part is no number of the whole', () => {
  test.each([
    '药剂支部收到锦旗12面。',
    '内科第二党支部表现突出，收到锦旗12面。',
    '上半年，收到锦旗70面。',
    '7月，收到锦旗9面。感谢信3封。',
    '第三季度收到锦旗40面，感谢信9封。',
    '2020年收到锦旗120面。',
    '收到锦旗比上年增加20面。',
    '去年收到锦旗120面。',
    '计划收到锦旗200面。',
    '平均每月收到锦旗13面。',
    '全市系统内收到锦旗1200面。',
    '参加培训的入党积极分子9名。',
    '党支部专题学习156次。',
    '第一时间派出医院骨干30名。',
    '收到锦旗157面，比2020年多12面。',
    '发展预备党员8人，其中女性1人。',
  ])('%s', (text) => {
    expect(found(text).filter((each) => each.includes('不符'))).toEqual([]);
  });

  test('nor what stands under the heading of a branch or of another year, until the next', () => {
    expect(differing('# 标题\n药剂党支部工作总结\n一、成绩\n收到锦旗12面。')).toEqual([]);
    expect(differing('2020年工作总结\n一、成绩\n全年收到锦旗12面。')).toEqual([]);
    expect(differing('药剂党支部工作总结\n按月\n一、成绩\n收到锦旗12面。')).toEqual([]);
    expect(differing('一、药剂党支部\n收到锦旗12面。\n二、全院\n收到锦旗12面。')).toEqual(['2021-锦旗']);
  });
});

describe('no figure at all', () => {
  test.each([
    '绍市中医党〔2021〕18号，2021年6月2日印发，12月31日前完成。',
    '第3期、第二届、三等奖、五位一体、“两个维护”、一支部一品牌、进一步。',
    '电话0575-85112345，时间9:30，6月2日8时。',
    '2021—2025年，十四五期间，二〇二一年六月。',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('sums and parts within a sentence are checked where the text settles them', () => {
  expect(found('甲村来了12名、乙村来了8名，合计21名。').at(-1)).toBe('21名 不符');
  expect(found('甲村来了12名、乙村来了8名，合计20名。').at(-1)).toBe('20名 未绑定');
  expect(found('培训骨干30名，其中女性40名。').at(-1)).toBe('40名 不符');
  expect(found('服务群众30人次（15场中14场有数），其中义诊16场。').join()).not.toContain('不符');
  expect(found('甲村来了12名、乙村来了8名等，合计21名。').at(-1)).toBe('21名 未绑定');
});

test('a number in a wrapped line is found in its own line', () => {
  const wide = `${'　　'}${'学'.repeat(34)}，收到锦旗\n158面，感谢信67封。`;
  expect(check(wide).map(({ place, verdict }) => [place, verdict])).toEqual([
    [2, '不符'],
    [2, '相符'],
  ]);
});

describe('a text without a full stop', () => {
  const LONG = '党员干部认真学习贯彻落实上级精神，'.repeat(60);

  test('keeps few words with each number, and finds all of them', () => {
    const numbers = check(`${LONG}上党课45次，${LONG}推荐21篇理论征文，${LONG}`);
    expect(numbers.map(({ number }) => number.text)).toEqual(['45次', '21篇']);
    for (const { number } of numbers) expect(number.sentence.length).toBeLessThan(600);
    expect(found(`${LONG}上党课45次`)).toEqual(found('上党课45次'));
  });

  test('a number is of the time named last, however far before', () => {
    expect(found(`2020年，${LONG}上党课45次`)).toEqual(found('2020年，上党课45次'));
    expect(found(`2020年，${LONG}2021年，${LONG}上党课45次`)).toEqual(found('上党课45次'));
    expect(found('2021年12月上党课45次')).toEqual(found('12月上党课45次'));
  });
});
