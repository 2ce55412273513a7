import { appliedWrites } from '../../edit/applied-writes.js';
import type { Assigned } from '../../edit/assigned-writes.js';
import { nextSteps } from '../../edit/next-steps.js';
import { usualDay } from '../../edit/step-writes.js';
import type { Typing } from '../../edit/typed-field.js';
import { type Entry, fieldsOf } from '../../ledger/ledger.js';
import { type FieldRow, fieldsOf as rowsOf } from '../../schema/fields.js';
import { CannotRun } from '../errors.js';
import { askDay } from './ask-day.js';
import type { Conversation } from './conversation.js';
import { RecordForm } from './record-form.js';

/** What an activity has when it was held. */
const HOW_IT_WENT: readonly string[] = ['beneficiaries', 'volunteers', 'hours', 'evidence[]'];
/** What the step itself says. */
const SAID: readonly string[] = ['on', 'step', 'side'];

/** Asks which step some records take next: one that all of them can take. @throws Left, CannotRun where there is none */
export async function askStep(
  conversation: Conversation,
  entries: readonly Entry[],
  { ledger, today }: Pick<Typing, 'ledger' | 'today'>,
): Promise<string> {
  const [first = [], ...more] = entries.map((entry) => nextSteps(entry, ledger, today));
  const steps = first.filter((step) => more.every((each) => each.includes(step)));
  const names = entries.map(({ id }) => `“${id}”`).join('、');
  if (steps.length === 0) throw new CannotRun(`${names}没有下一步可办`, '用 yueyi show 查看已经办到哪一步。');
  const offered = steps.map((value) => ({ value }));
  return conversation.once('step', () => conversation.questions.choose({ title: '办到哪一步？', offered }));
}

/** What is asked about the step of one record: its day, and what else is known of it. */
export async function askStepFields(
  conversation: Conversation,
  entry: Entry,
  step: string,
  typing: Typing,
): Promise<{ readonly on: string; readonly assignments: readonly Assigned[] }> {
  const { questions } = conversation;
  const on = await askDay(conversation, '哪一天', usualDay(entry, step, typing.today), typing);
  const list = entry.kind === 'agreements' ? 'signed' : 'events';
  const known = fieldsOf(entry.value)[list];
  const index = Array.isArray(known) ? known.length : 0;
  const owner = appliedWrites(typing.owner, [{ path: [list, index], value: { on } }]) ?? {};
  const subject = { questions, typing: { ...typing, owner }, usual: () => [], within: { list: `${list}[]`, index } };
  const assignments = await conversation.once('fields', async (before: readonly Assigned[] = []) => {
    const form = new RecordForm(subject, before);
    await form.offer('还要填什么？', rowsBeside(entry, list));
    return form.assigned;
  });
  return { on, assignments };
}

function rowsBeside({ kind }: Entry, list: string): readonly FieldRow[] {
  const rows = rowsOf(kind);
  const own = rows.filter(({ path }) => kind === 'activities' && HOW_IT_WENT.includes(path));
  const inside = rows.filter(({ path, node }) => {
    const [above, key = '', ...deeper] = path.split('.');
    return above === `${list}[]` && deeper.length === 0 && !SAID.includes(key) && node.properties === undefined;
  });
  return [...own, ...inside];
}
