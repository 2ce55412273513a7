import type { RecordOf } from '../ledger/ledger.js';
import { daysFromTo } from '../text/calendar-date.js';

/**
 * Whether a request was answered. There is no state for a late answer: no document states by when one is due.
 */
export const ANSWERED = '已答复';
export const ANSWER_STATES = [ANSWERED, '未答复'] as const;

/** 派单 is the hospital's own step: the community is answered when a branch takes the request on, or has done it. */
const ANSWERS: readonly string[] = ['接单', '办单', '评单'];

/** The days from the order to the answer, as seen on a day: 0 on the same day; null where it was not answered. */
export function answerDays({ events }: RecordOf<'requests'>, asOf: string): number | null {
  const [ordered] = events;
  const answered = events.find(({ on, step }) => on <= asOf && ANSWERS.includes(step));
  return ordered && answered ? daysFromTo(ordered.on, answered.on) - 1 : null;
}

/** Whether a request was answered, as seen on a day. */
export function answerState(request: RecordOf<'requests'>, asOf: string): (typeof ANSWER_STATES)[number] {
  return answerDays(request, asOf) === null ? '未答复' : ANSWERED;
}
