import { type Entry, isOf } from '../../ledger/ledger.js';
import { activityDay, activityState, agreementInterval, isSigned, taskState } from '../../ledger/state.js';
import { lastDay } from '../../text/calendar-date.js';
import type { CountedKind } from '../countable.js';
import type { Days } from '../days.js';
import { periodOf } from '../figure-id.js';
import type { FigureSource } from '../figure-source.js';
import { keeping } from '../kept.js';
import type { FigureRow } from '../row.js';

/** What is to come in days after the figures' own: other measures count nothing there. */
export const PLAN_ROWS: readonly FigureRow[] = [
  toCome('planned-activities', '计划中的活动', '场次', 'activities', plannedOn),
  toCome('planned-meetings', '计划中的会议和学习', '次', 'meetings', ({ value }) =>
    value.cancelled === true ? undefined : value.date,
  ),
  toCome('coming-tasks', '将到期的任务', '项', 'tasks', dueOn),
  toCome('expiring-agreements', '将到期的协议', '份', 'agreements', endingOn),
];

/** A row that counts the records whose day to come, in their order, lies within the days of its id. */
function toCome<K extends CountedKind>(
  name: string,
  label: string,
  unit: string,
  kind: K,
  dayOf: (entry: Entry<K>, source: FigureSource) => string | undefined,
): FigureRow {
  return {
    name,
    label,
    unit,
    needs: ['year'],
    may: ['period'],
    make: (source, dimensions) => {
      const { from, until }: Days = periodOf(dimensions);
      const dated = source.ledger.all(kind).flatMap((entry: Entry<K>) => {
        const day = dayOf(entry, source);
        return day !== undefined && day > source.asOf && from <= day && day <= until ? [{ entry, day }] : [];
      });
      const records = dated.toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day))).map(({ entry }) => entry);
      return { made: 'counted', records, ...(records.length === 0 ? keeping(source, kind, { from, until }) : {}) };
    },
  };
}

/** As seen on the day: what has become of it since is not asked. */
function plannedOn({ value }: Entry<'activities'>, { asOf }: FigureSource): string | undefined {
  return activityState(value, asOf) === '计划中' ? activityDay(value, asOf) : undefined;
}

/** The last day of an open task; a due text that is no date falls due on no day. */
function dueOn(task: Entry<'tasks'>, { ledger, asOf }: FigureSource): string | undefined {
  const { closed, ended } = taskState(ledger, task, asOf);
  return closed || ended || task.value.due === undefined ? undefined : lastDay(task.value.due);
}

/** The last day of an agreement in force that no other renews. */
function endingOn({ id, value }: Entry<'agreements'>, { ledger, asOf }: FigureSource): string | undefined {
  if (!isSigned(value, asOf)) return undefined;
  const isRenewed = ledger.all('agreements').some((other) => other.value.renews === id && isSigned(other.value, asOf));
  return isRenewed ? undefined : (agreementInterval(value).until ?? undefined);
}

/** The day to come of a record that such a row lists: an activity's, a meeting's, a task's last, an agreement's last. */
export function dayToCome(entry: Entry, source: FigureSource): string | undefined {
  if (isOf(entry, 'activities')) return plannedOn(entry, source);
  if (isOf(entry, 'meetings')) return entry.value.date;
  if (isOf(entry, 'tasks')) return dueOn(entry, source);
  return isOf(entry, 'agreements') ? endingOn(entry, source) : undefined;
}
