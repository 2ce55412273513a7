import { isTracked } from '../../ledger/first-step.js';
import type { Entry, Ledger } from '../../ledger/ledger.js';
import { stageTable } from '../../ledger/stages.js';
import { agreementInterval, type TaskState, taskState } from '../../ledger/state.js';
import { lastDay } from '../../text/calendar-date.js';
import type { Days } from '../days.js';
import { type Measure, measure } from '../measure.js';

/**
 * What happened within the days of a figure, as a bulletin tells it: steps of tasks, tasks that fell due, agreements
 * signed. Other measures of tasks tell what has become of them by the day.
 */
export const PERIOD_ROWS: readonly Measure[] = [
  measure({
    name: 'moved',
    byProgress: true,
    label: '有进展的任务',
    unit: '项',
    kind: 'tasks',
    formula: 'count',
    rule: '只计经过里有一步在期间以内的任务',
    detail: true,
    only: ({ value }, _, asOf, days) => (value.events ?? []).some(({ on }) => on <= asOf && isWithin(on, days)),
  }),
  measure({
    name: 'closed-within',
    byProgress: true,
    label: '期内办结的任务',
    unit: '项',
    kind: 'tasks',
    formula: 'count',
    rule: '只计在期间以内办结、截至当天仍是办结的任务',
    detail: true,
    only: (task, ledger, asOf, days) => {
      const on = closingDay(task, ledger, asOf);
      return taskState(ledger, task, asOf).closed && on !== undefined && isWithin(on, days);
    },
  }),
  fellDue(
    'fallen-due',
    '到期任务',
    '只计期限在期间以内、截至当天已到的任务；期限不明的、没有登记进展的榜单的不计',
    () => true,
  ),
  fellDue('fallen-due-closed', '到期并办结的任务', '到期任务中，截至当天已办结的', ({ closed }) => closed),
  fellDue('fallen-due-ended', '到期并终止的任务', '到期任务中，截至当天已流榜、退榜的', ({ ended }) => ended),
  fellDue(
    'fallen-due-open',
    '到期未办结的任务',
    '到期任务中，截至当天没有办结、也没有终止的',
    ({ closed, ended }) => !closed && !ended,
  ),
  measure({
    name: 'signed-within',
    label: '期内签订的协议',
    unit: '份',
    kind: 'agreements',
    formula: 'count',
    rule: '只计后一方在期间以内签章的协议',
    detail: true,
    only: ({ value }, _, __, days) => {
      const { from } = agreementInterval(value);
      return from !== null && isWithin(from, days);
    },
  }),
];

/** Tasks whose last day lies within the days and has come, by what has become of them. */
function fellDue(name: string, label: string, rule: string, fits: (state: TaskState) => boolean): Measure {
  return measure({
    name,
    label,
    unit: '项',
    kind: 'tasks',
    formula: 'count',
    rule,
    detail: true,
    only: (task, ledger, asOf, days) => {
      const { due, board } = task.value;
      if (!isTracked(ledger, board) || due === undefined || lastDay(due) > asOf || !isWithin(lastDay(due), days))
        return false;
      return fits(taskState(ledger, task, asOf));
    },
  });
}

/** The day of the step that closed a task. */
function closingDay({ value }: Entry<'tasks'>, ledger: Ledger, asOf: string): string | undefined {
  const type = ledger.get('boards', value.board)?.value.type;
  const closing: readonly string[] = type === undefined ? [] : stageTable(type).closing;
  return value.events?.findLast(({ on, step }) => on <= asOf && closing.includes(step))?.on;
}

function isWithin(day: string, days: Days | null): boolean {
  return days === null || (days.from <= day && day <= days.until);
}
