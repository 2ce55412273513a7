import type { Assigned } from '../../edit/assigned-writes.js';
import { EditFault } from '../../edit/edit-fault.js';
import { missingFields } from '../../edit/missing-fields.js';
import { newId } from '../../edit/new-id.js';
import type { Typing } from '../../edit/typed-field.js';
import { fieldsOf as rowsOf } from '../../schema/fields.js';
import { kindTitle } from '../../schema/kinds.js';
import type { Conversation } from './conversation.js';
import { offeredRows, RecordForm } from './record-form.js';
import { lastValues } from './usual-values.js';

/**
 * Asks for what a new record must have and does not, then for what it can have; what the last record of the kind has is
 * offered first. Nothing is asked where nothing is missing.
 * @param typing of the record, with what is known of it
 * @returns the fields given and answered
 * @throws Left, EditFault
 */
export async function askNewRecord(
  conversation: Conversation,
  typing: Typing,
  given: readonly Assigned[],
): Promise<readonly Assigned[]> {
  const { ledger, kind } = typing;
  const { questions } = conversation;
  const usual = lastValues(ledger, kind);
  if (await isComplete(new RecordForm({ questions, typing, usual }, given), typing)) return given;
  return conversation.once('fields', async (before: readonly Assigned[] = given) => {
    const form = new RecordForm({ questions, typing, usual }, before);
    conversation.say(`登记${kindTitle(kind)}。Esc 随时退出，不写入。`);
    for (const row of missingFields(kind, await form.filled())) await form.ask(row);
    const [id] = rowsOf(kind);
    if (id && (await lacksId(form, typing))) await form.ask(id);
    await form.offer('还要填什么？', offeredRows(kind));
    return form.assigned;
  });
}

async function isComplete(form: RecordForm, typing: Typing): Promise<boolean> {
  return missingFields(typing.kind, await form.filled()).length === 0 && !(await lacksId(form, typing));
}

/** Whether a record needs an id that cannot be made of its fields. */
async function lacksId(form: RecordForm, { ledger, kind, year }: Typing): Promise<boolean> {
  const filled = await form.filled();
  if (filled.id !== undefined) return false;
  try {
    newId(ledger, kind, filled, year);
    return false;
  } catch (error) {
    if (error instanceof EditFault) return true;
    throw error;
  }
}
