import { describe, expect, test } from 'vitest';
import { Figures } from '../../../src/figures/figures.js';
import { parsePeriod } from '../../../src/figures/period.js';
import { todoItems } from '../../../src/figures/todo/todo-list.js';
import { buildLedger, type Draft } from '../../support/ledger-builder.js';
import { listed } from './todo-items.js';

const programs: readonly Draft<'programs'>[] = [
  {
    id: '越医有爱',
    from: '2025-03-11',
    actions: [
      { id: '康养', bySolarTerms: true, lead: ['外联办'] },
      { id: '升级', bySolarTerms: false },
    ],
  },
];

/** What is empty on 25 April: 清明 04-04 and 谷雨 04-20 lie behind, 春分 03-20 is of another month. */
function empty(activities: readonly Omit<Draft<'activities'>, 'id'>[], asOf = '2025-04-25'): string {
  const held = activities.map((rest, index) => ({
    id: `活动${index}`,
    program: '越医有爱',
    action: '康养',
    events: [{ on: rest.date ?? '2025-03-15', step: '已开展' as const }],
    ...rest,
  }));
  // Somebody keeps activities: without any nothing is known to be missing.
  const drafts = { programs, activities: [...held, { id: '别处', date: '2025-01-02' }] };
  const items = listed('节气节日', drafts, asOf) ?? [];
  return items.map((item) => item.replace(/ \d.*/, '').replace(' 越医有爱·康养·', '')).join(' ');
}

describe('节气节日', () => {
  test('are the days of the month since the program began, with the departments that lead the action', () => {
    expect(empty([])).toBe('空白清明 空白谷雨');
    expect(empty([], '2025-03-31')).toBe('空白春分 即将到来清明');
    expect(empty([], '2025-05-01')).toBe('即将到来立夏');
    const activities = [{ id: '别处', date: '2025-01-02' }];
    expect(listed('节气节日', { programs, activities }, '2025-03-20')).toEqual([
      '空白 越医有爱·康养·春分 2025-03-20 → 外联办',
    ]);
  });

  test('of a part of the year are those of its days, however long ago', () => {
    const figures = new Figures(
      buildLedger({ programs, activities: [{ id: '别处', date: '2025-01-02' }] }),
      '2025-05-25',
    );
    const march = parsePeriod('2025-03');
    const items = march && todoItems(figures, '节气节日', march);
    expect(items?.map(({ occasion }) => occasion)).toEqual(['春分']);
  });

  test('are not called empty where nobody keeps activities', () => {
    const unkept = { workspace: { registers: undefined } as never };
    expect(listed('节气节日', { programs }, '2025-04-28', unkept)).toEqual([
      '即将到来 越医有爱·康养·立夏 2025-05-05 → 外联办',
    ]);
  });

  test('an activity of the action within seven days fills one', () => {
    expect(empty([{ date: '2025-04-11' }])).toBe('空白谷雨');
    expect(empty([{ date: '2025-04-12' }])).toBe('空白清明 空白谷雨');
    expect(empty([{ date: '2025-04-13' }])).toBe('空白清明');
    expect(empty([{ date: '2025-04-04', action: '升级' }])).toBe('空白清明 空白谷雨');
  });

  test('an activity that names one fills that one alone, of whatever action and day', () => {
    expect(empty([{ date: '2025-04-04', solarTerm: '谷雨' }])).toBe('空白清明');
    expect(empty([{ date: '2025-04-20', festival: '清明节', action: '升级' }])).toBe('空白谷雨');
  });

  test('only what was held, or is planned, fills one', () => {
    expect(empty([{ date: '2025-04-04', events: [{ on: '2025-04-03', step: '取消' }] }])).toContain('清明');
    expect(empty([{ date: '2025-04-04', events: [{ on: '2025-03-01', step: '计划' }] }])).toContain('清明');
    expect(empty([{ date: '2025-04-26', events: [{ on: '2025-03-01', step: '计划' }] }])).toBe('空白清明');
  });

  test('what comes within seven days is announced, other good days too', () => {
    expect(empty([], '2025-04-27')).toBe('空白清明 空白谷雨');
    expect(empty([], '2025-04-28')).toBe('空白清明 空白谷雨 即将到来立夏');
    expect(empty([], '2025-05-06')).toContain('即将到来护士节');
    expect(empty([], '2025-05-13')).not.toContain('护士节');
    expect(empty([], '2025-12-30')).toContain('即将到来小寒');
  });

  test('traditional festivals count as terms do, but 中元节 is no occasion', () => {
    expect(empty([], '2025-05-31')).toContain('空白端午节');
    expect(empty([{ date: '2025-05-10', festival: '端午' }], '2025-05-31')).not.toContain('端午');
    expect(empty([], '2025-09-06')).not.toContain('中元节');
  });

  test('are left out without such an action, before its program, or outside the table', () => {
    expect(listed('节气节日', { programs: [{ id: '别的' }] }, '2025-06-01')).toBeNull();
    expect(listed('节气节日', { programs }, '2025-03-10')).toBeNull();
    expect(listed('节气节日', { programs }, '2051-06-01', { year: 2051 })).toBeNull();
  });
});
