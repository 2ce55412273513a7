import { describe, expect, test } from 'vitest';
import { check, places } from '../support/memory-reader.js';

const narrative = (text: string): string => `- id: 2025-队伍\n  year: 2025\n  section: 思想引领\n  text: ${text}\n`;

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

describe('wrong-number', () => {
  const held = (count: number): string =>
    Array.from(
      { length: count },
      (_, at) =>
        `- { id: 义诊-${at}, title: 义诊, date: 2025-04-0${at + 1}, types: [义诊], events: [{ on: 2026-01-05, step: 已开展 }] }\n`,
    ).join('');
  const found = async (text: string) =>
    check({ 'activities/new.yaml': held(8), 'narratives/new.yaml': narrative(text) });
  const codes = async (text: string): Promise<string[]> => (await found(text)).map(({ code }) => code);

  // Eight here and one of the base ledger.
  test.each([
    '全年开展义诊13场',
    '2025年共举办义诊活动13场次',
    '坚持便民惠民，全年完成13场义诊',
    '开展活动13场',
    '考评优秀15名',
  ])('%s is not what the ledger has', async (text) => {
    expect(await codes(text)).toEqual(['wrong-number']);
  });

  test('the figure is named, with its value', async () => {
    const [first] = await found('全年开展义诊13场');
    expect(first?.message).toContain('9');
    expect(first?.hint).toContain('{done@target=2025-义诊}');
  });

  test.each([
    ['what the ledger has', '全年开展义诊9场'],
    ['what the target demands', '全年开展义诊10场'],
    ['of a month', '4月开展义诊3场'],
    ['of a part', '全年开展活动多场，其中义诊3场'],
    ['of a branch', '甲支部全年开展义诊3场'],
    ['of a branch in the clause before', '甲支部积极行动，全年开展义诊3场'],
    ['of another year', '2024年开展义诊3场'],
    ['of a plan', '计划开展义诊100场'],
    ['of something else', '开展社区义诊3场'],
    ['of another unit', '义诊服务3人次'],
    ['of nothing named', '共3场'],
  ])('%s: %s is only typed', async (_, text) => {
    expect(await codes(text)).toEqual(['typed-number']);
  });

  test('a typed number that the ledger has is offered as its figure', async () => {
    const hint = async (text: string) => (await found(text))[0]?.hint;
    expect(await hint('全年开展义诊9场')).toContain('{done@target=2025-义诊}');
    expect(await hint('考评优秀12名')).toContain('{2025-考评-优秀}');
    expect(await hint('收到锦旗3面')).toContain('{activities@year=2025}');
  });

  test('nothing is compared while a file cannot be read, or with samples', async () => {
    const text = narrative('全年开展义诊13场');
    const broken = await check({ 'activities/broken.yaml': '- "', 'narratives/new.yaml': text });
    expect(broken.map(({ code }) => code)).not.toContain('wrong-number');
    const samples = await check({ 'sample/activities/new.yaml': held(2), 'narratives/new.yaml': text });
    expect(samples.map(({ code }) => code)).not.toContain('wrong-number');
  });
});

describe('repeated-unit', () => {
  test.each([
    ['考评优秀{2025-考评-优秀}名', 1],
    ['考评优秀{2025-考评-优秀}名名医', 1],
    ['考评优秀{2025-考评-优秀}名医', 0],
    ['考评优秀{2025-考评-优秀}，名次', 0],
    ['活动{activities@year=2025}场次', 1],
    ['完成{percent@target=2025-义诊}%', 1],
    ['义诊{done@target=2025-义诊}场', 1],
    ['义诊{done@target=2025-义诊}多', 0],
  ])('%s: %d', async (text, count) => {
    expect(await codesOf(text)).toHaveLength(count);
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

  test.each([
    ['{activites@year=2025}', '{activities@year=2025}'],
    ['{activites}', '{activities@year=2025}'],
    ['{义诊}', '{done@target=2025-义诊}'],
    ['{2025-义诊}', '{done@target=2025-义诊}'],
    ['{done@target=2025-义珍}', '{done@target=2025-义诊}'],
    ['{activities@yaer=2025,pairing=乙社}', '{activities@year=2025,pairing=乙社区}'],
    ['{什么也不像的数字}', '{activities@year=2025}'],
  ])('for %s %s is offered', async (id, meant) => {
    const [found] = await check({ 'narratives/new.yaml': narrative(`共${id}`) });
    expect(found?.hint).toContain(meant);
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
