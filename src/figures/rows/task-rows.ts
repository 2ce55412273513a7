import type { Entry } from '../../ledger/ledger.js';
import { NOT_STARTED, PROGRESS_UNKNOWN } from '../../ledger/stages.js';
import { type TaskState, taskState } from '../../ledger/state.js';
import { type Measure, measure } from '../measure.js';

/** Boards, their tasks, and the tasks' progress. */
export const TASK_ROWS: readonly Measure[] = [
  measure({ name: 'boards', label: '榜单', unit: '项', kind: 'boards', formula: 'count' }),
  measure({ name: 'tasks', label: '任务', unit: '项', kind: 'tasks', formula: 'count' }),
  measure({
    name: 'closed',
    byProgress: true,
    label: '已完成任务',
    unit: '项',
    kind: 'tasks',
    formula: 'count',
    rule: '只计截至当天已办结的任务',
    only: (task, ledger, asOf) => taskState(ledger, task, asOf).closed,
  }),
  measure({
    name: 'underway',
    byProgress: true,
    label: '正在推进的任务',
    unit: '项',
    kind: 'tasks',
    formula: 'count',
    rule: '只计截至当天已经开始、没有办结也没有终止的任务',
    detail: true,
    only: (task, ledger, asOf) => isUnderway(taskState(ledger, task, asOf)),
  }),
  measure({
    name: 'accepted',
    byProgress: true,
    label: '通过验榜的任务',
    unit: '项',
    kind: 'tasks',
    formula: 'count',
    rule: '只计截至当天通过了验榜的任务，含已结题的；验榜以后退回攻榜、续榜、流榜、退榜的不计',
    detail: true,
    only: (task, ledger, asOf) => isAccepted(task, taskState(ledger, task, asOf), asOf),
  }),
  measure({
    name: 'overdue',
    byProgress: true,
    label: '逾期任务',
    unit: '项',
    kind: 'tasks',
    formula: 'count',
    rule: '只计截至当天已过期限、没有办结的任务；期限不明的不计',
    only: (task, ledger, asOf) => taskState(ledger, task, asOf).overdue,
  }),
];

/** Begun, and neither closed nor abandoned. */
function isUnderway({ stage, closed, ended }: TaskState): boolean {
  return stage !== NOT_STARTED && stage !== PROGRESS_UNKNOWN && !closed && !ended;
}

/** It was examined, and what follows is no step back; a closing without an examination shows no pass. */
function isAccepted({ value }: Entry<'tasks'>, { stage }: TaskState, asOf: string): boolean {
  const examined = value.events?.some(({ on, step }) => on <= asOf && step === '验榜') ?? false;
  return examined && (stage === '验榜' || stage === '结题');
}
