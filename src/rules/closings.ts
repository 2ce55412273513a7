import type { Entry, Ledger, RecordOf } from '../ledger/ledger.js';
import { stageTable } from '../ledger/stages.js';

type TaskEvent = NonNullable<RecordOf<'tasks'>['events']>[number];

/** The event that closes a task (销号), with the events at which the task was verified. */
interface Closing {
  readonly event: TaskEvent;
  /** Of the event within its task. */
  readonly index: number;
  readonly verifications: readonly TaskEvent[];
  /** Whether closing a task of this type needs a verification, and evidence. */
  readonly needs: { readonly verification: boolean; readonly proof: boolean };
}

/** The closing of a task whose board is known; undefined where it is not closed. */
export function closingOf(ledger: Ledger, { value }: Entry<'tasks'>): Closing | undefined {
  const type = ledger.get('boards', value.board)?.value.type;
  if (type === undefined) return undefined;
  const { closing, verifying, proved } = stageTable(type);
  const events = value.events ?? [];
  const index = events.findIndex(({ step }) => closing.includes(step));
  const event = events[index];
  if (!event) return undefined;
  const verifications = events.slice(0, index).filter(({ step }) => verifying.includes(step));
  return { event, index, verifications, needs: { verification: verifying.length > 0, proof: proved } };
}
