import { appliedWrites } from '../edit/applied-writes.js';
import { type Assigned, assignedWrites } from '../edit/assigned-writes.js';
import type { LedgerEdit } from '../edit/ledger-edit.js';
import { newId } from '../edit/new-id.js';
import { placeFor } from '../edit/new-place.js';
import { recordFrom } from '../edit/record-from.js';
import { readInput } from '../files/read-input.js';
import { fieldsOf as fieldRows } from '../schema/fields.js';
import { type Kind, kindTitle } from '../schema/kinds.js';
import { readSource } from '../source/read-source.js';
import { scalarText } from '../text/scalar-text.js';
import type { AddOptions } from './commands/add.js';
import type { Run } from './commands/command.js';
import { editLedger } from './edit-ledger.js';
import { CannotRun } from './errors.js';
import type { Opened } from './open-ledger.js';
import { assignmentsIn } from './record-words.js';
import { typingFor } from './typing.js';

type Fields = Readonly<Record<string, unknown>>;

/** Adds records of a kind, from a file or with the fields of the command line. @returns the exit code @throws CannotRun */
export async function addRecords(run: Run<AddOptions>, kind: Kind): Promise<number> {
  const { options } = run;
  const given = options.from === undefined ? [{}] : await recordsIn(run, options.from);
  const assignments = assignmentsIn(options.set ?? []);
  if (options.from === undefined && assignments.length === 0)
    throw new CannotRun(
      `没有写${kindTitle(kind)}的内容`,
      `用 --set ${missingIn(kind, {})
        .map((title) => `${title}=…`)
        .join(' ')}，或 --from 文件。`,
    );
  return editLedger(run, {
    what: `add ${kindTitle(kind)} ${[...(options.set ?? []), options.from ?? ''].join(' ')}`.trim(),
    plan: async (opened, edit) => {
      for (const record of given) {
        const read = await recordFrom(typingFor(run, opened, { kind, value: {} }), record);
        await insertNew(run, opened, edit, { kind, value: read, assignments });
      }
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
  const missing = missingIn(kind, filled);
  if (missing.length > 0)
    throw new CannotRun(
      `${kindTitle(kind)}还缺：${missing.join('、')}`,
      `用 --set ${missing.map((title) => `${title}=…`).join(' ')} 写上。`,
    );
  const id = scalarText(filled.id) || newId(ledger, kind, filled, year);
  const files = reader
    .list()
    .flatMap(({ path, obstacle }) => (obstacle === undefined && path.endsWith('.yaml') ? [path] : []));
  edit.insert(kind, withoutOwnName({ id, ...filled }), placeFor(ledger, files, kind, filled, year));
}

/** The titles of the required fields that a record does not have; its id is made where it is not given. */
function missingIn(kind: Kind, value: Fields): string[] {
  return fieldRows(kind)
    .filter(
      ({ path, required }) =>
        required && path !== 'id' && !path.includes('.') && value[path.replace('[]', '')] === undefined,
    )
    .map(({ path, node }) => node.title ?? path);
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
