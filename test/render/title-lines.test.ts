import { expect, test } from 'vitest';
import { titleLines } from '../../src/render/docx/title-lines.js';

test.each([
  ['绍兴市中医院2025年度党建工作总结', ['绍兴市中医院2025年度党建工作总结']],
  ['绍兴市中医院2025年待办（内科第二党支部）', ['绍兴市中医院2025年待办', '（内科第二党支部）']],
  [
    '中共绍兴市中医院委员会关于印发《绍兴市中医院2025年度党建工作总结》的通知',
    ['中共绍兴市中医院委员会关于印发', '《绍兴市中医院2025年度党建工作总结》', '的通知'],
  ],
  ['开展“护佑健康·医心为民”专题实践活动工作清单', ['开展“护佑健康·医心为民”', '专题实践活动工作清单']],
])('the title %s stands in whole parts', (title, lines) => {
  expect(titleLines(title).split('\n')).toEqual(lines);
});

test('a long title without such places stands in lines of about the same length, and nothing is lost', () => {
  const title = '一二三四五六七八九十'.repeat(3);
  const lines = titleLines(title).split('\n');
  expect(lines.join('')).toBe(title);
  expect(lines.map((line) => line.length)).toEqual([16, 14]);
});
