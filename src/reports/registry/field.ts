import { kindsFollowed } from '../../ledger/field-values.js';
import { stateWords } from '../../ledger/kind-table.js';
import { nodeAt, type SchemaNode } from '../../schema/dictionary.js';
import { fieldsOf } from '../../schema/fields.js';
import { type Kind, kindTitle } from '../../schema/kinds.js';
import { LookupFault, suggestion } from './lookup-fault.js';

/** A field a list can show, filter and sort by: a kind's own, one of what it refers to (`board.type`), or its state. */
export interface Field {
  /** Keys as records write them; `state` for the derived state. */
  readonly path: string;
  /** 牵头; 榜单·类型. */
  readonly title: string;
  readonly node: SchemaNode;
  /** What one value is: an item of a list, else the field itself. */
  readonly item: SchemaNode;
  readonly required: boolean;
  /** A group of fields, or a list of groups: shown, but no condition. */
  readonly nested: boolean;
  /** The kinds whose own field it is. */
  readonly owners: readonly Kind[];
}

export const STATE_PATH = 'state';
const STATE_TITLE = '状态';

/** A kind's own fields in the dictionary's order, its shared ones last, with its state where it has one. */
export function ownFields(kind: Kind): readonly Field[] {
  const rows = fieldsOf(kind).filter(({ path }) => !path.includes('.'));
  const fields = rows.map(({ path, node, required }): Field => {
    const key = path.replace('[]', '');
    const item = (node.items && nodeAt(kind, [key, '0'])) ?? node;
    return { path: key, title: node.title ?? key, node, item, required, nested: isNested(item), owners: [kind] };
  });
  return stateWords(kind).length === 0 ? fields : [...fields, stateField(kind)];
}

function stateField(kind: Kind): Field {
  const node: SchemaNode = { title: STATE_TITLE, type: 'string', enum: stateWords(kind) };
  return { path: STATE_PATH, title: STATE_TITLE, node, item: node, required: false, nested: false, owners: [kind] };
}

/**
 * The field a user names by its key or its Chinese title, with one reference followed: 牵头, lead, 榜单.类型, board.type.
 * @throws LookupFault where there is none, with the nearest
 */
export function fieldNamed(kind: Kind, typed: string): Field {
  const [first = '', second, ...more] = typed.split(/[.．]/).map((part) => part.trim());
  const own = ownFields(kind);
  const field = own.find((each) => isCalled(each, first));
  if (!field) throw unknownField(kind, typed, own);
  if (second === undefined) return field;
  const owners = kindsFollowed(kind, field.path);
  if (owners.length === 0 || more.length > 0) {
    throw new LookupFault(`“${typed}”不能这样写`, `${kindTitle(kind)}的“${first}”后面没有可以再写的字段。`);
  }
  const found = owners.flatMap((owner) =>
    ownFields(owner).filter((each) => each.path !== STATE_PATH && isCalled(each, second)),
  );
  const [next] = found;
  if (!next) throw unknownField(owners[0] ?? kind, second, owners.flatMap(ownFields));
  return {
    ...next,
    path: `${field.path}.${next.path}`,
    title: `${field.title}·${next.title}`,
    required: false,
    owners: found.flatMap((each) => each.owners),
  };
}

function isCalled({ path, title }: Field, word: string): boolean {
  return path === word || title === word;
}

function unknownField(kind: Kind, typed: string, known: readonly Field[]): LookupFault {
  const names = known.flatMap(({ path, title }) => [title, path]);
  const all = [...new Set(known.map(({ title }) => title))].join('、');
  return new LookupFault(`${kindTitle(kind)}没有“${typed}”这个字段`, suggestion(typed, names, `可用的字段：${all}。`));
}

function isNested({ properties, type }: SchemaNode): boolean {
  return properties !== undefined || type === 'object';
}

/** Whether a field's number is a year, which is printed as one and never added up. */
export function isYear({ $ref }: SchemaNode): boolean {
  return $ref?.endsWith('/year') ?? false;
}
