import { appliedWrites } from '../edit/applied-writes.js';
import { type Assigned, assignedWrites } from '../edit/assigned-writes.js';
import type { LedgerEdit } from '../edit/ledger-edit.js';
import { missingFields } from '../edit/missing-fields.js';
import { newId } from '../edit/new-id.js';
import { placeFor } from '../edit/new-place.js';
import { recordFrom } from '../edit/record-from.js';
import type { FieldRow } from '../schema/fields.js';
import { type Kind, kindTitle } from '../schema/kinds.js';
import { scalarText } from '../text/scalar-text.js';
import { conversationOf } from './ask/conversation.js';
import type { AddOptions } from './commands/add.js';
import type { Run } from './commands/command.js';
import { editLedger } from './edit-ledger.js';
import { CannotRun } from './errors.js';
import type { Opened } from './open-ledger.js';
import { assignmentsIn } from './record-words.js';
import { inPlace, recordsInFile } from './records-in-file.js';
import { typingFor } from './typing.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Adds records of a kind, from a file or with the fields of the command line; at a terminal what is missing is asked for.
 * @returns the exit code
 * @throws CannotRun, Left
 */
export async function addRecords(run: Run<AddOptions>, kind: Kind): Promise<number> {
  const { options } = run;
  const written = options.from === undefined ? [] : await recordsInFile(run, options.from);
  const conversation = options.from === undefined ? conversationOf(run) : undefined;
  const typed: readonly Assigned[] = assignmentsIn(options.set ?? []);
  let assignments = typed;
  if (options.from === undefined && typed.length === 0 && !conversation)
    throw new CannotRun(`没有写${kindTitle(kind)}的内容`, `用 --set ${missingText(kind, {})}，或 --from 文件。`);
  return editLedger(run, {
    get what() {
      const fields = assignments.map(({ field, text, adds }) => `${field}${adds ? '+=' : '='}${text}`);
      return `add ${kindTitle(kind)} ${[...fields, options.from ?? ''].join(' ')}`.trim();
    },
    conversation,
    plan: async (opened, edit) => {
      const typing = typingFor(run, opened, { kind, value: {} });
      if (conversation) {
        const { askNewRecord } = await import('./ask/ask-new-record.js');
        assignments = await askNewRecord(conversation, typing, typed);
      }
      if (options.from === undefined) await insertNew(run, opened, edit, { kind, value: {}, assignments });
      for (const { value, place } of written)
        await inPlace(place, async () =>
          insertNew(run, opened, edit, { kind, value: await recordFrom(typing, value), assignments }, '在那里写上。'),
        );
    },
  });
}

/** A record to be added, with fields that are typed beside those it has. */
interface NewRecord {
  readonly kind: Kind;
  readonly value: Fields;
  readonly assignments: readonly Assigned[];
}

/**
 * Inserts a new record: with an id of its own, in its file and place.
 * @param way what to do about missing fields; to write them on the command line unless given
 * @throws EditFault, CannotRun
 */
export async function insertNew(
  run: Run<object>,
  opened: Opened,
  edit: LedgerEdit,
  { kind, value, assignments }: NewRecord,
  way?: string,
): Promise<void> {
  const { ledger, reader } = opened;
  const typing = typingFor(run, opened, { kind, value });
  const { year } = typing;
  const writes = await assignedWrites(typing, assignments);
  const filled = appliedWrites(value, writes) ?? {};
  const missing = missingFields(kind, filled).map(titleOf);
  if (missing.length > 0)
    throw new CannotRun(
      `${kindTitle(kind)}还缺：${missing.join('、')}`,
      way ?? `用 --set ${missingText(kind, filled)} 写上。`,
    );
  const id = scalarText(filled.id) || newId(ledger, kind, filled, year);
  const files = reader
    .list()
    .flatMap(({ path, obstacle }) => (obstacle === undefined && path.endsWith('.yaml') ? [path] : []));
  edit.insert(kind, withoutOwnName({ id, ...filled }), placeFor(ledger, files, kind, filled, year));
}

const titleOf = ({ node, path }: FieldRow): string => node.title ?? path;

function missingText(kind: Kind, value: Fields): string {
  return missingFields(kind, value)
    .map((row) => `${titleOf(row)}=…`)
    .join(' ');
}

/** A name that is the id is not written twice. */
function withoutOwnName(value: Fields): Fields {
  if (value.name !== value.id) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'name'));
}
