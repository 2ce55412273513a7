import type { Entry, Ledger, RecordOf } from '../ledger/ledger.js';
import { type TaskState, taskState } from '../ledger/state.js';
import type { Kind } from '../schema/kinds.js';
import { COUNTABLE, type Countable, type CountedKind } from './countable.js';
import type { Dimension, Dimensions } from './figure-id.js';
import { NOT_IN_FORCE, pairingAgreement } from './pairing-agreement.js';

interface MeasureOf<K extends CountedKind> {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly kind: K;
  readonly formula: 'count' | 'sum' | 'distinct';
  /** Keeps only some of the counted records. */
  readonly only?: (entry: Entry<K>, ledger: Ledger, asOf: string) => boolean;
  /** Looks at what a record has come to, and so rests on whatever decides that. */
  readonly byState?: true;
  /** Where the measure sees fewer values on a dimension than its kind: 牵头 counts under the lead alone. */
  readonly values?: Countable<K>['values'];
  /** For sums: the amount each record adds; null where it is not recorded. */
  readonly amount?: (entry: Entry<K>, asOf: string, dimensions: Dimensions) => number | null;
  /** For sums: whether the amount is only about right. */
  readonly hedged?: (entry: Entry<K>) => boolean;
  /** For distinct counts: the ids each record names. */
  readonly names?: {
    readonly kind: Kind;
    readonly of: (entry: Entry<K>, ledger: Ledger) => readonly (string | undefined)[];
  };
}

export type Measure = MeasureOf<CountedKind> & { readonly dimensions: readonly Dimension[] };

/** Fits a measure of one kind into the list of all; what it gets are that kind's records only. */
function measure<K extends CountedKind>(row: MeasureOf<K>): Measure {
  const dimensions: Dimension[] = ['year', 'month', ...(Object.keys(COUNTABLE[row.kind].values) as Dimension[])];
  return { ...(row as unknown as MeasureOf<CountedKind>), dimensions };
}

/** Activities whose lead nobody has entered stand under this value, so that leads sum to the total. */
export const UNKNOWN_LEAD = '未登记';

/** Every measure of the ledger: a new one is a row here. Units and words as the office uses them. */
export const MEASURES: readonly Measure[] = [
  measure({ name: 'activities', label: '服务活动', unit: '场次', kind: 'activities', formula: 'count' }),
  measure({
    name: 'beneficiaries',
    label: '服务群众',
    unit: '人次',
    kind: 'activities',
    formula: 'sum',
    amount: ({ value }) => value.beneficiaries ?? null,
    hedged: ({ value }) => value.beneficiariesBound !== undefined,
  }),
  measure({
    name: 'led',
    label: '牵头活动',
    unit: '场次',
    kind: 'activities',
    formula: 'count',
    values: { branch: ({ value }) => [value.lead ?? UNKNOWN_LEAD] },
  }),
  measure({
    name: 'assisted',
    label: '协助活动',
    unit: '场次',
    kind: 'activities',
    formula: 'count',
    values: { branch: ({ value }) => value.assist ?? [] },
  }),
  measure({
    name: 'joined',
    label: '参与活动',
    unit: '场次',
    kind: 'activities',
    formula: 'count',
    values: { branch: ({ value }) => value.joined ?? [] },
  }),
  measure({ name: 'publications', label: '宣传稿件', unit: '篇', kind: 'publications', formula: 'count' }),
  measure({ name: 'meetings', label: '会议和学习', unit: '次', kind: 'meetings', formula: 'count' }),
  measure({ name: 'inspections', label: '督查', unit: '次', kind: 'inspections', formula: 'count' }),
  measure({
    name: 'problems',
    label: '督查发现问题',
    unit: '个',
    kind: 'inspections',
    formula: 'sum',
    amount: ({ value }, _, { type }) => problemsOf(value, type).length,
  }),
  measure({
    name: 'rectified',
    label: '已整改问题',
    unit: '个',
    kind: 'inspections',
    formula: 'sum',
    amount: ({ value }, asOf, { type }) =>
      problemsOf(value, type).filter(({ rectified }) => rectified !== undefined && rectified <= asOf).length,
  }),
  measure({ name: 'pairings', label: '结对', unit: '对', kind: 'pairings', formula: 'count' }),
  measure({
    name: 'partners',
    label: '结对单位',
    unit: '家',
    kind: 'pairings',
    formula: 'distinct',
    names: { kind: 'organizations', of: ({ value }) => value.partners },
  }),
  measure({
    name: 'leads',
    label: '牵头支部',
    unit: '个',
    kind: 'pairings',
    formula: 'distinct',
    names: { kind: 'branches', of: ({ value }, ledger) => branchesOnly(ledger, [value.lead]) },
  }),
  measure({
    name: 'assistants',
    label: '协助支部',
    unit: '个',
    kind: 'pairings',
    formula: 'distinct',
    names: { kind: 'branches', of: ({ value }, ledger) => branchesOnly(ledger, value.assist ?? []) },
  }),
  measure({
    name: 'joint-branches',
    label: '共同结对支部',
    unit: '个',
    kind: 'pairings',
    formula: 'distinct',
    names: { kind: 'branches', of: ({ value }, ledger) => branchesOnly(ledger, value.joined ?? []) },
  }),
  measure({
    name: 'paired-branches',
    label: '参与结对的支部',
    unit: '个',
    kind: 'pairings',
    formula: 'distinct',
    names: {
      kind: 'branches',
      of: (pairing, ledger) => branchesOnly(ledger, COUNTABLE.pairings.values.branch?.(pairing, ledger, '') ?? []),
    },
  }),
  measure({ name: 'agreements', label: '已签订协议', unit: '份', kind: 'agreements', formula: 'count' }),
  measure({ name: 'branches', label: '党支部', unit: '个', kind: 'branches', formula: 'count' }),
  measure({ name: 'requests', label: '点单', unit: '单', kind: 'requests', formula: 'count' }),
  measure({ name: 'boards', label: '榜单', unit: '项', kind: 'boards', formula: 'count' }),
  measure({ name: 'tasks', label: '任务', unit: '项', kind: 'tasks', formula: 'count' }),
  measure({
    name: 'closed',
    label: '已完成任务',
    unit: '项',
    kind: 'tasks',
    formula: 'count',
    only: (task, ledger, asOf) => taskState(ledger, task, asOf).closed,
  }),
  measure({
    name: 'overdue',
    label: '逾期任务',
    unit: '项',
    kind: 'tasks',
    formula: 'count',
    only: (task, ledger, asOf) => taskState(ledger, task, asOf).overdue,
  }),
  measure({
    name: 'underway',
    label: '正在推进的任务',
    unit: '项',
    kind: 'tasks',
    formula: 'count',
    only: (task, ledger, asOf) => isUnderway(taskState(ledger, task, asOf)),
  }),
  measure({
    name: 'accepted',
    label: '通过验榜的任务',
    unit: '项',
    kind: 'tasks',
    formula: 'count',
    // 续榜, 流榜 and 退榜 after it say that it was not passed.
    only: (task, ledger, asOf) => ['验榜', '结题'].includes(taskState(ledger, task, asOf).stage),
  }),
  measure({
    name: 'approved',
    label: '登记了审批的活动',
    unit: '场次',
    kind: 'activities',
    formula: 'count',
    only: ({ value }, _, asOf) => value.approval !== undefined && value.approval.on <= asOf,
  }),
  measure({
    name: 'seasonal',
    label: '结合节气、节日的活动',
    unit: '场次',
    kind: 'activities',
    formula: 'count',
    only: ({ value }) => value.solarTerm !== undefined || value.festival !== undefined,
  }),
  measure({
    name: 'reviewed',
    label: '三审三校齐全的稿件',
    unit: '篇',
    kind: 'publications',
    formula: 'count',
    only: ({ value }, _, asOf) => REVIEWS.every((stage) => passed(value, stage, asOf)),
  }),
  measure({
    name: 'met-branches',
    label: '参加会议和学习的支部',
    unit: '个',
    kind: 'meetings',
    formula: 'distinct',
    names: { kind: 'branches', of: ({ value }) => value.branches ?? [] },
  }),
  measure({
    name: 'unagreed',
    byState: true,
    label: '协议不在履行中的结对',
    unit: '对',
    kind: 'pairings',
    formula: 'count',
    only: ({ id }, ledger, asOf) => NOT_IN_FORCE.includes(pairingAgreement(ledger, id, asOf)),
  }),
  measure({
    name: 'unrectified',
    label: '应改未改的问题',
    unit: '个',
    kind: 'inspections',
    formula: 'sum',
    // What still has time is no arrear; without a day it should have been put right at once.
    amount: ({ value }, asOf, { type }) =>
      problemsOf(value, type).filter(
        ({ rectified, due }) => !(rectified !== undefined && rectified <= asOf) && !(due !== undefined && due >= asOf),
      ).length,
  }),
  measure({
    name: 'served',
    label: '已办结点单',
    unit: '单',
    kind: 'requests',
    formula: 'count',
    only: ({ value }, _, asOf) =>
      value.events.some(({ on, step }) => on <= asOf && (step === '办单' || step === '评单')),
  }),
];

const REVIEWS = ['初审', '复审', '终审'] as const;

/** Whether a publication has gone through one of 三审三校. */
function passed({ reviews = [] }: RecordOf<'publications'>, wanted: string, asOf: string): boolean {
  return reviews.some(({ stage, on }) => stage === wanted && on <= asOf);
}

/** Begun, and neither closed nor given up. */
function isUnderway({ stage, closed, ended }: TaskState): boolean {
  return stage !== '未启动' && !closed && !ended;
}

/** The problems an inspection found, of one category where one is asked for. */
function problemsOf({ problems = [] }: RecordOf<'inspections'>, category: string | undefined) {
  return category === undefined ? problems : problems.filter((problem) => problem.category === category);
}

/** A department may lead a pairing too, and is no branch. */
function branchesOnly(ledger: Ledger, ids: readonly (string | undefined)[]): readonly (string | undefined)[] {
  return ids.filter((id) => ledger.get('branches', id) !== undefined);
}

export function measureNamed(name: string): Measure | undefined {
  return MEASURES.find((row) => row.name === name);
}
