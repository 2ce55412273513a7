import { describe, expect, test } from 'vitest';
import { check, places } from '../support/memory-reader.js';

const activity = (more: string): string =>
  `- id: 2025-04-01-义诊\n  title: 清明义诊\n  date: 2025-04-01\n  types: [义诊]\n${more}`;

describe('unknown-reference', () => {
  test.each([
    ['骨科二支部', '骨科第二党支部'],
    ['骨科第2党支部', '骨科第二党支部'],
    ['甲党支部', '甲支部'],
  ])('%s: the hint offers %s', async (typed, meant) => {
    const [found] = await check({ 'activities/new.yaml': activity(`  lead: ${typed}\n`) });
    expect(found).toMatchObject({ code: 'unknown-reference', line: 5, column: 9, path: '/0/lead' });
    expect(found?.hint).toContain(`“${meant}”`);
  });

  test('names typed as one are offered one by one, where all of them are known', async () => {
    const hint = async (more: string) => (await check({ 'activities/new.yaml': activity(more) }))[0]?.hint;
    expect(await hint('  joined: [甲支部、丁支部]\n')).toContain('[甲支部, 丁支部]');
    expect(await hint('  joined: [甲支部、丁支]\n')).not.toContain('[');
  });

  test('where nothing is near, the folder is named, or the kind that has the name', async () => {
    const hint = async (lead: string) =>
      (await check({ 'activities/new.yaml': activity(`  lead: ${lead}\n`) }))[0]?.hint;
    expect(await hint('完全无关的名称')).toContain('branches、departments');
    expect(await hint('丙镇卫生院')).toContain('登记在“单位”里');
  });

  test('of a record that its schema refuses the references are told in the same round', async () => {
    const found = await check({ 'activities/new.yaml': activity('  lead: 完全无关的名称\n  beneficiaries: 很多\n') });
    expect(places(found)).toEqual([
      'data/activities/new.yaml:5:9 unknown-reference',
      'data/activities/new.yaml:6:18 wrong-type',
    ]);
  });

  test('but not a name that the schema refuses by itself', async () => {
    const found = await check({ 'activities/new.yaml': activity('  lead: ""\n') });
    expect(found.map(({ code }) => code)).toEqual(['out-of-range']);
  });

  test('offers nothing where no name is near', async () => {
    const [found] = await check({ 'activities/new.yaml': activity('  lead: 完全无关的名称\n') });
    expect(found?.hint).not.toContain('是不是');
  });

  test('an alias is reported by alias-reference instead', async () => {
    const [found, ...others] = await check({ 'activities/new.yaml': activity('  lead: 党建办公室\n') });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'alias-reference', line: 5, column: 9, path: '/0/lead' });
    expect(found?.hint).toContain('“党建办”');
    expect(found?.related).toMatchObject([{ file: 'data/departments/departments.yaml', line: 1, column: 7 }]);
  });

  test('an alias of two things names neither', async () => {
    const departments = '- id: 党务科\n  aliases: [党建办公室]\n  distinctFrom: [党建办]\n';
    const found = await check({
      'departments/new.yaml': departments,
      'activities/new.yaml': activity('  lead: 党建办公室\n'),
    });
    expect(places(found)).toEqual(['data/activities/new.yaml:5:9 unknown-reference']);
  });

  test('a reference may be to either of two kinds', async () => {
    expect(places(await check({ 'activities/new.yaml': activity('  lead: 医务科\n') }))).toEqual([]);
  });

  test("a program's own lists are looked up in that program", async () => {
    const inOther = activity('  program: 揭榜-2025\n  action: 康养行动\n');
    expect(places(await check({ 'activities/new.yaml': inOther }))).toEqual([
      'data/activities/new.yaml:6:11 unknown-reference',
    ]);
  });

  test('an invisible character in a name is reported as such', async () => {
    const found = await check({ 'activities/new.yaml': activity('  lead: "甲支部\\u200b"\n') });
    expect(found.find(({ code }) => code === 'hidden-character')?.message).toContain('U+200B');
    expect(found.map(({ code }) => code)).not.toContain('unknown-reference');
  });

  test('the name of an inherited object member is no record', async () => {
    const found = await check({ 'activities/new.yaml': activity('  lead: constructor\n  program: __proto__\n') });
    expect(places(found)).toEqual([
      'data/activities/new.yaml:5:9 unknown-reference',
      'data/activities/new.yaml:6:12 unknown-reference',
    ]);
  });
});

describe('sample-reference', () => {
  const board = '- id: 示范清单\n  name: 示范清单\n  type: 工作清单\n  year: 2025\n';
  const task = '- id: 示范任务\n  board: 示范清单\n  title: 试填\n';

  test('a sample may refer to samples and to real records', async () => {
    const overrides = {
      'sample/boards/b.yaml': board,
      'sample/tasks/t.yaml': `${task}- id: 示范任务二\n  board: 2025-要点\n  title: 试填\n`,
    };
    expect(places(await check(overrides))).toEqual([]);
  });

  test('a real record may not refer to a sample; the finding shows the sample', async () => {
    const [found] = await check({ 'sample/boards/b.yaml': board, 'tasks/new.yaml': task });
    expect(found).toMatchObject({ code: 'sample-reference', file: 'data/tasks/new.yaml', line: 2, column: 10 });
    expect(found?.related).toMatchObject([{ file: 'data/sample/boards/b.yaml', line: 1, column: 7 }]);
  });

  test("a list inside a sample counts as a sample's too", async () => {
    const program = '- id: 示范项目\n  title: 示范项目\n  linkages:\n    - id: 示范联\n';
    const found = await check({
      'sample/programs/p.yaml': program,
      'meetings/new.yaml': '- id: 会\n  title: 会\n  type: 联席会议\n  date: 2025-03-15\n  linkages: [示范联]\n',
    });
    expect(places(found)).toEqual(['data/meetings/new.yaml:5:14 sample-reference']);
  });
});

describe('duplicate-id', () => {
  test('points at the second and shows the first', async () => {
    const [found] = await check({ 'people/second.yaml': '- id: 钱二\n' });
    expect(found).toMatchObject({ code: 'duplicate-id', file: 'data/people/second.yaml', line: 1, column: 7 });
    expect(found?.related).toMatchObject([{ file: 'data/people/people.yaml', line: 2, column: 7 }]);
  });

  test('two kinds may share an id', async () => {
    expect(places(await check({ 'people/new.yaml': '- id: 甲支部\n' }))).toEqual([]);
  });
});
