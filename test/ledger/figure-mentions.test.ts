import { expect, test } from 'vitest';
import { figureMentions, proseNumbers } from '../../src/ledger/figure-mentions.js';

test('a narrative’s figures are found in order', () => {
  expect(
    figureMentions('收到锦旗{2021-锦旗}、感谢信{ 2021-感谢信 }，活动{activities@year=2025,pairing=东湖}。'),
  ).toEqual(['2021-锦旗', '2021-感谢信', 'activities@year=2025,pairing=东湖']);
});

test('numbers typed into a narrative are found with the word after them', () => {
  const found = proseNumbers('收到锦旗157面，参学率100%，退还205,200元。', 2021);
  expect(found.map(({ text }) => text)).toEqual(['157面', '100%', '205,200元']);
});

test('dates, figures and titles are not typed numbers', () => {
  expect(
    proseNumbers(
      '2021年6月2日，1—12月，2021年度{2021-锦旗}，“惠民10条”，《2021年责任清单》，绍市中医党〔2022〕号。',
      2021,
    ),
  ).toEqual([]);
});
