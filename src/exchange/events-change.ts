import type { FieldWrite } from '../edit/record-fields.js';
import type { DraftEvent, Issue } from './draft-record.js';
import type { RowChange } from './import-plan.js';

interface EventsChange {
  readonly writes: readonly FieldWrite[];
  readonly changes: readonly RowChange[];
  readonly issues: readonly Issue[];
}

/**
 * What the events of a row change in a record: a step that is not there is added, and its number in another system where it
 * has none; a step on another day is a question.
 */
export function eventsChange(events: unknown, wanted: readonly DraftEvent[]): EventsChange {
  const present: readonly DraftEvent[] = Array.isArray(events) ? events : [];
  const [changes, issues, writes]: [RowChange[], Issue[], FieldWrite[]] = [[], [], []];
  const added = wanted.filter(({ on, step, number }) => {
    const same = present.filter((event) => event.step === step);
    const at = present.findIndex((event) => event.step === step && event.on === on);
    if (same.length === 0) changes.push({ title: step, path: ['events'], before: undefined, after: on });
    else if (at < 0) {
      const text = `台账里是${same[0]?.on ?? ''}，表里是${on}，核对后改一处`;
      issues.push({ column: step, text, isDoubt: true });
    } else if (number !== undefined && present[at]?.number === undefined) {
      const path = ['events', at, 'number'];
      writes.push({ path, value: number });
      changes.push({ title: `${step}的外部编号`, path, before: undefined, after: number });
    }
    return same.length === 0;
  });
  if (added.length > 0) writes.push(...additions(present, [...added].sort(byDay)));
  return { writes, changes, issues };
}

/** New events behind those there are; where they belong among them, the whole list anew. */
function additions(present: readonly DraftEvent[], added: readonly DraftEvent[]): FieldWrite[] {
  const last = present.at(-1)?.on ?? '';
  if (added.every(({ on }) => on >= last))
    return added.map((event, index) => ({ path: ['events', present.length + index], value: { ...event } }));
  return [{ path: ['events'], value: [...present, ...added].sort(byDay) }];
}

const byDay = (a: DraftEvent, b: DraftEvent): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);
