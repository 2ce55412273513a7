import { type Entry, fieldsOf } from '../ledger/ledger.js';
import { stageTable } from '../ledger/stages.js';
import { activityDay } from '../ledger/state.js';
import { nodeAt } from '../schema/dictionary.js';
import { KINDS, type Kind } from '../schema/kinds.js';
import { scalarText } from '../text/scalar-text.js';
import { appliedWrites } from './applied-writes.js';
import { type Assigned, assignedWrites } from './assigned-writes.js';
import { EditFault } from './edit-fault.js';
import type { FieldWrite } from './record-fields.js';
import type { Typing } from './typed-field.js';

/** What happens to an agreement: who signs, and its end. */
export const SIGNED: Readonly<Record<string, string>> = { 甲方签章: '甲方', 乙方签章: '乙方' };
export const ENDED = '终止';
/** That an activity was held. */
export const CONFIRMED = '已开展';
/** Steps of an activity that took place on its day. */
const HELD: readonly string[] = [CONFIRMED, '签到'];
/** Steps of an activity that happen once. */
const ONCE: readonly string[] = [CONFIRMED, '取消'];

/** The steps that records of a kind can take; empty for a kind without. */
export function stepWords(kind: Kind): readonly string[] {
  if (kind === 'agreements') return [...Object.keys(SIGNED), ENDED];
  return nodeAt(kind, ['events', '0', 'step'])?.enum?.map(scalarText) ?? [];
}

/** The kinds whose records can take a step. */
export function kindsWithStep(step: string): readonly Kind[] {
  return KINDS.filter((kind) => stepWords(kind).includes(step));
}

/** The kinds whose records take steps. */
export function kindsWithSteps(): readonly Kind[] {
  return KINDS.filter((kind) => stepWords(kind).length > 0);
}

/** Every step, once. */
export function allSteps(): readonly string[] {
  return [...new Set(KINDS.flatMap(stepWords))];
}

/**
 * What a step writes into a record: one event more, behind those it has, and other fields typed with it.
 * @param on its day; without one an activity was held on its own, and everything else is done today
 * @throws EditFault
 */
export async function stepWrites(
  entry: Entry,
  step: string,
  on: string | undefined,
  assignments: readonly Assigned[],
  typing: Typing,
): Promise<readonly FieldWrite[]> {
  const day = on ?? usualDay(entry, step, typing.today);
  if (entry.kind === 'agreements' && step === ENDED)
    return [{ path: ['terminated'], value: day }, ...(await assignedWrites(typing, assignments))];
  const list = entry.kind === 'agreements' ? 'signed' : 'events';
  const known = fieldsOf(entry.value)[list];
  const events: readonly object[] = Array.isArray(known) ? known : [];
  const side = SIGNED[step];
  if (side !== undefined && events.some((event) => fieldsOf(event).side === side))
    throw new EditFault(`“${entry.id}”的${side}已经签过章`, '日期写错了，用编辑器改；续签另登一份协议。');
  refuseRepeated(entry, step, day, events, typing);
  const index = events.length;
  const event = side === undefined ? { on: day, step } : { side, on: day };
  const first = { path: [list, index], value: event };
  const writes = await assignedWrites({ ...typing, owner: appliedWrites(typing.owner, [first]) }, assignments, {
    list: `${list}[]`,
    index,
  });
  const after = appliedWrites(entry.value, [first, ...writes])[list] as readonly object[];
  const others = writes.filter(({ path }) => path[0] !== list);
  return [{ path: [list, index], value: after[index] }, ...others];
}

/** The same step on the same day, or one that happens only once, is a slip. @throws EditFault */
function refuseRepeated(entry: Entry, step: string, day: string, events: readonly object[], { ledger }: Typing): void {
  const board = entry.kind === 'tasks' && entry.valid ? ledger.get('boards', entry.value.board) : undefined;
  const once = board ? stageTable(board.value.type).closing.some((each) => each === step) : ONCE.includes(step);
  const same = events.map(fieldsOf).find((event) => event.step === step && (once || event.on === day));
  if (same)
    throw new EditFault(
      `“${entry.id}”在 ${scalarText(same.on)} 已经“${step}”`,
      '日期写错了，用编辑器改（yueyi show 告诉您在哪一行）。',
    );
}

/** The day of a step unless another is given. */
export function usualDay(entry: Entry, step: string, today: string): string {
  if (entry.kind !== 'activities' || !entry.valid || !HELD.includes(step)) return today;
  const day = activityDay(entry.value);
  return day <= today ? day : today;
}
