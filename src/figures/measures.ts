import type { Entry, Ledger, RecordOf } from '../ledger/ledger.js';
import { taskState } from '../ledger/state.js';
import type { Kind } from '../schema/kinds.js';
import { COUNTABLE, type Countable, type CountedKind } from './countable.js';
import type { Dimension, Dimensions } from './figure-id.js';

interface MeasureOf<K extends CountedKind> {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly kind: K;
  readonly formula: 'count' | 'sum' | 'distinct';
  /** What it counts beside its kind's rule, in the office's words. */
  readonly rule?: string;
  /** Keeps only some of the counted records. */
  readonly only?: (entry: Entry<K>, ledger: Ledger, asOf: string) => boolean;
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
    rule: '各场的受益群众相加；没有统计的场次不当作 0，合计前加“不少于”',
    amount: ({ value }) => value.beneficiaries ?? null,
    hedged: ({ value }) => value.beneficiariesBound !== undefined,
  }),
  measure({
    name: 'led',
    label: '牵头活动',
    unit: '场次',
    kind: 'activities',
    formula: 'count',
    rule: '只按牵头的支部或科室归属',
    values: { branch: ({ value }) => [value.lead ?? UNKNOWN_LEAD] },
  }),
  measure({
    name: 'assisted',
    label: '协助活动',
    unit: '场次',
    kind: 'activities',
    formula: 'count',
    rule: '只按协助的支部或科室归属',
    values: { branch: ({ value }) => value.assist ?? [] },
  }),
  measure({
    name: 'joined',
    label: '参与活动',
    unit: '场次',
    kind: 'activities',
    formula: 'count',
    rule: '只按参与的支部或科室归属',
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
    rule: '各次督查发现的问题相加',
    amount: ({ value }, _, { type }) => problemsOf(value, type).length,
  }),
  measure({
    name: 'rectified',
    label: '已整改问题',
    unit: '个',
    kind: 'inspections',
    formula: 'sum',
    rule: '各次督查发现的问题中，截至当天已整改的相加',
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
    rule: '结对的单位去重计数',
    names: { kind: 'organizations', of: ({ value }) => value.partners },
  }),
  measure({
    name: 'leads',
    label: '牵头支部',
    unit: '个',
    kind: 'pairings',
    formula: 'distinct',
    rule: '牵头结对的支部去重计数，科室不计',
    names: { kind: 'branches', of: ({ value }, ledger) => branchesOnly(ledger, [value.lead]) },
  }),
  measure({
    name: 'assistants',
    label: '协助支部',
    unit: '个',
    kind: 'pairings',
    formula: 'distinct',
    rule: '协助结对的支部去重计数，科室不计',
    names: { kind: 'branches', of: ({ value }, ledger) => branchesOnly(ledger, value.assist ?? []) },
  }),
  measure({
    name: 'joint-branches',
    label: '共同结对支部',
    unit: '个',
    kind: 'pairings',
    formula: 'distinct',
    rule: '共同结对的支部去重计数，科室不计',
    names: { kind: 'branches', of: ({ value }, ledger) => branchesOnly(ledger, value.joined ?? []) },
  }),
  measure({
    name: 'paired-branches',
    label: '参与结对的支部',
    unit: '个',
    kind: 'pairings',
    formula: 'distinct',
    rule: '牵头、协助或共同结对的支部去重计数，科室不计',
    names: {
      kind: 'branches',
      of: (pairing, ledger) => branchesOnly(ledger, COUNTABLE.pairings.values.branch?.(pairing, ledger) ?? []),
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
    rule: '只计截至当天已办结的任务',
    only: (task, ledger, asOf) => taskState(ledger, task, asOf).closed,
  }),
  measure({
    name: 'overdue',
    label: '逾期任务',
    unit: '项',
    kind: 'tasks',
    formula: 'count',
    rule: '只计截至当天已过期限、没有办结的任务；期限不明的不计',
    only: (task, ledger, asOf) => taskState(ledger, task, asOf).overdue,
  }),
];

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
