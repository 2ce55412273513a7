import { addDays, addMonths, firstDay, LATEST_DAY, lastDay } from '../text/calendar-date.js';
import { isTracked } from './first-step.js';
import type { Interval } from './in-force.js';
import type { Entry, Ledger, RecordOf } from './ledger.js';
import { NOT_STARTED, PROGRESS_UNKNOWN, stageTable } from './stages.js';

interface Dated {
  readonly on: string;
}

/** The last event on or before a day, from which states are derived. */
function latest<T extends Dated>(events: readonly T[] | undefined, asOf: string): T | undefined {
  return events?.filter(({ on }) => on <= asOf).at(-1);
}

export const ACTIVITY_STATES = ['计划中', '待确认', '已开展', '已取消'] as const;
type ActivityState = (typeof ACTIVITY_STATES)[number];

/**
 * Only 已开展 counts; a day that has passed without it is 待确认, counted nowhere and listed. `confirmedBy` is the day up to
 * which somebody may have said so: what was held on 30 December is confirmed in January.
 */
export function activityState(
  activity: RecordOf<'activities'>,
  asOf: string,
  confirmedBy: string = asOf,
): ActivityState {
  const last = latest(activity.events, confirmedBy);
  if (last?.step === '取消') return '已取消';
  if (last && isHeld(last.step)) return '已开展';
  const day = activityDay(activity, confirmedBy);
  const lastDayOf = day === activity.date && activity.until !== undefined ? activity.until : day;
  return lastDayOf < asOf ? '待确认' : '计划中';
}

/** Whether a step says that an activity was held. */
export function isHeld(step: string): boolean {
  return step === '已开展' || step === '签到';
}

/** The day an activity belongs to: the day it was last moved to, else its date. */
export function activityDay(activity: RecordOf<'activities'>, asOf = LATEST_DAY): string {
  return (
    latest(
      activity.events?.filter(({ to }) => to !== undefined),
      asOf,
    )?.to ?? activity.date
  );
}

export interface TaskState {
  /** The last stage reached, or 未启动; 进展未登记 on a board none of whose tasks ever had an event. */
  readonly stage: string;
  readonly closed: boolean;
  /** Ended without success: 流榜, 退榜; or continued by a task of a year that has begun. */
  readonly ended: boolean;
  /** The due date has certainly passed and the task is open. A due text that is no date (长期) is never overdue. */
  readonly overdue: boolean;
}

export function taskState(ledger: Ledger, { id, value }: Entry<'tasks'>, asOf: string): TaskState {
  const board = ledger.get('boards', value.board);
  const table = board && stageTable(board.value.type);
  const step = latest(value.events, asOf)?.step;
  const closed = step !== undefined && (table?.closing.includes(step) ?? false);
  const isEnding = step !== undefined && (table?.ending?.includes(step) ?? false);
  const ended = isEnding || (!closed && isContinued(ledger, id, asOf));
  const tracked = isTracked(ledger, value.board);
  const overdue = tracked && !closed && !ended && value.due !== undefined && lastDay(value.due) < asOf;
  return { stage: step ?? (tracked ? NOT_STARTED : PROGRESS_UNKNOWN), closed, ended, overdue };
}

/** The first day of the year in which another task continues one, by the tasks of each ledger. */
const continued = new WeakMap<Ledger, ReadonlyMap<string, string>>();

function isContinued(ledger: Ledger, task: string, asOf: string): boolean {
  const known = continued.get(ledger) ?? continuations(ledger);
  continued.set(ledger, known);
  const from = known.get(task);
  return from !== undefined && from <= asOf;
}

function continuations(ledger: Ledger): ReadonlyMap<string, string> {
  return new Map(
    ledger.all('tasks').flatMap(({ value }): [string, string][] => {
      const year = ledger.get('boards', value.board)?.value.year;
      return value.continues === undefined || year === undefined ? [] : [[value.continues, firstDay(String(year))]];
    }),
  );
}

export const AGREEMENT_STATES = [
  '未签订',
  '待对方签章',
  '履行中',
  '履行中（期限未约定）',
  '即将到期',
  '已到期',
  '已续签',
  '已终止',
] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** Whether both sides have signed and sealed by a day. */
export function isSigned({ signed = [] }: RecordOf<'agreements'>, asOf: string): boolean {
  return new Set(signed.filter(({ on }) => on <= asOf).map(({ side }) => side)).size === 2;
}

/** When both sides have signed the agreement is in force; its end is known only where a term is written. */
export function agreementState(
  ledger: Ledger,
  { id, value }: Entry<'agreements'>,
  asOf: string,
  expiringDays: number,
): AgreementState {
  if (value.terminated !== undefined && value.terminated <= asOf) return '已终止';
  if (!(value.signed ?? []).some(({ on }) => on <= asOf)) return '未签订';
  if (!isSigned(value, asOf)) return '待对方签章';
  const renewed = ledger.all('agreements').some((other) => other.value.renews === id && isSigned(other.value, asOf));
  if (renewed) return '已续签';
  const expiry = agreementExpiry(value);
  if (expiry === null) return '履行中（期限未约定）';
  if (expiry < asOf) return '已到期';
  return expiry <= addDays(asOf, expiringDays) ? '即将到期' : '履行中';
}

/**
 * The days an agreement is in force: from the second signature to its end, where one is written or it was terminated.
 */
export function agreementInterval(value: RecordOf<'agreements'>): Interval {
  const days = (value.signed ?? []).map(({ on }) => on).sort();
  return { from: days.at(-1) ?? null, until: value.terminated ?? agreementExpiry(value) };
}

/** The last day of an agreement, or null where it is not in force yet or names no term: no expiry is invented. */
function agreementExpiry({ signed = [], termYears }: RecordOf<'agreements'>): string | null {
  const effective = signed
    .map(({ on }) => on)
    .sort()
    .at(-1);
  if (effective === undefined || termYears === undefined) return null;
  const end = addMonths(effective, Math.round(termYears * 12));
  // A month that has no such day (29 February) ends the term with its own last one.
  return end.slice(8) === effective.slice(8) ? addDays(end, -1) : end;
}
