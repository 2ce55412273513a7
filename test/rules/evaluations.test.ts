import { expect, test } from 'vitest';
import { check, places } from '../support/memory-reader.js';

const evaluation = (by: string, more: { period?: string; date?: string } = {}): string => {
  const { period = '2025-H1', date = '2025-07-08' } = more;
  return `- id: 评估\n  pairing: 乙社区\n  period: ${period}\n  date: ${date}\n  by: [${by}]\n`;
};
const found = async (files: Record<string, string>) => places(await check(files));

test.each([['甲支部'], ['丁支部'], ['乙社区卫生服务中心'], ['越州医院'], ['甲支部, 乙社区党支部']])(
  '%s may evaluate the pairing',
  async (by) => {
    const partner = '- id: 乙社区党支部\n  category: 其他\n  parent: 乙社区卫生服务中心\n';
    expect(await found({ 'evaluations/评估.yaml': evaluation(by), 'organizations/new.yaml': partner })).toEqual([]);
  },
);

test('a partner of another pairing may not', async () => {
  expect(await found({ 'evaluations/评估.yaml': evaluation('甲支部, 丙镇卫生院') })).toEqual([
    'data/evaluations/评估.yaml:5:13 evaluation-party',
  ]);
});

test('one of a past year may be made in the next, and stand in the file of either', async () => {
  const late = evaluation('甲支部', { period: '2025-H2', date: '2026-01-08' });
  for (const year of ['2025', '2026']) expect(await found({ [`evaluations/${year}.yaml`]: late })).toEqual([]);
  expect(await found({ 'evaluations/2024.yaml': late })).toEqual(['data/evaluations/2024.yaml:3:11 file-year']);
});

test('a period that is not written as periods are is refused', async () => {
  for (const period of ['2025年', '2025-Q5', '上半年', '2025-13', '2025-03-01'])
    expect(await found({ 'evaluations/评估.yaml': evaluation('甲支部', { period }) })).toHaveLength(1);
});
