import { describe, expect, test } from 'vitest';
import { cleanName, foldName, onlySameName } from '../../src/text/clean-name.js';
import { lacksYear, readTypedDate } from '../../src/text/typed-date.js';
import { readTypedNumber } from '../../src/text/typed-number.js';

describe('a date as offices write it', () => {
  test.each([
    ['2025年3月11日', '2025-03-11'],
    ['2025 年 3 月 11 日', '2025-03-11'],
    ['2025年3月11号', '2025-03-11'],
    ['2025年03月', '2025-03'],
    ['2025年', '2025'],
    ['2025.3.11', '2025-03-11'],
    ['2025/03/11', '2025-03-11'],
    ['2025-3-1', '2025-03-01'],
    ['2025.10', '2025-10'],
    ['２０２５．３．１１', '2025-03-11'],
    ['二〇二五年三月十一日', '2025-03-11'],
    ['二○二五年十月三十一日', '2025-10-31'],
    ['二零二五年十二月二十日', '2025-12-20'],
  ])('%s is %s', (typed, date) => expect(readTypedDate(typed)).toBe(date));

  test.each([
    '3月11日',
    '11/3/2025',
    '2025年2月30日',
    '2025年13月1日',
    '25.3.11',
    '2025年3月中旬',
    '2025.3/11',
    '二〇二五年三月百日',
    '今天',
    '',
    '2025',
    '三十二',
    '2025年3月11日上午',
  ])('%j is not certainly a date', (typed) => expect(readTypedDate(typed)).toBeNull());

  test('a month and a day lack their year', () => {
    expect(['3月11日', '三月十一日', '3.11', '11月'].filter(lacksYear)).toHaveLength(4);
    expect(['2025年3月11日', '2025.3', '11/3/2025', '今天'].filter(lacksYear)).toEqual([]);
  });
});

describe('a number as offices write it', () => {
  test.each([
    ['100', '100', '', false],
    ['100场', '100', '场', false],
    ['100 人次', '100', '人次', false],
    ['１００', '100', '', false],
    ['36,768', '36768', '', false],
    ['1，234，567.5元', '1234567.5', '元', false],
    ['17.2万', '172000', '', true],
    ['0.35万人次', '3500', '人次', true],
    ['1.23456万', '12345.6', '', true],
    ['2亿', '200000000', '', true],
    ['-3', '-3', '', false],
    ['0', '0', '', false],
  ])('%s', (typed, number, unit, rounded) => expect(readTypedNumber(typed)).toEqual({ number, unit, rounded }));

  test.each([
    '100多场',
    '约100',
    '100余',
    '3,68',
    '36,7680',
    '0012',
    '1.2.3',
    '10-20',
    '十几',
    '一百',
    '',
    '百',
    '1e3',
    '100(场)',
    '99999999999999999',
    '100左右',
    '100场以上',
    '２０２５年３月',
  ])('%j is not certainly a number', (typed) => expect(readTypedNumber(typed)).toBeNull());
});

describe('a name typed with spaces, quotation marks or full-width letters', () => {
  test.each([
    ['　柳佳 ', '柳佳'],
    ['“柳佳”', '柳佳'],
    ['「柳佳」', '柳佳'],
    ['ＣＴ室２', 'CT室2'],
    ['“甲”和“乙”', '“甲”和“乙”'],
    ['甲（乙）', '甲（乙）'],
  ])('%j', (typed, name) => expect(cleanName(typed)).toBe(name));

  test('is folded without the spaces within', () => expect(foldName('“柳  佳”')).toBe('柳佳'));

  test('means the one name that differs in nothing else', () => {
    expect(onlySameName('柳  佳', ['柳佳', '柳加'])).toBe('柳佳');
    expect(onlySameName('柳 佳', ['柳加'])).toBeNull();
    expect(onlySameName('柳 佳', ['柳佳', '柳　佳'])).toBeNull();
  });
});
