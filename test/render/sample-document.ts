import type { Figure } from '../../src/document/figure.js';
import type { Cell, Inline, ReportDocument, Table } from '../../src/document/report-document.js';

/** A figure with everything a test does not care about filled in. */
export function figure(value: number | null, more: Partial<Figure> = {}): Figure {
  return {
    id: 'activities@year=2025',
    label: '活动场次',
    value,
    unit: '场',
    formula: 'count',
    inputs: [],
    records: () => [{ kind: 'activities', id: '2025-03-15-东湖义诊' }],
    sample: false,
    ...more,
  };
}

export const text = (content: string): Inline => ({ type: 'text', text: content });
export const cell = (content: string): Cell => [text(content)];
export const number = (value: number | null, more: Partial<Figure> = {}): Cell => [
  { type: 'figure', figure: figure(value, more) },
];

/** A table of pairings with long names, wide punctuation, figures, dates, lights and bars. */
export const PAIRINGS: Table = {
  type: 'table',
  title: '表1　党建联建结对情况',
  columns: [
    { title: '结对单位' },
    { title: '牵头支部' },
    { title: '签订日期' },
    { title: '活动场次', align: 'right' },
    { title: '进度' },
    { title: '亮灯' },
  ],
  rows: [
    [
      [
        {
          type: 'record',
          kind: 'organizations',
          id: '东湖',
          label: '越城区东湖街道社区卫生服务中心（“越医康养”示范点）',
          sample: true,
        },
      ],
      cell('内科第二党支部、医技第一党支部'),
      [{ type: 'date', date: '2025-03-11' }],
      number(28, { sample: true }),
      [{ type: 'bar', done: figure(28), target: figure(100) }],
      [{ type: 'light', light: 'red' }],
    ],
    [
      cell('柯桥区平水镇中心卫生院'),
      cell('骨科第二党支部'),
      [{ type: 'date', date: '2025-04' }],
      number(null, { missing: '未登记' }),
      [{ type: 'bar', done: figure(null), target: figure(100) }],
      [{ type: 'light', light: 'none' }],
    ],
  ],
  total: [cell('合计（去重）'), [], [], number(1205), [], []],
  notes: [[text('口径：只计已开展的活动；截至'), { type: 'date', date: '2025-12-31' }, text('。')]],
};

export const DOCUMENT: ReportDocument = {
  kindNames: { activities: '活动' },
  front: {
    title: '绍兴市中医院2025年度党建工作总结',
    to: '市卫生健康委党委',
    issuer: '中共绍兴市中医院委员会',
    date: '2026-01-05',
    asOf: '2025-12-31',
    sample: 2,
    notices: ['【示例】本文含有示例数据，不得报送。'],
  },
  body: [
    { type: 'paragraph', content: [text('2025年，在市卫生健康委党委的领导下，院党委持续推进“三大工程”。')] },
    { type: 'heading', id: 'linkage', level: 1, number: '一、', title: '深化党建联建，为民服务更加贴心' },
    { type: 'heading', id: 'hundred', level: 2, number: '1.', title: '“三百活动”' },
    {
      type: 'paragraph',
      content: [
        text('组织服务活动'),
        { type: 'figure', figure: figure(28, { sample: true }), unit: true },
        text('，完成率'),
        {
          type: 'figure',
          figure: figure(96.15, { id: 'rate', unit: '%', decimals: 1, formula: 'ratio', inputs: ['a', 'b'] }),
        },
        text('，亮'),
        { type: 'light', light: 'yellow' },
        text('，其中牵头最多的是内科第二党支部，各项活动按照节气有序推进、深受群众欢迎。'),
      ],
    },
    PAIRINGS,
    { type: 'notice', tone: 'warning', content: [text('第二段缺少数据【待补充】')] },
  ],
  appendices: [{ title: '榜单任务明细', body: [{ type: 'paragraph', content: [text('（略）')] }] }],
  figures: [
    figure(28, { sample: true }),
    figure(96.2, { id: 'rate', inputs: ['activities@year=2025'], formula: 'ratio' }),
  ],
};
