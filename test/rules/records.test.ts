import { describe, expect, test } from 'vitest';
import { check, places } from '../support/memory-reader.js';

const codes = async (files: Record<string, string>): Promise<string[]> => (await check(files)).map(({ code }) => code);

describe('outlier', () => {
  const visits = (...counts: number[]): Record<string, string> => ({
    'activities/new.yaml': counts
      .map(
        (count, index) =>
          `- id: 体检${index}\n  title: 体检\n  date: 2025-04-0${index + 1}\n  types: [健康体检]\n  beneficiaries: ${count}\n`,
      )
      .join(''),
  });

  test.each([
    [[10, 10, 10, 10, 301], 1],
    [[10, 10, 10, 10, 300], 0],
    [[10, 10, 10, 301], 0],
    [[10, 20, 20, 601, 10, 20], 1],
    [[0, 0, 0, 0, 9], 0],
  ])('%j: %d', async (counts, expected) => {
    expect(await codes(visits(...counts))).toHaveLength(expected);
  });
});

describe('declared-total', () => {
  const board = (id: string, complete: boolean): string =>
    `- id: ${id}\n  name: ${id}\n  type: 揭榜挂帅\n  year: 2025\n  program: 揭榜-2025\n${complete ? '  complete: true\n' : ''}`;
  const fact = (id: string, value: number, measure: string, more = ''): string =>
    `- { id: ${id}, year: 2025, label: ${id}, value: ${value}, unit: 项, subject: 揭榜-2025, measure: ${measure}${more} }\n`;
  const tasks = '- { id: 一, board: 甲榜, title: 一 }\n- { id: 二, board: 乙榜, title: 二 }\n';
  const ledger = (boards: string, facts: string) => ({
    'boards/new.yaml': boards,
    'tasks/new.yaml': tasks,
    'facts/new.yaml': facts,
  });

  test('a programme with all boards complete needs as many tasks as declared', async () => {
    const boards = board('甲榜', true) + board('乙榜', true);
    expect(await codes(ledger(boards, fact('榜单数', 2, 'boards') + fact('任务数', 2, 'tasks')))).toEqual([]);
    const found = await check(ledger(boards, fact('榜单数', 2, 'boards') + fact('任务数', 43, 'tasks')));
    expect(places(found)).toEqual(['data/boards/new.yaml:6:13 declared-total']);
    expect(found[0]?.related).toMatchObject([{ file: 'data/facts/new.yaml', line: 2 }]);
  });

  test('is not checked while a board is missing or incomplete, or the number is hedged', async () => {
    const all = board('甲榜', true) + board('乙榜', true);
    const some = board('甲榜', true) + board('乙榜', false);
    const declared = fact('榜单数', 2, 'boards');
    expect(await codes(ledger(all, fact('榜单数', 3, 'boards') + fact('任务数', 43, 'tasks')))).toEqual([]);
    expect(await codes(ledger(some, declared + fact('任务数', 43, 'tasks')))).toEqual([]);
    expect(await codes(ledger(all, declared + fact('任务数', 43, 'tasks', ', bound: 约')))).toEqual([]);
  });

  test('is not checked while tasks cannot be read; an invalid task counts as registered', async () => {
    const boards = board('甲榜', true) + board('乙榜', true);
    const files = ledger(boards, fact('榜单数', 2, 'boards') + fact('任务数', 3, 'tasks'));
    expect(await codes({ ...files, 'tasks/broken.yaml': '- "' })).not.toContain('declared-total');
    expect(await codes({ ...files, 'tasks/third.yaml': '- { id: 三, board: 甲榜 }\n' })).toEqual(['missing-field']);
  });
});

describe('file-year', () => {
  const activity = (date: string, more = ''): string =>
    `- { id: 义诊, title: 义诊, date: ${date}, types: [义诊]${more} }\n`;

  test.each([
    ['activities/2025.yaml', '2025-04-01', ''],
    ['activities/2024-2026.yaml', '2025-04-01', ''],
    ['activities/2025/义诊.yaml', '2025-04-01', ''],
    ['activities/20250401.yaml', '2024-04-01', ''],
    ['activities/2026-01.yaml', '2025-12-31', ', until: 2026-01-02'],
  ])('%s may hold %s%s', async (path, date, more) => {
    expect(await codes({ [path]: activity(date, more) })).toEqual([]);
  });

  test.each([
    ['activities/2025.yaml', '2024-12-31'],
    ['activities/2025.yaml', '2026-01-01'],
    ['activities/2024/03.yaml', '2025-03-01'],
  ])('%s may not hold %s', async (path, date) => {
    expect(await codes({ [path]: activity(date) })).toEqual(['file-year']);
  });
});

describe('solar-term', () => {
  const term = (date: string, more = ''): Record<string, string> => ({
    'activities/new.yaml': `- { id: 义诊, title: 义诊, date: ${date}, types: [义诊], solarTerm: 谷雨${more} }\n`,
  });

  test.each(['2025-04-13', '2025-04-27'])('%s is near 谷雨 (2025-04-20)', async (date) => {
    expect(await codes(term(date))).toEqual([]);
  });

  test.each(['2025-04-12', '2025-04-28', '2025-10-20'])('%s is not', async (date) => {
    expect(await codes(term(date))).toEqual(['solar-term']);
  });

  test('follows the workspace’s limit, the nearest day of several, and the day an activity was moved to', async () => {
    const workspace = 'hospital: 越州医院\nissuer: 越州医院党委\ntimeZone: Asia/Shanghai\npolicies:\n  termDays: 10\n';
    expect(await codes({ ...term('2025-04-10'), 'workspace.yaml': workspace })).toEqual([]);
    expect(await codes(term('2025-04-01', ', until: 2025-04-13'))).toEqual([]);
    expect(await codes(term('2025-04-20', ', events: [{ on: 2025-04-19, step: 改期, to: 2025-05-20 }]'))).toEqual([
      'solar-term',
    ]);
  });

  test('is not checked in a year outside the calendar', async () => {
    expect(await codes(term('1998-01-01'))).toEqual([]);
  });
});

describe('double-entry', () => {
  const activity = (id: string, more: string): string =>
    `- { id: ${id}, title: ${id}, date: 2025-04-01, types: [义诊], ${more} }\n`;

  test.each([
    ['place: 广场', 'place: 广场', 1],
    ['place: 广场', 'place: 文化礼堂', 0],
    ['place: 广场, pairings: [乙社区]', 'place: 广场, pairings: [丙镇]', 0],
    ['place: 广场, pairings: [乙社区]', 'place: 广场, pairings: [丙镇, 乙社区]', 1],
    ['place: 广场, pairings: [乙社区]', 'place: 广场', 1],
    ['place: 广场', 'place: 广场, pairings: [乙社区]', 1],
    ['lead: 甲支部', 'lead: 甲支部', 0],
  ])('%s and %s: %d', async (first, second, count) => {
    expect(await codes({ 'activities/new.yaml': activity('上午', first) + activity('下午', second) })).toHaveLength(
      count,
    );
  });

  const led = (title: string, more: string): string =>
    `- { id: ${title}, title: ${title}, date: 2025-04-01, types: [义诊]${more} }\n`;

  test.each([
    ['the lead and a near title', ', lead: 甲支部', ', lead: 甲支部', 1],
    ['a near title alone', ', lead: 甲支部', ', lead: 丁支部', 0],
    ['the pairing and a near title', ', pairings: [乙社区], lead: 甲支部', ', pairings: [乙社区], lead: 丁支部', 1],
    ['all but the pairing', ', pairings: [乙社区], lead: 甲支部', ', pairings: [丙镇], lead: 甲支部', 0],
    ['a lead that helps with the other', ', lead: 甲支部, assist: [丁支部]', ', lead: 丁支部', 1],
  ])('where a place is not known, %s in common', async (_, first, second, count) => {
    const text = led('春季健康义诊', first) + led('春季义诊', `${second}, place: 广场`);
    expect(await codes({ 'activities/new.yaml': text })).toHaveLength(count);
  });
});

describe('outside-program', () => {
  const activity = (date: string, program = '联建'): string =>
    `- { id: 义诊, title: 义诊, date: ${date}, types: [义诊], program: ${program} }\n`;

  test.each([
    ['2025-01-09', 1],
    ['2025-01-10', 0],
    ['2031-01-10', 0],
  ])('%s in a programme from 2025-01-10 without an end: %d', async (date, count) => {
    expect(await codes({ 'activities/new.yaml': activity(date) })).toHaveLength(count);
  });

  test('without its own start a programme begins with its document, with a year it is that year', async () => {
    const programs =
      '- { id: 甲, title: 甲, source: 越医党〔2025〕2号 }\n- { id: 乙, title: 乙, year: 2025, source: 越医党〔2025〕2号 }\n';
    const of = (date: string, program: string) =>
      codes({ 'programs/new.yaml': programs, 'activities/new.yaml': activity(date, program) });
    expect(await of('2025-01-31', '甲')).toEqual(['outside-program']);
    expect(await of('2025-02-01', '甲')).toEqual([]);
    expect(await of('2025-01-01', '乙')).toEqual([]);
    expect(await of('2026-01-01', '乙')).toEqual(['outside-program']);
  });
});

describe('far-future', () => {
  const held = (date: string, on = date): string =>
    `- { id: 义诊-${date}, title: 义诊, date: ${date}, types: [义诊], events: [{ on: ${on}, step: 已开展 }] }\n`;

  test.each([
    ['2025-03-15', '2026-03-14', 0],
    ['2025-03-15', '2026-03-15', 1],
    ['2027-12-31', '2027-12-31', 0],
    ['2028-01-01', '2028-01-01', 1],
    ['2031-03-15', '2031-03-15', 1],
  ])('an activity of %s held on %s in a ledger of 2025: %d', async (date, on, count) => {
    expect(await codes({ 'activities/new.yaml': held(date, on) })).toHaveLength(count);
  });

  test('activities of every year, or a document of the later year, make it a year of the ledger', async () => {
    const years = [2026, 2028, 2030, 2032].map((year) => held(`${year}-05-01`)).join('');
    expect(await codes({ 'activities/new.yaml': years })).toEqual([]);
    const document = '- { id: 越医党〔2041〕1号, title: 方案, issuer: 越州医院党委, issued: 2041-01 }\n';
    expect(await codes({ 'activities/new.yaml': held('2041-05-01'), 'sources/new.yaml': document })).toEqual([]);
  });

  test('of a ledger with nothing else nothing is said', async () => {
    const found = await check({ 'activities/new.yaml': held('2052-05-01') }, {});
    expect(found.filter(({ code }) => code === 'far-future')).toEqual([]);
  });
});
