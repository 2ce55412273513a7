import type { Ledger } from '../ledger/ledger.js';
import { taskState } from '../ledger/state.js';
import { COUNTABLE } from './countable.js';
import { hasReturned, isLate, isOpen, problemsOf } from './inspection-problems.js';
import { type Measure, measure } from './measure.js';
import { SUMMARY_MEASURES } from './summary-measures.js';

/** Activities whose lead nobody has entered stand under this value, so that leads sum to the total. */
export const UNKNOWN_LEAD = '未登记';

/** What was held under a linkage but for no pairing stands under this value, so that nothing drops out of the matrix. */
export const NO_PAIRING = '未挂结对';

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
    rule: '只按协助的支部或科室归属，没有协助的不计',
    only: ({ value }) => value.assist !== undefined,
    values: { branch: ({ value }) => value.assist ?? [] },
  }),
  measure({
    name: 'joined',
    label: '参与活动',
    unit: '场次',
    kind: 'activities',
    formula: 'count',
    rule: '只按参与的支部或科室归属，没有参与的不计',
    only: ({ value }) => value.joined !== undefined,
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
    amount: ({ value }, asOf, { type }) => problemsOf(value, type).filter((problem) => !isOpen(problem, asOf)).length,
  }),
  measure({
    name: 'open-problems',
    label: '未整改问题',
    unit: '个',
    kind: 'inspections',
    formula: 'sum',
    rule: '各次督查发现的问题中，截至当天没有登记整改的相加',
    amount: ({ value }, asOf, { type }) => problemsOf(value, type).filter((problem) => isOpen(problem, asOf)).length,
  }),
  measure({
    name: 'overdue-problems',
    label: '逾期未整改问题',
    unit: '个',
    kind: 'inspections',
    formula: 'sum',
    rule: '没有整改、整改期限已过的问题相加；没有定期限的不计',
    amount: ({ value }, asOf, { type }) => problemsOf(value, type).filter((problem) => isLate(problem, asOf)).length,
  }),
  measure({
    name: 'returned-problems',
    label: '整改后再次出现的问题',
    unit: '个',
    kind: 'inspections',
    formula: 'sum',
    rule: '同类问题整改之后又查出的相加，不论科室',
    amount: ({ value }, _, { type }, ledger) =>
      problemsOf(value, type).filter((problem) => hasReturned(problem, value.date, ledger)).length,
  }),
  measure({
    name: 'linked-activities',
    label: '五联活动',
    unit: '场次',
    kind: 'activities',
    formula: 'count',
    rule: '登记了联建内容的活动，在每一项联建内容下各计一次',
    only: ({ value }) => value.linkages !== undefined,
    values: {
      pairing: ({ value }) => value.pairings ?? [NO_PAIRING],
      program: ({ value }, ledger) => programsOf(ledger, value.pairings) ?? [value.program],
    },
  }),
  measure({
    name: 'linked-meetings',
    label: '五联会议',
    unit: '次',
    kind: 'meetings',
    formula: 'count',
    rule: '登记了联建内容的会议，在每一项联建内容下各计一次',
    only: ({ value }) => value.linkages !== undefined,
    values: {
      pairing: ({ value }) => value.pairings ?? [NO_PAIRING],
      // A meeting names no program: its pairings do, or else the linkages themselves.
      program: ({ value }, ledger) => programsOf(ledger, value.pairings) ?? programsLinking(ledger, value.linkages),
    },
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
  ...SUMMARY_MEASURES,
];

/** The programs of pairings; undefined where there are none to say. */
function programsOf(ledger: Ledger, pairings: readonly string[] | undefined) {
  return pairings?.map((id) => ledger.get('pairings', id)?.value.program);
}

function programsLinking(ledger: Ledger, linkages: readonly string[] = []): readonly string[] {
  return linkages.flatMap((linkage) => ledger.holding('programs', 'linkages', linkage).map(({ id }) => id));
}

/** A department may lead a pairing too, and is no branch. */
function branchesOnly(ledger: Ledger, ids: readonly (string | undefined)[]): readonly (string | undefined)[] {
  return ids.filter((id) => ledger.get('branches', id) !== undefined);
}

export function measureNamed(name: string): Measure | undefined {
  return MEASURES.find((row) => row.name === name);
}
