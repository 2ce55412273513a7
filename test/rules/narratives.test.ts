import { describe, expect, test } from 'vitest';
import { check, places } from '../support/memory-reader.js';

const narrative = (text: string): string => `- id: 2025-队伍\n  year: 2025\n  section: 清廉建设\n  text: ${text}\n`;

async function codesOf(text: string): Promise<string[]> {
  return places(await check({ 'narratives/new.yaml': narrative(text) })).map((place) => place.split(' ')[1] ?? '');
}

describe('typed-number', () => {
  test.each([
    '2025年6月2日，1—12月，2025年度',
    '印发了越医党〔2025〕2号文件',
    '“惠民10条”和《十项措施（2025）》',
    '考评覆盖{2025-考评}',
    '三次会议、十余场活动',
  ])('%s: no number is typed', async (text) => {
    expect(await codesOf(text)).toEqual([]);
  });

  test.each(['锦旗157面', '参学率96.5%', '受益36,768人次', '开展12场（次）', '共3个'])('%s is', async (text) => {
    expect(await codesOf(text)).toEqual(['typed-number']);
  });
});

describe('unknown-figure', () => {
  test.each(['{2025-考评}', '{activities@year=2025}', '{activities@year=2025,pairing=乙社区}'])(
    '%s is known',
    async (id) => {
      expect(await codesOf(`共${id}`)).toEqual([]);
    },
  );

  test.each([
    '{2025-考平}',
    '{activites@year=2025}',
    '{activities@yaer=2025}',
    '{constructor}',
    '{__proto__@year=2025}',
  ])('%s is not', async (id) => {
    expect(await codesOf(`共${id}`)).toEqual(['unknown-figure']);
  });

  test('the nearest fact is offered', async () => {
    const [found] = await check({ 'narratives/new.yaml': narrative('覆盖{2025-考平}') });
    expect(found?.hint).toContain('{2025-考评}');
  });

  test('a fact that fails its schema may be named', async () => {
    const facts = '- id: 2025-锦旗\n  year: 2025\n  label: 锦旗\n  value: 很多\n  unit: 面\n';
    const found = await check({ 'facts/new.yaml': facts, 'narratives/new.yaml': narrative('收到{2025-锦旗}') });
    expect(places(found)).toEqual(['data/facts/new.yaml:4:10 wrong-type']);
  });

  test('facts are not checked while a file of theirs cannot be read', async () => {
    const found = await check({ 'facts/new.yaml': '- "', 'narratives/new.yaml': narrative('收到{2025-锦旗}') });
    expect(places(found).filter((place) => place.endsWith('unknown-figure'))).toEqual([]);
  });

  test('targets are not checked while a file of theirs cannot be read', async () => {
    const known = await check({ 'narratives/new.yaml': narrative('完成{done@target=2025-义诊}') });
    expect(places(known)).toEqual([]);
    const found = await check({
      'targets/2025.yaml': '- "',
      'narratives/new.yaml': narrative('完成{done@target=2025-义诊}'),
    });
    expect(places(found).filter((place) => place.endsWith('unknown-figure'))).toEqual([]);
  });
});
