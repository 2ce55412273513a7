import { expect, test } from 'vitest';
import { openingParagraph } from '../../src/reports/annual/opening.js';
import { buildLedger, type Draft, type Drafts, held } from '../support/ledger-builder.js';
import { contextOf } from './report-context.js';

type Kind = NonNullable<Draft<'activities'>['types']>[number];

const activity = (date: string, types: [Kind] = ['义诊']) => ({
  id: `${date}${types[0]}`,
  date,
  types,
  events: held(date),
});

/** The opening of 2025 as printed, figures with their units. */
function opening(drafts: Drafts, asOf = '2025-12-31'): string {
  return openingParagraph(contextOf(buildLedger(drafts), 2025, asOf))
    .content.map((inline) => {
      if (inline.type === 'figure') return `${inline.figure.value}${inline.figure.unit}`;
      if (inline.type === 'verdict') return inline.figure.word;
      return inline.type === 'text' ? inline.text : '';
    })
    .join('');
}

const fact = (more: Partial<Draft<'facts'>> = {}) => ({
  id: '上年活动',
  year: 2024,
  measure: 'activities' as const,
  value: 4,
  unit: '场次',
  ...more,
});

const THIS_YEAR = ['2025-02-01', '2025-05-01', '2025-09-01'].map((date) => activity(date));

test('the ledger’s own activities of the year before are compared up to the same day', () => {
  const activities = [activity('2024-03-01'), activity('2024-11-01'), ...THIS_YEAR];
  expect(opening({ activities })).toContain('服务活动比上年同期增长50%。');
  expect(opening({ activities }, '2025-06-30')).toContain('服务活动比上年同期增长100%。');
  expect(opening({ activities }, '2025-03-01')).toContain('服务活动与上年同期持平。');
});

test('fewer is 下降, without a sign', () => {
  const activities = ['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01'].map((date) => activity(date));
  expect(opening({ activities: [...activities, ...THIS_YEAR] })).toContain('服务活动比上年同期下降25%。');
});

test('other types than the year before are not compared, and nothing is said', () => {
  const activities = [activity('2024-03-01'), ...THIS_YEAR, activity('2025-10-01', ['研学'])];
  expect(opening({ activities })).not.toMatch(/同期|比较/);
});

test('without anything of the year before nothing is said', () => {
  expect(opening({ activities: THIS_YEAR })).not.toMatch(/同期|比较/);
});

test('a document’s number of the year before is compared once this year is over', () => {
  const drafts = { activities: THIS_YEAR, facts: [fact()] };
  expect(opening(drafts)).toContain('服务活动比上年同期下降25%。');
  expect(opening(drafts, '2025-09-30')).toContain('口径不同，不作比较');
});

test('of another unit, or only about right, it is not', () => {
  for (const more of [{ unit: '场' }, { bound: '余' as const }])
    expect(opening({ activities: THIS_YEAR, facts: [fact(more)] })).toContain('口径不同，不作比较');
});

test('of a programme alone it says nothing of the hospital', () => {
  const drafts = { programs: [{ id: '越医有爱' }], activities: THIS_YEAR, facts: [fact({ subject: '越医有爱' })] };
  expect(opening(drafts)).not.toMatch(/同期|比较/);
});
