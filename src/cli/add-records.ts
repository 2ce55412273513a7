import { appliedWrites } from '../edit/applied-writes.js';
import { type Assigned, assignedWrites } from '../edit/assigned-writes.js';
import type { LedgerEdit } from '../edit/ledger-edit.js';
import { missingFields } from '../edit/missing-fields.js';
import { newId } from '../edit/new-id.js';
import { placeFor } from '../edit/new-place.js';
import { recordFrom } from '../edit/record-from.js';
import { readInput } from '../files/read-input.js';
import type { FieldRow } from '../schema/fields.js';
import { type Kind, kindTitle } from '../schema/kinds.js';
import { readSource } from '../source/read-source.js';
import { scalarText } from '../text/scalar-text.js';
import { conversationOf } from './ask/conversation.js';
import type { AddOptions } from './commands/add.js';
import type { Run } from './commands/command.js';
import { editLedger } from './edit-ledger.js';
import { CannotRun } from './errors.js';
import type { Opened } from './open-ledger.js';
import { assignmentsIn } from './record-words.js';
import { typingFor } from './typing.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Adds records of a kind, from a file or with the fields of the command line; at a terminal what is missing is asked for.
 * @returns the exit code
 * @throws CannotRun, Left
 */
export async function addRecords(run: Run<AddOptions>, kind: Kind): Promise<number> {
  const { options } = run;
  const given = options.from === undefined ? [{}] : await recordsIn(run, options.from);
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
      for (const record of given)
        await insertNew(run, opened, edit, { kind, value: await recordFrom(typing, record), assignments });
    },
  });
}

/** Inserts a new record with more fields typed: with an id of its own, in its file and place. @throws EditFault, CannotRun */
export async function insertNew(
  run: Run<object>,
  opened: Opened,
  edit: LedgerEdit,
  {
    kind,
    value,
    assignments,
  }: { readonly kind: Kind; readonly value: Fields; readonly assignments: readonly Assigned[] },
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
      `用 --set ${missingText(kind, filled)} 写上。`,
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

/** The records of a file of YAML or JSON: one, or a list. @throws CannotRun */
async function recordsIn({ world }: Run<object>, typed: string): Promise<readonly Fields[]> {
  const name = typed === '-' ? '标准输入' : `“${typed}”`;
  const { value, findings } = await readSource(typed, readInput(world.workingDirectory, typed));
  const list = value === undefined ? [] : [value].flat();
  if (list.length > 0 && list.every(isFields)) return list;
  const [first] = findings;
  throw new CannotRun(
    `${name}里没有记录${first ? `：${first.wording('zh').message}` : ''}`,
    '里面写一条记录，或一列记录（YAML 或 JSON）；样子见 yueyi schema 加类别。',
  );
}

const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
