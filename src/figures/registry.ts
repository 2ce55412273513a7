import type { Dimension } from './figure-id.js';
import type { Measure } from './measure.js';
import type { FigureRow } from './row.js';
import { ACTIVITY_ROWS } from './rows/activity-rows.js';
import { ALERT_ROWS } from './rows/alert-rows.js';
import { BRANCH_ROWS } from './rows/branch-rows.js';
import { CLAIM_ROWS } from './rows/claim-rows.js';
import { COMMUNITY_ROWS } from './rows/community-rows.js';
import { COVERAGE_ROWS } from './rows/coverage-rows.js';
import { COMPARISON_ROWS, EVALUATION_ROWS } from './rows/evaluation-rows.js';
import { INSPECTION_ROWS } from './rows/inspection-rows.js';
import { LATE_ROWS } from './rows/late-rows.js';
import { LINKAGE_ROWS } from './rows/linkage-rows.js';
import { MATRIX_ROWS } from './rows/matrix-rows.js';
import { OCCASION_ROWS } from './rows/occasion-rows.js';
import { OFFICE_ROWS } from './rows/office-rows.js';
import { PAIRING_ROWS } from './rows/pairing-rows.js';
import { PERIOD_ROWS } from './rows/period-rows.js';
import { PLAN_ROWS } from './rows/plan-rows.js';
import { POLICY_ROWS } from './rows/policy-rows.js';
import { PROJECTION_ROWS } from './rows/projection-rows.js';
import { RECURRING_ROWS } from './rows/recurring-rows.js';
import { ANSWER_ROWS, REQUEST_ROWS } from './rows/request-rows.js';
import { ROLE_ROWS } from './rows/role-rows.js';
import { TARGET_ROWS } from './rows/target-rows.js';
import { TASK_ROWS } from './rows/task-rows.js';
import { TODO_ROWS } from './rows/todo-rows.js';
import { VERDICT_ROWS } from './rows/verdict-rows.js';
import { YEAR_ROWS } from './rows/year-rows.js';

/** The rows that count the records of one kind. */
export const MEASURES: readonly Measure[] = [
  ...ACTIVITY_ROWS,
  ...LINKAGE_ROWS,
  ...PAIRING_ROWS,
  ...REQUEST_ROWS,
  ...EVALUATION_ROWS,
  ...INSPECTION_ROWS,
  ...TASK_ROWS,
  ...PERIOD_ROWS,
  ...OFFICE_ROWS,
];

/** The rows of all figures: a new one is a row in one of these lists. Facts have their own ids (rows/fact-row.ts). */
export const REGISTRY: readonly FigureRow[] = [
  ...MEASURES,
  ...TARGET_ROWS,
  ...PROJECTION_ROWS,
  ...COVERAGE_ROWS,
  ...COMMUNITY_ROWS,
  ...ANSWER_ROWS,
  ...COMPARISON_ROWS,
  ...ROLE_ROWS,
  ...MATRIX_ROWS,
  ...LATE_ROWS,
  ...BRANCH_ROWS,
  ...PLAN_ROWS,
  ...ALERT_ROWS,
  ...TODO_ROWS,
  ...OCCASION_ROWS,
  ...RECURRING_ROWS,
  ...VERDICT_ROWS,
  ...CLAIM_ROWS,
  ...YEAR_ROWS,
  ...POLICY_ROWS,
];

const BY_NAME = new Map(REGISTRY.map((row) => [row.name, row]));
const MEASURE_BY_NAME = new Map(MEASURES.map((row) => [row.name, row]));

export function rowNamed(name: string): FigureRow | undefined {
  return BY_NAME.get(name);
}

export function measureNamed(name: string): Measure | undefined {
  return MEASURE_BY_NAME.get(name);
}

/** Every dimension a row's ids may name. */
export function dimensionsOf({ needs, may }: FigureRow): readonly Dimension[] {
  return [...needs, ...may];
}
