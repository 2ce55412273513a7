import type { RecordOf } from '../../ledger/ledger.js';
import { type Measure, measure } from '../measure.js';

const REVIEWS = ['初审', '复审', '终审'] as const;

/** The office's own work: branches, meetings and studies, publications and their reviews. */
export const OFFICE_ROWS: readonly Measure[] = [
  measure({ name: 'branches', label: '党支部', unit: '个', kind: 'branches', formula: 'count' }),
  measure({ name: 'meetings', label: '会议和学习', unit: '次', kind: 'meetings', formula: 'count' }),
  measure({
    name: 'met-branches',
    label: '参加会议和学习的支部',
    unit: '个',
    kind: 'meetings',
    formula: 'distinct',
    rule: '参加的支部去重计数',
    detail: true,
    names: { kind: 'branches', of: ({ value }) => value.branches ?? [] },
  }),
  measure({ name: 'publications', label: '宣传稿件', unit: '篇', kind: 'publications', formula: 'count' }),
  measure({
    name: 'reviewed',
    label: '三审三校齐全的稿件',
    unit: '篇',
    kind: 'publications',
    formula: 'count',
    rule: '只计截至当天初审、复审、终审都登记了的稿件',
    detail: true,
    only: ({ value }, _, asOf) => REVIEWS.every((stage) => passed(value, stage, asOf)),
  }),
];

/** Whether a publication has passed one of 三审三校. */
function passed({ reviews = [] }: RecordOf<'publications'>, wanted: string, asOf: string): boolean {
  return reviews.some(({ stage, on }) => stage === wanted && on <= asOf);
}
