import { describe, expect, test } from 'vitest';
import type { Inline } from '../../src/document/report-document.js';
import { buildAnnual } from '../../src/reports/annual/annual-document.js';
import type { Audience } from '../../src/reports/context.js';
import { CATALOGUE, mainProblems, problemsFound } from '../../src/reports/problems/catalogue.js';
import { addDays } from '../../src/text/calendar-date.js';
import { buildLedger, type Drafts, held } from '../support/ledger-builder.js';
import { contextOf } from './report-context.js';

const numbered = (count: number, name: string) => Array.from({ length: count }, (_, index) => `${name}${index}`);

function contextWith(drafts: Drafts, audience: Audience = 'office', asOf = '2025-12-31') {
  return { ...contextOf(buildLedger(drafts), 2025, asOf), audience };
}

const codes = (drafts: Drafts, audience?: Audience, asOf?: string): string[] =>
  problemsFound(contextWith(drafts, audience, asOf), {}).map(({ code }) => code);

function words(inlines: readonly Inline[] = []): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'figure') return `${inline.figure.value}${inline.figure.unit}`;
      if (inline.type === 'verdict') return inline.figure.word;
      if (inline.type === 'record') return inline.label;
      return inline.type === 'text' ? inline.text : '';
    })
    .join('');
}

/** What triggers each kind of problem, and the same a hair better. */
const weeks = (covered: number) => ({
  targets: [
    {
      id: '督查',
      per: 'week' as const,
      atLeast: 1,
      from: '2025-01-06',
      until: '2025-02-02',
      count: { kind: 'inspections' as const },
    },
  ],
  inspections: numbered(covered, '周').map((id, index) => ({ id, date: addDays('2025-01-06', index * 7) })),
});
const heldTimes = (times: number) => ({
  targets: [{ id: '义诊', atLeast: 10 }],
  activities: numbered(times, '场').map((id) => ({ id, events: held('2025-03-15') })),
});
const projects = (count: number): Drafts => ({
  branches: [{ id: '内科' }, { id: '外科' }],
  boards: [{ id: '项目', type: '一书记一项目' }],
  tasks: ['内科', '外科'].slice(0, count).map((branch) => ({ id: `${branch}项目`, board: '项目', branch })),
  targets: [
    {
      id: '一书记一项目',
      unit: '个支部',
      atLeast: 1,
      each: { kind: 'branches', by: 'branch' },
      count: { kind: 'tasks', where: { 'board.type': '一书记一项目' } },
    },
  ],
});
const task = (due: string): Drafts => ({
  boards: [{ id: '榜', type: '揭榜挂帅' }],
  tasks: [{ id: '任务', board: '榜', due, events: [{ on: '2025-06-01', step: '发榜' as const }] }],
});
const both = [
  { side: '甲方' as const, on: '2025-03-20' },
  { side: '乙方' as const, on: '2025-03-21' },
];
const paired = (sides: number): Drafts => ({
  programs: [{ id: '越医有爱', from: '2025-03-11' }],
  pairings: [{ id: '东湖' }],
  agreements: [{ id: '协议', pairing: '东湖', signed: both.slice(0, sides) }],
  activities: [{ id: '义诊', pairings: ['东湖'], events: held('2025-04-01') }],
});
const idle = (step: '已开展' | '取消'): Drafts => ({
  ...paired(2),
  activities: [{ id: '义诊', pairings: ['东湖'], events: [{ on: '2025-04-01', step }] }],
});
const linked = (count: number): Drafts => ({
  ...paired(2),
  programs: [{ id: '越医有爱', from: '2025-03-11', linkages: [{ id: '活动联办' }, { id: '组织联建' }] }],
  activities: [
    { id: '义诊', program: '越医有爱', pairings: ['东湖'], linkages: ['活动联办'], events: held('2025-04-01') },
  ],
  meetings: [{ id: '联席', pairings: ['东湖'], linkages: ['组织联建'] }].slice(0, count),
});
const found = (rectified: string, due?: string): Drafts => ({
  inspections: [{ id: '督查', problems: [{ category: '态度', text: '生硬', rectified, ...(due ? { due } : {}) }] }],
});
const again = (times: number): Drafts => ({
  inspections: numbered(times, '督查').map((id) => ({
    id,
    problems: [{ category: '态度', text: '生硬', rectified: '2025-06-01' }],
  })),
});
const declared = (closed: number): Drafts => ({
  programs: [{ id: '揭榜', year: 2025 }],
  facts: [{ id: '任务数', subject: '揭榜', measure: 'tasks', value: 10 }],
  boards: [{ id: '榜', type: '揭榜挂帅', program: '揭榜' }],
  tasks: numbered(10, '任务').map((id, index) => ({
    id,
    board: '榜',
    ...(index < closed ? { events: [{ on: '2025-10-01', step: '结题' as const }] } : {}),
  })),
});

describe('a problem stands there only if its figure triggers it', () => {
  test.each<[string, Drafts, Drafts]>([
    ['targets-missed', heldTimes(9), heldTimes(10)],
    ['declared-missed', declared(9), declared(10)],
    ['tasks-overdue', task('2025-12-30'), task('2025-12-31')],
    ['cycles-missed', weeks(3), weeks(4)],
    ['subjects-missed', projects(1), projects(2)],
    ['agreements-open', paired(1), paired(2)],
    ['pairings-idle', idle('取消'), idle('已开展')],
    ['linkages-empty', linked(0), linked(1)],
    ['problems-unrectified', found('2026-01-01'), found('2025-12-31')],
    ['problems-recurring', again(3), again(2)],
  ])('%s', (code, bad, good) => {
    expect(codes(bad)).toEqual([code]);
    expect(codes(good)).toEqual([]);
  });

  test('every kind in the catalogue is tried above', () => {
    expect(CATALOGUE.flat()).toHaveLength(10);
  });

  test('what still has time is no arrear', () => {
    expect(codes(found('2026-02-01', '2026-01-31'))).toEqual([]);
    expect(codes(task('2025-07-01'), 'office', '2025-06-30')).toEqual([]);
    expect(codes(projects(1), 'office', '2025-06-30')).toEqual([]);
  });
});

/** Six problems of different weight. */
const MANY: Drafts = {
  ...projects(1),
  ...idle('取消'),
  agreements: [],
  inspections: numbered(3, '督查').map((id) => ({ id, problems: [{ category: '态度', text: '生硬' }] })),
  targets: [{ id: '义诊', atLeast: 10 }, ...(projects(1).targets ?? [])],
};

describe('the summary tells', () => {
  const context = contextWith(MANY);
  const document = buildAnnual(context);
  const paragraphs = (id: string): string[] => {
    const start = document.body.findIndex((block) => block.type === 'heading' && block.id === id);
    const rest = document.body.slice(start + 1);
    const end = rest.findIndex(({ type }) => type === 'heading');
    return rest
      .slice(0, end === -1 ? rest.length : end)
      .map((block) => (block.type === 'paragraph' ? words(block.content) : ''));
  };

  test('at most four: targets missed, then arrears, then what recurs, then what is not covered', () => {
    expect(problemsFound(context, {}).map(({ code }) => code)).toEqual([
      'targets-missed',
      'problems-unrectified',
      'problems-recurring',
      'pairings-idle',
      'subjects-missed',
    ]);
    expect(paragraphs('存在的主要问题').map((each) => each.slice(0, 2))).toEqual(['一是', '二是', '三是', '四是']);
  });

  test('one step for each in the next year’s part', () => {
    const steps = mainProblems(context, {}).map(({ next }) => words(next));
    expect(paragraphs('工作思路')).toEqual(steps.map((step, index) => `${'一二三四'[index]}、${step}`));
  });

  test('no name, no cause and no effect', () => {
    const told = mainProblems(context, {}).map((problem) => words(problem.told));
    for (const sentence of told) expect(sentence).not.toMatch(/内科|外科|东湖|重视|认识|导致|影响|成效/);
  });
});

test('the clerk’s points are numbered on after the steps', () => {
  const drafts = { ...task('2025-12-30'), narratives: [{ id: '思路', section: '工作思路', text: '抓好队伍建设。' }] };
  const document = buildAnnual(contextWith(drafts));
  const told = document.body.map((block) => (block.type === 'paragraph' ? words(block.content) : ''));
  expect(told.filter((each) => /^[一二]、/.test(each))).toEqual([
    '一、对“揭榜挂帅”逾期任务逐项重排完成时限，办结一项、销号一项。',
    '二、抓好队伍建设。',
  ]);
});

test('a single problem has no number', () => {
  const document = buildAnnual(contextWith(task('2025-12-30')));
  const told = document.body.map((block) => (block.type === 'paragraph' ? words(block.content) : ''));
  expect(told).toContain('“揭榜挂帅”任务中全部逾期未完成，1项中逾期1项。');
});

test('a target of which a little is done has been begun, however small its percent', () => {
  const drafts: Drafts = { ...heldTimes(1), targets: [{ id: '义诊', atLeast: 100_000 }] };
  const [problem] = problemsFound(contextWith(drafts), {});
  expect(words(problem?.told)).toContain('义诊完成1场、差99999场');
  expect(words(problem?.laggards[0]?.due)).toBe('完成率0%');
});

test('days of another year than the report’s say which', () => {
  const quarter = { id: '走访', each: { kind: 'branches' as const }, per: 'quarter' as const, atLeast: 1 };
  const drafts: Drafts = {
    branches: [{ id: '内科' }],
    targets: [{ ...quarter, from: '2024-10-01', until: '2025-03-31' }],
  };
  const dates = problemsFound(contextWith(drafts), {})
    .flatMap(({ laggards }) => laggards.flatMap(({ what }) => what))
    .flatMap((inline) => (inline.type === 'date' ? [[inline.date, inline.short]] : []));
  expect(dates).toEqual([
    ['2024-10-01', false],
    ['2025-01-01', true],
  ]);
});
