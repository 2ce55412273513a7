import { describe, expect, test } from 'vitest';
import { replyDay } from '../../src/calendar/reply-day.js';
import type { Cell } from '../../src/document/report-document.js';
import { contentText, UNICODE_MARKS } from '../../src/render/inlines.js';
import { blocksText } from '../../src/render/plain-text.js';
import { renderTerminal } from '../../src/render/terminal.js';
import { buildTodo } from '../../src/reports/todo/todo-document.js';
import { displayWidth } from '../../src/text/width.js';
import { type BuildOptions, buildLedger, type Drafts, entryOf } from '../support/ledger-builder.js';
import { contextOf, placeOf } from './report-context.js';

const DRAFTS: Drafts = {
  sources: [{ id: '2号文件' }],
  people: [{ id: '王芳' }],
  branches: [{ id: '外科党支部', secretaries: [{ person: '王芳' }] }, { id: '骨科党支部' }],
  departments: [{ id: '医务科' }],
  organizations: [{ id: '东湖中心' }],
  pairings: [{ id: '东湖', partners: ['东湖中心'], lead: '外科党支部' }],
  agreements: [{ id: '东湖-2025', signed: [{ side: '甲方', on: '2025-03-20' }] }],
  boards: [{ id: '要点' }],
  tasks: [
    { id: '方案', due: '2025-06-30', branch: '外科党支部', source: '2号文件' },
    { id: '科室', due: '2025-06-01', departments: ['医务科'], leaders: ['王芳'] },
    { id: '长期', dueText: '长期', branch: '外科党支部', events: [{ on: '2025-03-01', step: '推进中' }] },
  ],
  activities: [{ id: '夏至讲座', date: '2025-06-20', lead: '外科党支部' }],
};

function todo(asOf: string, branch?: string, drafts: Drafts = DRAFTS, options: BuildOptions = {}) {
  const context = contextOf(buildLedger(drafts, options), 2025, asOf);
  const reminding = branch && { branch: entryOf(context.ledger, 'branches', branch), replyBy: replyDay(asOf) };
  return buildTodo(context, placeOf, reminding || undefined);
}

const cellText = (cell: Cell): string => contentText(cell, UNICODE_MARKS);
const titles = (document: ReturnType<typeof todo>): string[] =>
  document.body.flatMap((block) => (block.type === 'table' ? [block.title] : []));

test('what is overdue comes first, then this week, then the rest; a summary of all groups last', () => {
  const document = todo('2025-07-01');
  expect(document.front.title).toBe('本院2025年待办');
  expect(titles(document)).toEqual(['已过期限', '以后', '汇总']);
  const text = blocksText(document.body);
  expect(text).toContain('6月20日\t待确认：夏至讲座（外科党支部）\t夏至讲座 data/activities/');
  expect(text).toContain('合计\t4项\t—\n截至2025年7月1日。');
  expect(text).toContain('临期任务\t0项\t');
  expect(titles(todo('2025-06-30'))).toEqual(['已过期限', '本周', '以后', '汇总']);
});

test('each row has the id of its record, its file and its line', () => {
  const tables = todo('2025-06-30').body.flatMap((block) => (block.type === 'table' ? [block] : []));
  const places = tables.slice(0, -1).flatMap(({ rows }) => rows.map((row) => cellText(row.at(-1) ?? [])));
  expect(places).toHaveLength(4);
  for (const place of places) expect(place).toMatch(/^\S+ data\/\S+:1$/);
});

test('what the ledger does not hold is not spoken of', () => {
  const text = blocksText(todo('2025-07-01', undefined, {}).body);
  expect(text).toBe('这一年还没有登记可以列入待办的内容。');
});

test('where nobody keeps a kind of records it is said once, and nothing is said to be missing', () => {
  const drafts: Drafts = {
    organizations: [{ id: '东湖中心' }],
    programs: [{ id: '有爱', from: '2025-01-01', actions: [{ id: '康养', bySolarTerms: true }] }],
    pairings: [
      { id: '东湖', partners: ['东湖中心'] },
      { id: '迪荡', partners: ['东湖中心'] },
    ],
    targets: [{ id: '督查', atLeast: 1, per: 'week', count: { kind: 'inspections' } }],
  };
  const text = blocksText(todo('2025-07-08', undefined, drafts, { workspace: { registers: undefined } as never }).body);
  expect(text).toContain('这一年没有登记的：结对协议、活动、督查；有没有待办，看不出来。');
  expect(text).not.toMatch(/未登记协议|空白：|未完成：/);
  expect(text).toContain('合计\t0项');
});

const weekly = (per: 'week' | 'month' | 'quarter' | 'year', from = '2025-01-06'): Drafts => ({
  targets: [{ id: '督查', title: '督查', from, until: '2025-12-31', count: { kind: 'inspections' }, per, atLeast: 1 }],
  inspections: [{ id: '一次', date: '2025-01-21' }],
});

test('weeks in a row are one row, counted one by one', () => {
  const text = blocksText(todo('2025-02-02', undefined, weekly('week')).body);
  expect(text).toContain('1月6—19日\t未完成：督查（全院）');
  expect(text).toContain('周期目标\t3项\t');
});

test('the running week is one to act in', () => {
  const running = (per: 'week' | 'month' | 'quarter' | 'year') =>
    blocksText(todo('2025-02-03', undefined, weekly(per, '2025-02-03')).body);
  expect(running('week')).toContain('本周\n日期\t事项\t记录\n2月3—9日\t本周未完成：督查（全院）');
  expect(running('month')).toContain('2月3—28日\t本月未完成：督查（全院）');
  expect(running('quarter')).toContain('本季度未完成');
  expect(running('year')).toContain('本年未完成');
});

test('a meeting that a document wants every quarter is asked of each pairing’s lead', () => {
  const text = blocksText(
    todo('2025-04-01', undefined, {
      branches: [{ id: '外科党支部' }],
      organizations: [{ id: '东湖中心' }],
      pairings: [{ id: '东湖', partners: ['东湖中心'], lead: '外科党支部' }],
      meetings: [{ id: '别处', type: '联席会议', date: '2025-01-10' }],
      targets: [
        {
          id: '联席',
          title: '联席会议',
          from: '2025-01-01',
          until: '2025-12-31',
          count: { kind: 'meetings', where: { type: '联席会议' } },
          each: { kind: 'pairings', by: 'pairings' },
          per: 'quarter',
          atLeast: 1,
        },
      ],
    }).body,
  );
  expect(text).toContain('已过期限\n日期\t事项\t记录\n1月1日—3月31日\t未完成：联席会议：东湖（外科党支部）');
});

test.each([
  ['2025-03-18', '3月20日\t将到（工作日）：春分：康养行动'],
  ['2025-04-18', '4月20日\t将到（休息日）：谷雨：康养行动'],
  ['2001-03-18', '3月20日\t将到（放假未公布）：春分：康养行动'],
])('on %s the coming day is %s', (asOf, expected) => {
  const programs: Drafts['programs'] & {} = [
    { id: '有爱', from: '2001-01-01', actions: [{ id: '康养', name: '康养行动', bySolarTerms: true }] },
  ];
  const context = contextOf(buildLedger({ programs }), Number(asOf.slice(0, 4)), asOf);
  const text = blocksText(buildTodo(context, placeOf).body);
  expect(text).toContain(expected);
});

test.each([40, 80, 120])('no line is wider than %i columns, however long the names', (width) => {
  const long = '走进街道社区卫生服务中心和机关单位的节气养生与适宜技术带教联合服务';
  const drafts: Drafts = {
    ...DRAFTS,
    activities: [{ id: '长', title: long, date: '2025-06-20', lead: '外科党支部', assist: ['骨科党支部'] }],
    tasks: [
      {
        id: '长',
        title: long,
        due: '2025-06-30',
        branch: '外科党支部',
        events: [{ on: '2025-03-01', step: '推进中' }],
        milestones: [{ title: long, due: '2025-07-20' }],
      },
    ],
    inspections: [{ id: '督查', date: '2025-05-26', problems: [{ category: long, text: '情况', due: '2025-06-01' }] }],
    requests: [{ id: '点单', need: long, pairing: '东湖', events: [{ on: '2025-06-01', step: '点单' }] }],
    programs: [{ id: '有爱', from: '2025-01-01', actions: [{ id: '康养', name: long, bySolarTerms: true }] }],
    targets: [
      { id: '周', title: long, atLeast: 1, per: 'week', count: { kind: 'publications' } },
      { id: '支部', title: long, atLeast: 1, each: { kind: 'branches', by: 'lead' } },
    ],
  };
  for (const branch of [undefined, '外科党支部']) {
    const document = todo('2025-07-01', branch, drafts);
    const text = renderTerminal(document, { color: false, ascii: false, width });
    for (const line of text.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(width);
  }
});

describe('for a branch', () => {
  test('only what concerns it, then a text to send: what, by when, to whom and from where', () => {
    const document = todo('2025-07-01', '外科党支部');
    expect(document.front.title).toBe('本院2025年待办（外科党支部）');
    const [, letter = ''] = blocksText(document.body).split('催报\n');
    expect(letter.split('\n')).toEqual([
      '外科党支部：您好！截至2025年7月1日，贵支部还有以下3项待办，请于2025年7月4日（星期五）前办理，并回复党建办：',
      '1. 任务“方案”，期限2025年6月30日已过，请告知进展（依据2号文件）；',
      '2. 活动“夏至讲座”（2025年6月20日）是否已经开展，请核实后告知；',
      '3. 与东湖中心的结对协议，贵支部已于2025年3月20日签章，请联系对方签章。',
      '谢谢支持！',
      '党建办',
      '2025年7月1日',
    ]);
  });

  test('names no person, and nothing of others', () => {
    const text = blocksText(todo('2025-07-01', '外科党支部').body);
    expect(text).not.toContain('王芳');
    expect(text).not.toContain('医务科');
    expect(text).not.toContain('长期');
  });

  test('with nothing to see to gets no text', () => {
    const text = blocksText(todo('2025-07-01', '骨科党支部').body);
    expect(text).toContain('合计\t0项');
    expect(text).not.toContain('催报');
  });

  test('is asked to sign where the other side has', () => {
    const agreements: Drafts['agreements'] & {} = [{ id: '东湖-2025', signed: [{ side: '乙方', on: '2025-03-20' }] }];
    expect(blocksText(todo('2025-07-01', '外科党支部', { ...DRAFTS, agreements }).body)).toContain(
      '对方已于2025年3月20日签章，请贵支部签章',
    );
  });
});
