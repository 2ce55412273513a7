import { describe, expect, test } from 'vitest';
import type { Table } from '../../src/document/report-document.js';
import { recompute } from '../../src/figures/recompute.js';
import { contentText, UNICODE_MARKS } from '../../src/render/inlines.js';
import { buildProgress } from '../../src/reports/progress/progress-document.js';
import type { ViewName } from '../../src/reports/progress/view-names.js';
import { buildLedger, type Drafts, held } from '../support/ledger-builder.js';
import { contextOf, hospitalLedger } from './report-context.js';

type Type = '义诊' | '讲座';

const activity = (date: string, action: string, type: Type = '义诊') => ({
  id: `${date}${action}`,
  date,
  types: [type] as [Type],
  program: '越医有爱',
  action,
  events: held(date),
});

/** An action of both years, one of this year alone, and a target on the same days of both. */
const TWO_YEARS: Drafts = {
  programs: [{ id: '越医有爱', from: '2024-01-01', actions: [{ id: '康养' }, { id: '传承' }] }],
  targets: [
    { id: '义诊', from: '2025-03-01', until: '2025-12-31', atLeast: 10 },
    { id: '督查', count: { kind: 'inspections' }, per: 'month', atLeast: 1, unit: '月次' },
  ],
  activities: [
    ...['2024-02-01', '2024-03-01', '2024-09-01'].map((date) => activity(date, '康养')),
    ...['2025-02-01', '2025-03-01', '2025-04-01', '2025-08-01'].map((date) => activity(date, '康养')),
    activity('2025-05-01', '传承'),
  ],
};

function compared(drafts: Drafts, view?: ViewName, asOf = '2025-12-31'): string[][] {
  const { body } = buildProgress(contextOf(buildLedger(drafts), 2025, asOf), view);
  const tables = body.filter((block): block is Table => block.type === 'table' && block.title === '与上年同期比较');
  return tables.flatMap(({ rows }) => rows.map((row) => row.map((cell) => contentText(cell, UNICODE_MARKS))));
}

describe('the year beside the year before, in progress', () => {
  test('activities and targets, each on the same days', () => {
    expect(compared(TWO_YEARS)).toEqual([
      ['服务活动', '5', '3', '+66.7%'],
      ['义诊', '4', '2', '+100.0%'],
      ['督查', '0', '不可比', '不可比（逐格计的目标）'],
    ]);
    expect(compared(TWO_YEARS, undefined, '2025-06-30').slice(0, 2)).toEqual([
      ['服务活动', '4', '2', '+100.0%'],
      ['义诊', '3', '1', '+200.0%'],
    ]);
  });

  test('actions and months, with the reason where one cannot be compared', () => {
    expect(compared(TWO_YEARS, 'action')).toEqual([
      ['康养', '4', '3', '+33.3%'],
      ['传承', '1', '0', '不可比（上年没有）'],
      ['服务活动', '5', '3', '+66.7%'],
    ]);
    const months = compared(TWO_YEARS, 'month');
    expect(months[1]).toEqual(['2月', '1', '1', '+0.0%']);
    expect(months[3]).toEqual(['4月', '1', '0', '不可比（上年没有）']);
    expect(months[8]).toEqual(['9月', '0', '1', '-100.0%']);
  });

  test('other types of activities are not comparable in all, but each action is', () => {
    const more = {
      ...TWO_YEARS,
      activities: [...(TWO_YEARS.activities ?? []), activity('2025-10-01', '传承', '讲座')],
    };
    const rows = compared(more, 'action');
    expect(rows[0]?.[3]).toBe('+33.3%');
    expect(rows[2]).toEqual(['服务活动', '6', '3', '不可比（两年的活动类型不同）']);
  });

  test('nothing is compared where nothing of the year before is known', async () => {
    const activities = TWO_YEARS.activities?.filter(({ date }) => date?.startsWith('2025')) ?? [];
    expect(buildLedger({ ...TWO_YEARS, activities }).workspace?.registers).toBeDefined();
    expect(compared({ ...TWO_YEARS, activities })).toEqual([]);
    for (const year of [2021, 2025]) {
      const { body } = buildProgress(contextOf(await hospitalLedger(), year));
      expect(body.some((block) => block.type === 'table' && block.title === '与上年同期比较')).toBe(false);
    }
  });

  test('each of its figures opens by its id', () => {
    const context = contextOf(buildLedger(TWO_YEARS), 2025);
    for (const view of [undefined, 'action', 'month', 'target'] as const) {
      for (const { id, value } of buildProgress(context, view).figures) {
        const figure = contextOf(buildLedger(TWO_YEARS), 2025).figures.byId(id);
        expect(figure?.value, id).toBe(value);
        expect(figure && recompute(figure, context.figures), id).toBe(value);
      }
    }
  });
});
