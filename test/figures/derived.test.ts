import { describe, expect, test } from 'vitest';
import { recordIds } from '../../src/document/figure.js';
import { Figures } from '../../src/figures/figures.js';
import { recompute } from '../../src/figures/recompute.js';
import { buildLedger, type Drafts, held } from '../support/ledger-builder.js';

const signed = (...sides: ('甲方' | '乙方')[]) => sides.map((side) => ({ side, on: '2025-03-20' }));

const YEAR: Drafts = {
  programs: [
    { id: '越医有爱', from: '2025-03-11', linkages: [{ id: '活动联办' }, { id: '组织联建' }] },
    { id: '揭榜', year: 2025 },
  ],
  branches: [{ id: '内科' }, { id: '外科' }, { id: '骨科' }],
  pairings: [{ id: '东湖', lead: '内科' }, { id: '迪荡', lead: '外科' }, { id: '陶堰' }],
  agreements: [{ id: '协议', pairing: '东湖', signed: signed('甲方', '乙方') }],
  activities: [
    { id: '去年', date: '2024-05-01', events: held('2024-05-01') },
    {
      id: '今年',
      program: '越医有爱',
      pairings: ['东湖'],
      linkages: ['活动联办'],
      beneficiaries: 7,
      events: held('2025-03-15'),
    },
  ],
  meetings: [{ id: '联席', pairings: ['迪荡'], linkages: ['组织联建'] }],
  inspections: ['一', '二', '三'].map((id) => ({
    id,
    problems: [{ category: '态度', text: '生硬' }, ...(id === '一' ? [{ category: '卫生', text: '杂乱' }] : [])],
  })),
  facts: [{ id: '任务数', subject: '揭榜', measure: 'tasks', value: 8 }],
  boards: [{ id: '榜', type: '揭榜挂帅', program: '揭榜' }],
  tasks: [{ id: '任务', board: '榜', events: [{ on: '2025-10-01', step: '结题' }] }],
  targets: [
    { id: '场次', atLeast: 3 },
    { id: '周', per: 'week', atLeast: 1, from: '2025-05-19', until: '2025-06-08', count: { kind: 'inspections' } },
  ],
};

const ledger = buildLedger(YEAR, {
  samples: { agreements: [{ id: '示例协议', pairing: '迪荡', signed: signed('甲方') }] },
});
const figures = new Figures(ledger, '2025-12-31');

describe('a figure made of others', () => {
  test.each<[string, number | null, string]>([
    ['short@target=场次', 2, '场'],
    ['missed@target=周', 2, '场'],
    ['idle-pairings@year=2025', 2, '对'],
    ['idle-pairings@year=2025,branch=内科', 0, '对'],
    ['categories@year=2025', 2, '类'],
    ['recurring@year=2025', 1, '类'],
    ['completion@year=2025,program=揭榜', 12.5, '%'],
    ['last-year@year=2025', 1, '场次'],
    ['growth@year=2025', 0, '%'],
    ['growth@year=2024', null, '%'],
  ])('%s is %s%s, and so is what it lists', (id, value, unit) => {
    const figure = figures.byId(id);
    if (!figure) throw new TypeError(`no figure ${id}`);
    expect([figure.value, figure.unit]).toEqual([value, unit]);
    expect(recompute(figure, figures)).toBe(value);
    expect(figure.id).toBe(id);
  });
});

describe('what a pairing has come to', () => {
  test.each([
    ['履行中（期限未约定）', ['东湖'], false],
    ['待对方签章', ['迪荡'], true],
    ['未登记', ['陶堰'], false],
    ['已到期', [], false],
  ])('%s', (state, ids, sample) => {
    const figure = figures.get('pairings', { year: '2025', state });
    expect([recordIds(figure), figure.sample]).toEqual([ids, sample]);
  });

  test('a sample that decides a state marks the figure', () => {
    expect(figures.get('unagreed', { year: '2025' })).toMatchObject({ value: 1, sample: true });
    expect(figures.get('pairings', { year: '2025' }).sample).toBe(false);
  });

  test('the states of all pairings make up all', () => {
    const states = ['履行中（期限未约定）', '待对方签章', '未登记'];
    const sum = states.reduce((all, state) => all + (figures.get('pairings', { year: '2025', state }).value ?? 0), 0);
    expect(sum).toBe(figures.get('pairings', { year: '2025' }).value);
  });
});

test('one activity’s persons can be opened', () => {
  expect(figures.byId('beneficiaries@activity=今年')).toMatchObject({ value: 7, unit: '人次' });
});
