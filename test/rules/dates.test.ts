import { describe, expect, test } from 'vitest';
import { check, places } from '../support/memory-reader.js';

const task = (...events: [on: string, step: string][]): string =>
  `- id: 2025-清单-02\n  board: 2025-清单\n  title: 改进服务\n  events:\n${events.map(([on, step]) => `    - on: ${on}\n      step: ${step}\n`).join('')}`;

describe('event-order', () => {
  test('a step dated before its predecessor is reported at its day, with the predecessor', async () => {
    const found = await check({ 'tasks/new.yaml': task(['2025-06-20', '对账核查'], ['2025-06-19', '验收检查']) });
    expect(places(found)).toEqual(['data/tasks/new.yaml:7:11 event-order']);
    expect(found[0]?.related).toMatchObject([{ file: 'data/tasks/new.yaml', line: 5, column: 11 }]);
  });

  test('two steps on one day are in order', async () => {
    expect(
      places(await check({ 'tasks/new.yaml': task(['2025-06-20', '对账核查'], ['2025-06-20', '验收检查']) })),
    ).toEqual([]);
  });

  test('one day out of place is one finding', async () => {
    const files = task(['2025-06-20', '自查'], ['2025-01-01', '对账核查'], ['2025-06-21', '验收检查']);
    expect(places(await check({ 'tasks/new.yaml': files }))).toEqual(['data/tasks/new.yaml:7:11 event-order']);
  });
});

describe('date-order', () => {
  const program = (from: string, until: string): string =>
    `- id: 联学\n  title: 联学\n  from: ${from}\n  until: ${until}\n`;

  test.each([
    ['2025-03-11', '2025-03-11'],
    ['2025-03', '2025-03-01'],
    ['"2025"', '2025-01-01'],
    ['2025-12-31', '"2025"'],
  ])('from %s until %s may be', async (from, until) => {
    expect(places(await check({ 'programs/new.yaml': program(from, until) }))).toEqual([]);
  });

  test.each([
    ['2025-03-11', '2025-03-10'],
    ['2025-03', '2025-02-28'],
    ['"2025"', '2024-12-31'],
    ['2025-03-01', '"2024"'],
  ])('from %s until %s cannot be', async (from, until) => {
    expect(places(await check({ 'programs/new.yaml': program(from, until) }))).toEqual([
      'data/programs/new.yaml:4:10 date-order',
    ]);
  });
});

describe('closed-branch', () => {
  const branch = (bound: string): string => `- id: 戊支部\n  category: 在职\n  ${bound}\n`;
  const activity = (date: string): string =>
    `- id: 戊支部义诊\n  title: 义诊\n  date: ${date}\n  types: [义诊]\n  lead: 戊支部\n`;

  test.each([
    ['opened: 2024-07', '2024-06-30', ['data/activities/new.yaml:5:9 closed-branch']],
    ['opened: 2024-07', '2024-07-01', []],
    ['opened: 2024-07-15', '2024-07-14', ['data/activities/new.yaml:5:9 closed-branch']],
    ['opened: "2024"', '2023-12-31', ['data/activities/new.yaml:5:9 closed-branch']],
    ['closed: 2025-03', '2025-04-01', ['data/activities/new.yaml:5:9 closed-branch']],
    ['closed: 2025-03', '2025-03-31', []],
    ['closed: "2024"', '2025-01-01', ['data/activities/new.yaml:5:9 closed-branch']],
    ['closed: 2025-03-14', '2025-03-14', []],
  ])('%s, an activity on %s: %j', async (bound, date, expected) => {
    const files = { 'branches/new.yaml': branch(bound), 'activities/new.yaml': activity(date) };
    expect(places(await check(files))).toEqual(expected);
  });

  test('the day an activity was moved to is the one that counts', async () => {
    const moved = `${activity('2025-03-01')}  events:\n    - on: 2025-03-01\n      step: 改期\n      to: 2025-04-02\n`;
    const files = { 'branches/new.yaml': branch('closed: 2025-03'), 'activities/new.yaml': moved };
    expect(places(await check(files))).toEqual(['data/activities/new.yaml:5:9 closed-branch']);
  });
});
