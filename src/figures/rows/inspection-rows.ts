import { hasReturned, isArrear, isLate, isOpen, problemsOf } from '../inspection-problems.js';
import { type Measure, measure } from '../measure.js';

/** Inspections, the problems they found, and how many are rectified. */
export const INSPECTION_ROWS: readonly Measure[] = [
  measure({ name: 'inspections', label: '督查', unit: '次', kind: 'inspections', formula: 'count' }),
  measure({
    name: 'faulting',
    label: '查出问题的督查',
    unit: '次',
    kind: 'inspections',
    formula: 'count',
    rule: '只计查出问题的督查',
    detail: true,
    only: ({ value }) => problemsOf(value, undefined).length > 0,
  }),
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
    name: 'unrectified',
    label: '应改未改的问题',
    unit: '个',
    kind: 'inspections',
    formula: 'sum',
    rule: '截至当天没有整改、期限已过或没有写期限的问题',
    detail: true,
    // Without a due day it was due at once.
    amount: ({ value }, asOf, { type }) => problemsOf(value, type).filter((problem) => isArrear(problem, asOf)).length,
  }),
  measure({
    name: 'pending-problems',
    label: '未到整改期限的问题',
    unit: '个',
    kind: 'inspections',
    formula: 'sum',
    rule: '截至当天没有整改、期限还没有过的问题；与已整改、应改未改的相加，等于发现的问题',
    detail: true,
    amount: ({ value }, asOf, { type }) =>
      problemsOf(value, type).filter((problem) => isOpen(problem, asOf) && !isArrear(problem, asOf)).length,
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
];
