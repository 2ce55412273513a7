import { describe, expect, test } from 'vitest';
import { check, places } from '../support/memory-reader.js';

const departments = (...names: string[]): string => names.map((name) => `- id: ${name}\n`).join('');
const found = async (...names: string[]): Promise<number> =>
  (await check({ 'departments/new.yaml': departments(...names) })).filter(({ code }) => code === 'near-duplicate')
    .length;

describe('near-duplicate', () => {
  test.each([
    ['坝头村', '坝头山村'],
    ['城东社区', '城东街道社区'],
    ['外联办', '外联办公室'],
    ['护理部', '护理管部'],
  ])('%s and %s may be one', async (first, second) => {
    expect(await found(first, second)).toBe(1);
    expect(await found(second, first)).toBe(1);
  });

  test.each([
    ['骨科第一党支部', '骨科第二党支部'],
    ['骨科党支部', '骨科第二党支部'],
    ['内科支部', '心内科支部'],
    ['外科支部', '儿科支部'],
    ['院办', '院务办'],
    ['检验科', '检验科临床病理组'],
  ])('%s and %s are two', async (first, second) => {
    expect(await found(first, second)).toBe(0);
  });

  test('an alias of one record makes no pair with its own', async () => {
    const text = '- id: 外联办\n  aliases: [外联办公室, 外联公室]\n';
    expect(places(await check({ 'departments/new.yaml': text }))).toEqual([]);
  });

  test('two kinds have no near names, nor have two programmes', async () => {
    const programs =
      '- id: 甲\n  title: 甲\n  actions: [{ id: 越医康养 }]\n- id: 乙\n  title: 乙\n  actions: [{ id: 康养家园 }]\n';
    const text = {
      'departments/new.yaml': '- id: 坝头村\n',
      'organizations/new.yaml': '- id: 坝头山村\n  category: 村\n',
    };
    expect(places(await check({ ...text, 'programs/new.yaml': programs }))).toEqual([]);
  });

  test('thousands of names are compared without reaching the timeout of tests', async () => {
    const names = Array.from({ length: 4000 }, (_, index) => `临床${String.fromCharCode(0x4e00 + index)}病区护理单元`);
    expect(await found(...names)).toBe(0);
  });
});
