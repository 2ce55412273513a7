import { type Measure, measure } from '../measure.js';

/** The value for activities without a registered lead, so that the leads add up to the total. */
export const UNKNOWN_LEAD = '未登记';

/** 场次 and 人次 of activities held, by role, and further counts for summaries. */
export const ACTIVITY_ROWS: readonly Measure[] = [
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
  measure({
    name: 'approved',
    label: '登记了审批的活动',
    unit: '场次',
    kind: 'activities',
    formula: 'count',
    rule: '只计截至当天登记了审批的活动',
    detail: true,
    only: ({ value }, _, asOf) => value.approval !== undefined && value.approval.on <= asOf,
  }),
  measure({
    name: 'seasonal',
    label: '结合节气、节日的活动',
    unit: '场次',
    kind: 'activities',
    formula: 'count',
    rule: '只计登记了节气或节日的活动',
    detail: true,
    only: ({ value }) => value.solarTerm !== undefined || value.festival !== undefined,
  }),
];
