import { describe, expect, test } from 'vitest';
import { blocksText } from '../../src/render/plain-text.js';
import { renderTerminal } from '../../src/render/terminal.js';
import { buildTodo } from '../../src/reports/todo/todo-document.js';
import { displayWidth } from '../../src/text/width.js';
import { buildLedger, type Drafts, entryOf } from '../support/ledger-builder.js';
import { contextOf } from './report-context.js';

const DRAFTS: Drafts = {
  people: [{ id: '王芳' }],
  branches: [{ id: '外科党支部', secretaries: [{ person: '王芳' }] }, { id: '骨科党支部' }],
  departments: [{ id: '医务科' }],
  organizations: [{ id: '东湖中心' }],
  pairings: [{ id: '东湖', partners: ['东湖中心'], lead: '外科党支部' }],
  agreements: [{ id: '东湖-2025', signed: [{ side: '甲方', on: '2025-03-20' }] }],
  boards: [{ id: '要点' }],
  tasks: [
    { id: '方案', due: '2025-06-30', branch: '外科党支部' },
    { id: '科室', due: '2025-06-01', departments: ['医务科'], leaders: ['王芳'] },
    { id: '长期', dueText: '长期', branch: '外科党支部', events: [{ on: '2025-03-01', step: '推进中' }] },
  ],
  activities: [{ id: '夏至讲座', date: '2025-06-20', lead: '外科党支部' }],
};

function todo(asOf: string, branch?: string, drafts: Drafts = DRAFTS) {
  const context = contextOf(buildLedger(drafts), 2025, asOf);
  return buildTodo(context, branch === undefined ? undefined : entryOf(context.ledger, 'branches', branch));
}

const titles = (document: ReturnType<typeof todo>): string[] =>
  document.body.flatMap((block) => (block.type === 'table' ? [block.title] : []));

test('a table for each group that has anything, the late first, and a line for the others', () => {
  const document = todo('2025-07-01');
  expect(document.front.title).toBe('本院2025年待办');
  expect(titles(document)).toEqual(['逾期任务', '待确认活动', '协议']);
  const text = blocksText(document.body);
  expect(text).toContain('共有待办4项：逾期任务2项、待确认活动1项、协议1项。');
  expect(text).toContain('截至2025年7月1日。共2项。');
  expect(text.split('\n').at(-1)).toBe('无待办：临期任务。');
});

test('what the ledger does not hold is not spoken of', () => {
  const text = blocksText(todo('2025-07-01', undefined, {}).body);
  expect(text).toBe('这一年还没有登记可以列入待办的内容。');
});

test('weeks in a row are one row, counted one by one', () => {
  const document = todo('2025-02-02', undefined, {
    targets: [
      {
        id: '督查',
        title: '督查',
        from: '2025-01-06',
        until: '2025-12-31',
        count: { kind: 'inspections' },
        per: 'week',
        atLeast: 1,
      },
    ],
    inspections: [{ id: '一次', date: '2025-01-21' }],
  });
  expect(blocksText(document.body)).toContain(
    '督查\t全院\t2025年1月6—19日\t未完成\n督查\t全院\t2025年1月27日—2月2日\t未完成\n截至2025年2月2日。共3项。',
  );
});

test('the running week is one to act in', () => {
  const target = { from: '2025-01-06', until: '2025-12-31', count: { kind: 'inspections' as const }, atLeast: 1 };
  const running = (per: 'week' | 'month' | 'quarter' | 'year') =>
    blocksText(todo('2025-01-06', undefined, { targets: [{ id: '督查', ...target, per }] }).body);
  expect(running('week')).toContain('督查\t全院\t2025年1月6—12日\t本周未完成');
  expect(running('month')).toContain('督查\t全院\t2025年1月6—31日\t本月未完成');
  expect(running('quarter')).toContain('本季度未完成');
  expect(running('year')).toContain('本年未完成');
});

test.each([
  ['2025-03-18', '春分（3月20日，工作日）'],
  ['2025-04-18', '谷雨（4月20日，休息日）'],
  ['2001-03-18', '春分（3月20日，放假安排未公布）'],
])('on %s the coming day is %s', (asOf, expected) => {
  const programs: Drafts['programs'] & {} = [
    { id: '有爱', from: '2001-01-01', actions: [{ id: '康养', name: '康养行动', bySolarTerms: true }] },
  ];
  const context = contextOf(buildLedger({ programs }), Number(asOf.slice(0, 4)), asOf);
  const text = blocksText(buildTodo(context).body);
  expect(text).toContain(`康养行动\t即将到来\t${expected}`);
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
  expect(titles(todo('2025-07-01', undefined, drafts))).toHaveLength(9);
});

describe('for a branch', () => {
  test('only what concerns it, then a text to send', () => {
    const document = todo('2025-07-01', '外科党支部');
    expect(document.front.title).toBe('本院2025年待办（外科党支部）');
    const [, letter = ''] = blocksText(document.body).split('催报\n');
    expect(letter.split('\n')).toEqual([
      '外科党支部：您好！截至2025年7月1日，贵支部还有以下3项待办，请予协助：',
      '1. 任务“方案”，期限2025年6月30日已过，请告知进展；',
      '2. 活动“夏至讲座”（2025年6月20日）是否已经开展，请核实后告知；',
      '3. 与东湖中心的结对协议，贵支部已于2025年3月20日签章，请联系对方签章。',
      '谢谢！',
    ]);
  });

  test('names no person, and no day that stands in no record', () => {
    const text = blocksText(todo('2025-07-01', '外科党支部').body);
    expect(text).not.toContain('王芳');
    expect(text).not.toContain('医务科');
    expect(text).not.toContain('长期');
    expect(text.match(/\d+月\d+日/g)).not.toContain('7月7日');
  });

  test('with nothing to see to gets no text', () => {
    const text = blocksText(todo('2025-07-01', '骨科党支部').body);
    expect(text).toContain('没有待办。');
    expect(text).not.toContain('催报');
  });

  test('is asked to sign where the other side has', () => {
    const agreements: Drafts['agreements'] & {} = [{ id: '东湖-2025', signed: [{ side: '乙方', on: '2025-03-20' }] }];
    expect(blocksText(todo('2025-07-01', '外科党支部', { ...DRAFTS, agreements }).body)).toContain(
      '对方已于2025年3月20日签章，请贵支部签章',
    );
  });
});
