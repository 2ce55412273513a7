import { type FieldRow, fieldsOf as rowsOf } from '../schema/fields.js';
import { appliedWrites } from './applied-writes.js';
import { fieldNamed } from './field-named.js';
import type { FieldWrite } from './record-fields.js';
import { recordPath, type Typing, typedWrites } from './typed-field.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A record written by hand or by another program, as the ledger writes it: Chinese keys become the schema's, texts are read
 * as values typed for their fields. Groups and lists of groups keep their values.
 * @throws EditFault for an unknown field
 */
export async function recordFrom(typing: Typing, record: Fields): Promise<Fields> {
  let value: Fields = {};
  const rows = Object.entries(record).map(([name, given]) => ({ row: fieldNamed(typing.kind, name), given }));
  const order = rowsOf(typing.kind).map(({ path }) => path);
  rows.sort((a, b) => order.indexOf(a.row.path) - order.indexOf(b.row.path));
  for (const { row, given } of rows) {
    const writes = await writesOf({ ...typing, owner: value }, row, given);
    value = appliedWrites(value, writes) ?? {};
  }
  return value;
}

async function writesOf(typing: Typing, row: FieldRow, given: unknown): Promise<readonly FieldWrite[]> {
  const isWords =
    Array.isArray(given) &&
    given.length > 0 &&
    given.every((item) => typeof item === 'string' && !/[、，,；;]/.test(item));
  if (typeof given === 'string' && !given.includes('\n')) return typedWrites(typing, row, given);
  if (isWords && !row.node.items?.properties) return typedWrites(typing, row, given.join('、'));
  return [{ path: recordPath(row.path, 0), value: renamed(typing, row, given) }];
}

/** The keys inside a group or the items of a list, by their own names. */
function renamed(typing: Typing, row: FieldRow, given: unknown): unknown {
  if (Array.isArray(given)) return given.map((item: unknown) => renamed(typing, row, item));
  if (given === null || typeof given !== 'object') return given;
  const isOpen = row.node.properties === undefined && row.node.items === undefined;
  if (isOpen) return given;
  return Object.fromEntries(
    Object.entries(given).map(([name, inner]) => {
      const field = fieldNamed(typing.kind, name, row.path);
      const isInside = field.path.startsWith(`${row.path}.`);
      return isInside
        ? [field.path.split('.').at(-1)?.replace('[]', ''), renamed(typing, field, inner)]
        : [name, inner];
    }),
  );
}
