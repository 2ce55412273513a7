import { fieldsOf } from '../ledger/ledger.js';
import type { FieldRow } from '../schema/fields.js';
import { keyOrder } from '../schema/key-order.js';
import { yearOf } from '../text/calendar-date.js';
import { isPartialDate } from '../text/date-format.js';
import { appliedWrites } from './applied-writes.js';
import { EditFault } from './edit-fault.js';
import { fieldNamed } from './field-named.js';
import type { FieldWrite } from './record-fields.js';
import { recordPath, type Typing, typedWrites } from './typed-field.js';

/** A field by one of its names, and what is typed for it; `adds` keeps the items that a list has. */
export interface Assigned {
  readonly field: string;
  readonly text: string;
  readonly adds?: boolean;
}

/** The item of a list whose fields are meant first: the event of a step. */
export interface WithinItem {
  /** As the dictionary writes it: `events[]`. */
  readonly list: string;
  readonly index: number;
}

/**
 * What assignments write into a record. They are read in the dictionary's order, so that an action is looked up in the
 * program given beside it, and a day without a year is in the year of the record's date.
 * @throws EditFault
 */
export async function assignedWrites(
  typing: Typing,
  assignments: readonly Assigned[],
  within?: WithinItem,
): Promise<readonly FieldWrite[]> {
  const order = keyOrder(typing.kind);
  const rank = ({ row }: { readonly row: FieldRow }): number => order.indexOf(row.path.split(/[.[]/)[0] ?? '');
  const meant = assignments
    .map((assigned) => ({ assigned, row: fieldNamed(typing.kind, assigned.field, within?.list) }))
    .sort((a, b) => rank(a) - rank(b));
  const writes: FieldWrite[] = [];
  for (const { assigned, row } of meant) {
    const owner = appliedWrites(typing.owner, writes) ?? {};
    const now = { ...typing, owner, year: yearFor(owner, typing.year) };
    const index = within && row.path.startsWith(`${within.list}.`) ? within.index : itemMeant(owner, row);
    for (const write of await typedWrites(now, row, assigned.text, index)) {
      if (assigned.adds) writes.push(...added(owner, row, write));
      else writes.push(write);
    }
  }
  return writes;
}

/** The year of a record's own date; else the one given. */
function yearFor(owner: object, otherwise: number): number {
  const { date, year, from } = fieldsOf(owner);
  const known = [date, from].find((each) => typeof each === 'string' && isPartialDate(each));
  if (typeof known === 'string') return yearOf(known);
  return typeof year === 'number' ? year : otherwise;
}

/** The only item of a list on the way to a field. @throws EditFault where there are several */
function itemMeant(owner: object, { path, node }: FieldRow): number {
  const [list = ''] = path.split('.');
  if (!list.endsWith('[]') || list === path) return 0;
  const items = fieldsOf(owner)[list.replace('[]', '')];
  if (!Array.isArray(items) || items.length < 2) return 0;
  throw new EditFault(
    `“${node.title ?? path}”有${items.length}处，不知道改哪一处`,
    '办到下一步用 yueyi step；改以前的，用编辑器改（yueyi show 告诉您在哪一行）。',
  );
}

/** Items appended to a list, without those that it has. */
function added(owner: object, row: FieldRow, { path, value }: FieldWrite): FieldWrite[] {
  if (!Array.isArray(value)) throw new EditFault(`“${row.node.title ?? row.path}”只有一个值`, '用 = 写，不用 +=。');
  const key = String(recordPath(row.path, 0)[0]);
  const old = path.length === 1 ? fieldsOf(owner)[key] : undefined;
  const known = Array.isArray(old) ? old : [];
  const more = value.filter((item) => !known.includes(item));
  return more.map((item, index) => ({ path: [...path, known.length + index], value: item }));
}
