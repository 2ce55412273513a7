import { scalarText } from '../text/scalar-text.js';
import { homeOf, resolveNode, type SchemaNode, schemaOf } from './dictionary.js';
import type { Kind } from './kinds.js';
import { typeName } from './type-name.js';

/** One field of a kind as the dictionary lists it; `path` is written `secretaries[].person`. */
export interface FieldRow {
  readonly path: string;
  /** Its `$ref` and `allOf` followed. */
  readonly node: SchemaNode;
  readonly required: boolean;
  /** From the kind's own example, else from the field's. */
  readonly example: unknown;
}

/** The deepest level listed: a list within itself (章节 of an outline) would never end. */
const DEEPEST = 3;

/** Every field of a kind with those inside it: its id, its own fields in the dictionary's order, then the shared ones. */
export function fieldsOf(kind: Kind | 'workspace'): FieldRow[] {
  const home = schemaOf(kind);
  const [example] = (home.examples ?? []) as readonly Readonly<Record<string, unknown>>[];
  const rows = walk(resolveNode(home, home), home, '', 1).map((row) => ({
    ...row,
    example: example?.[row.path.replace('[]', '')] ?? row.example,
  }));
  const shared = Object.keys(schemaOf('common').$defs?.record?.properties ?? {});
  const isShared = ({ path }: FieldRow): boolean =>
    shared.includes(path.split(/[[.]/)[0] ?? '') && home.properties?.[path] === undefined;
  const [ids, rest] = [rows.filter(({ path }) => path === 'id'), rows.filter(({ path }) => path !== 'id')];
  return [...ids, ...rest.filter((row) => !isShared(row)), ...rest.filter(isShared)];
}

function walk(node: SchemaNode, home: SchemaNode, prefix: string, depth: number): FieldRow[] {
  if (depth > DEEPEST) return [];
  return Object.entries(node.properties ?? {}).flatMap(([name, child]) => {
    const childHome = homeOf(child, home);
    const field = resolveNode(child, childHome);
    const items = field.items && resolveNode(field.items, homeOf(field.items, childHome));
    const path = `${prefix}${name}${items ? '[]' : ''}`;
    const row = { path, node: field, required: node.required?.includes(name) ?? false, example: field.examples?.[0] };
    return [row, ...walk(items ?? field, childHome, `${path}.`, depth + 1)];
  });
}

/** The type of a field in a few words: 日期, 整数, 引用 branches, the words of an enum. */
export function fieldType(node: SchemaNode): string {
  const reference = node['x-ref'] ?? node.items?.['x-ref'];
  if (reference) return `${node.items ? '一列' : ''}引用 ${[reference].flat().join('、')}`;
  if (node.enum) return node.enum.map(scalarText).join('、');
  if (node.const !== undefined) return `固定为 ${scalarText(node.const)}`;
  if (node.items?.enum) return `一列：${node.items.enum.map(scalarText).join('、')}`;
  if (node.format === 'date') return '日期';
  if (node.format === 'partial-date') return '日期，可到年或月';
  return `${typeName(node)}${node['x-unit'] ? `（${node['x-unit']}）` : ''}`;
}
