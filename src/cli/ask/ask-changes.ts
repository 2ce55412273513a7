import type { Assigned } from '../../edit/assigned-writes.js';
import type { Typing } from '../../edit/typed-field.js';
import type { Conversation } from './conversation.js';
import { offeredRows, RecordForm } from './record-form.js';
import { valuesOf } from './usual-values.js';

/** Asks which fields of a record change, and to what; what they have is offered first. @throws Left */
export function askChanges(conversation: Conversation, typing: Typing): Promise<readonly Assigned[]> {
  const { questions } = conversation;
  // Which of several events is meant cannot be said: `step` adds one.
  const rows = offeredRows(typing.kind).filter(({ node }) => node.items?.properties === undefined);
  return conversation.once('fields', async (before) => {
    const form = new RecordForm({ questions, typing, usual: valuesOf(typing.owner) }, before ?? []);
    await form.offer(before ? '还要改什么？' : '改哪个字段？', rows, before !== undefined);
    return form.assigned;
  });
}
