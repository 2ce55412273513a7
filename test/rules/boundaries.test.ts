import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/rules/index.js';
import { check, places } from '../support/memory-reader.js';

/** Boundary cases of the rules that no other test covers, found by mutation testing (`npm run mutate`). */

test('the warnings and the locked rules are these', () => {
  const codes = (of: (rule: (typeof RULES)[number]) => boolean): string[] =>
    RULES.filter(of)
      .map(({ problem }) => problem.code)
      .sort();
  expect(codes(({ problem }) => problem.severity === 'warning')).toMatchInlineSnapshot(`
    [
      "agreement-blank",
      "double-entry",
      "evaluation-party",
      "evidence-file",
      "file-year",
      "frozen-records",
      "missing-approval",
      "missing-evidence",
      "missing-liaison",
      "missing-reviews",
      "missing-verification",
      "near-duplicate",
      "outlier",
      "outside-program",
      "quoted-text",
      "repeated-fact",
      "repeated-unit",
      "solar-term",
      "typed-number",
    ]
  `);
  expect(codes(({ locked }) => locked)).toMatchInlineSnapshot(`
    [
      "alias-reference",
      "date-order",
      "duplicate-id",
      "duplicate-item-id",
      "evaluation-early",
      "event-order",
      "facts-subset",
      "facts-sum",
      "frozen-figure",
      "frozen-file",
      "look-alike-id",
      "outline-period",
      "private-number",
      "reference-ring",
      "repeated-evaluation",
      "repeated-outline",
      "sample-reference",
      "step-order",
      "target-condition",
      "unknown-figure",
      "unknown-reference",
      "unknown-step",
    ]
  `);
});

const activity = (rest: string): string =>
  `- id: 2025-04-02-讲座\n  title: 讲座\n  date: 2025-04-02\n  types: [讲座]\n${rest}`;
const of = async (code: string, text: string): Promise<string[]> =>
  places(await check({ 'activities/new.yaml': text })).filter((place) => place.endsWith(` ${code}`));

describe('an activity', () => {
  test.each(['已开展', '签到'])('%s before its own day is out of order', async (step) => {
    const early = activity(`  events:\n    - { on: 2025-04-01, step: ${step} }\n`);
    expect(await of('event-order', early)).toEqual(['data/activities/new.yaml:6:13 event-order']);
  });

  test.each(['2025-04-02', '2025-04-03'])('held on %s is in order', async (on) => {
    expect(await of('event-order', activity(`  events:\n    - { on: ${on}, step: 已开展 }\n`))).toEqual([]);
  });

  test('applied for before its day is in order', async () => {
    expect(await of('event-order', activity('  events:\n    - { on: 2025-04-01, step: 申报 }\n'))).toEqual([]);
  });
});

describe('a lecture', () => {
  const held = (step: string, approved: string): string =>
    activity(`  approval: { on: ${approved}, by: 党建办 }\n  events:\n    - { on: 2025-04-02, step: ${step} }\n`);

  test.each(['已开展', '签到'])('may be approved on the day of its %s, not a day later', async (step) => {
    expect(await of('missing-approval', held(step, '2025-04-02'))).toEqual([]);
    expect(await of('missing-approval', held(step, '2025-04-03'))).toEqual([
      'data/activities/new.yaml:5:19 missing-approval',
    ]);
  });
});

describe('an activity near a solar term', () => {
  const days = (until: string): string =>
    `- id: 2025-04-05-谷雨\n  title: 谷雨义诊\n  date: 2025-04-05\n${until}  types: [义诊]\n  solarTerm: 谷雨\n`;

  test('of several days is as near as its last day', async () => {
    expect(await of('solar-term', days(''))).toEqual(['data/activities/new.yaml:5:14 solar-term']);
    expect(await of('solar-term', days('  until: 2025-04-13\n'))).toEqual([]);
    expect(await of('solar-term', days('  until: 2025-04-12\n'))).toHaveLength(1);
  });
});

describe('many people served', () => {
  const activities = (types: string, beneficiaries: number): string =>
    [
      ...Array.from({ length: 6 }, (_, at) => ['义诊', 10, at] as const),
      ...Array.from({ length: 6 }, (_, at) => ['健康体检', 100, at] as const),
    ]
      .map(
        ([type, people, at]) =>
          `- { id: ${type}-${at}, title: ${type}, date: 2025-05-1${at}, place: 某地, types: [${type}], beneficiaries: ${people} }\n`,
      )
      .join('')
      .concat(
        `- { id: 多, title: 多, date: 2025-06-01, place: 某地, types: [${types}], beneficiaries: ${beneficiaries} }\n`,
      );

  test('are unusual only if they are for every type of the activity', async () => {
    expect(await of('outlier', activities('义诊', 301))).toHaveLength(1);
    expect(await of('outlier', activities('义诊', 300))).toEqual([]);
    expect(await of('outlier', activities('义诊, 健康体检', 301))).toEqual([]);
  });
});

describe('a private number', () => {
  const person = (rest: string): string => `- id: 王五\n  note: 电话 ${'138'}00001111\n${rest}`;
  const found = async (text: string) =>
    (await check({ 'people/new.yaml': text })).filter(({ code }) => code === 'private-number');

  test('is reported on its record, which may excuse it', async () => {
    expect((await found(person(''))).map(({ record, path }) => [record, path])).toEqual([['王五', '/0/note']]);
    const excuse = '  excuse:\n    - { code: private-number, reason: 公开的值班电话, by: 党建办, date: 2025-03-20 }\n';
    expect(await found(person(excuse))).toEqual([]);
  });
});

describe('a declared total', () => {
  const board = '- { id: 新榜, name: 新榜, type: 工作清单, year: 2025, complete: true }\n';
  const fact = (bound: string): string =>
    `- { id: 2025-新榜, year: 2025, label: 新榜任务, value: 3, unit: 项, subject: 新榜, measure: tasks${bound} }\n`;
  const codesOf = async (bound: string): Promise<string[]> =>
    places(await check({ 'boards/new.yaml': board, 'facts/new.yaml': fact(bound) })).filter((place) =>
      place.endsWith(' declared-total'),
    );

  test('is compared with a complete board, unless the document hedges its number', async () => {
    expect(await codesOf('')).toHaveLength(1);
    expect(await codesOf(', bound: 约')).toEqual([]);
  });

  test('is not reached by samples', async () => {
    const tasks = ['甲', '乙', '丙'].map((id) => `- { id: ${id}, board: 新榜, title: ${id} }\n`).join('');
    const files = { 'boards/new.yaml': board, 'facts/new.yaml': fact('') };
    const codes = async (folder: string) =>
      (await check({ ...files, [`${folder}tasks/new.yaml`]: tasks })).map(({ code }) => code);
    expect(await codes('')).not.toContain('declared-total');
    expect(await codes('sample/')).toContain('declared-total');
  });
});

test('names are near only within one category', async () => {
  const named = async (category: string): Promise<string[]> =>
    places(
      await check({
        'organizations/new.yaml': `- { id: 友谊社区, category: 社区 }\n- { id: 友谊新社区, category: ${category} }\n`,
      }),
    ).filter((place) => place.endsWith(' near-duplicate'));
  expect(await named('社区')).toHaveLength(1);
  expect(await named('团体')).toEqual([]);
});
