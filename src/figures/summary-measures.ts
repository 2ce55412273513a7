import type { RecordOf } from '../ledger/ledger.js';
import { type TaskState, taskState } from '../ledger/state.js';
import { isArrear, problemsOf } from './inspection-problems.js';
import { type Measure, measure } from './measure.js';
import { NOT_IN_FORCE, pairingAgreement } from './pairing-agreement.js';

const REVIEWS = ['初审', '复审', '终审'] as const;

/** What summaries count beside the tables: how far tasks are, what was approved and reviewed, what is open. */
export const SUMMARY_MEASURES: readonly Measure[] = [
  measure({
    name: 'underway',
    rule: '只计截至当天已经开始、没有办结也没有终止的任务',
    label: '正在推进的任务',
    unit: '项',
    kind: 'tasks',
    formula: 'count',
    only: (task, ledger, asOf) => isUnderway(taskState(ledger, task, asOf)),
  }),
  measure({
    name: 'accepted',
    rule: '只计截至当天到了验榜或结题的任务',
    label: '通过验榜的任务',
    unit: '项',
    kind: 'tasks',
    formula: 'count',
    // 续榜, 流榜 and 退榜 after it say that it was not passed.
    only: (task, ledger, asOf) => ['验榜', '结题'].includes(taskState(ledger, task, asOf).stage),
  }),
  measure({
    name: 'approved',
    rule: '只计截至当天登记了审批的活动',
    label: '登记了审批的活动',
    unit: '场次',
    kind: 'activities',
    formula: 'count',
    only: ({ value }, _, asOf) => value.approval !== undefined && value.approval.on <= asOf,
  }),
  measure({
    name: 'seasonal',
    rule: '只计登记了节气或节日的活动',
    label: '结合节气、节日的活动',
    unit: '场次',
    kind: 'activities',
    formula: 'count',
    only: ({ value }) => value.solarTerm !== undefined || value.festival !== undefined,
  }),
  measure({
    name: 'reviewed',
    rule: '只计截至当天初审、复审、终审都登记了的稿件',
    label: '三审三校齐全的稿件',
    unit: '篇',
    kind: 'publications',
    formula: 'count',
    only: ({ value }, _, asOf) => REVIEWS.every((stage) => passed(value, stage, asOf)),
  }),
  measure({
    name: 'met-branches',
    rule: '参加的支部去重计数',
    label: '参加会议和学习的支部',
    unit: '个',
    kind: 'meetings',
    formula: 'distinct',
    names: { kind: 'branches', of: ({ value }) => value.branches ?? [] },
  }),
  measure({
    name: 'unagreed',
    rule: '只计协议待对方签章、未签订、已到期、已终止或未登记的结对',
    byState: true,
    label: '协议不在履行中的结对',
    unit: '对',
    kind: 'pairings',
    formula: 'count',
    only: ({ id }, ledger, asOf) => NOT_IN_FORCE.includes(pairingAgreement(ledger, id, asOf)),
  }),
  measure({
    name: 'unrectified',
    rule: '截至当天没有整改、期限已到或没有写期限的问题',
    label: '应改未改的问题',
    unit: '个',
    kind: 'inspections',
    formula: 'sum',
    // What still has time is no arrear; without a day it should have been put right at once.
    amount: ({ value }, asOf, { type }) => problemsOf(value, type).filter((problem) => isArrear(problem, asOf)).length,
  }),
  measure({
    name: 'served',
    rule: '只计截至当天已办单或评单的点单',
    label: '已办结点单',
    unit: '单',
    kind: 'requests',
    formula: 'count',
    only: ({ value }, _, asOf) =>
      value.events.some(({ on, step }) => on <= asOf && (step === '办单' || step === '评单')),
  }),
];

/** Whether a publication has gone through one of 三审三校. */
function passed({ reviews = [] }: RecordOf<'publications'>, wanted: string, asOf: string): boolean {
  return reviews.some(({ stage, on }) => stage === wanted && on <= asOf);
}

/** Begun, and neither closed nor given up. */
function isUnderway({ stage, closed, ended }: TaskState): boolean {
  return stage !== '未启动' && !closed && !ended;
}
