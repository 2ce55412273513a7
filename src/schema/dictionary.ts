import { schemas } from '#generated/schemas.js';
import type { SchemaName } from './kinds.js';

/** A JSON Schema as our dictionary writes it; see schemas/vocabulary.json. */
export interface SchemaNode {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly const?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  /** What every field not listed holds, where fields are named by the user. */
  readonly additionalProperties?: SchemaNode;
  readonly allOf?: readonly SchemaNode[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly 'x-ref'?: string | readonly string[];
  readonly 'x-unit'?: string;
}

/** The whole schema of a kind, with the shared fields' file beside it under `common`. */
export function schemaOf(name: SchemaName | 'common'): SchemaNode {
  return schemas[name] as SchemaNode;
}

/** A node with its `$ref` and `allOf` resolved: its own keywords win, properties are merged (shared ones first). */
export function resolveNode(node: SchemaNode, home: SchemaNode): SchemaNode {
  const parts = [...(node.allOf ?? []), ...(node.$ref ? [{ $ref: node.$ref }] : [])].map((part) =>
    part.$ref ? resolveNode(followRef(part.$ref, home), part.$ref.startsWith('#') ? home : schemaOf('common')) : part,
  );
  const properties = Object.assign({}, ...parts.map((part) => part.properties), node.properties);
  const merged: SchemaNode = Object.assign({}, ...parts, node);
  const required = [...new Set([...parts, node].flatMap((part) => part.required ?? []))];
  return { ...merged, ...(Object.keys(properties).length > 0 ? { properties } : {}), required };
}

function followRef(ref: string, home: SchemaNode): SchemaNode {
  const [file = '', pointer = ''] = ref.split('#');
  const root = file ? schemaOf(file.replace('.schema.json', '') as 'common') : home;
  return pointer
    .split('/')
    .slice(1)
    .reduce<SchemaNode>((at, key) => (at as Record<string, SchemaNode>)[key] ?? {}, root);
}

/** The schema of the value at a path of field names and list indexes; undefined if undeclared. */
export function nodeAt(kind: SchemaName, path: readonly string[]): SchemaNode | undefined {
  const key = [kind, ...path.map((segment) => (/^\d+$/.test(segment) ? '0' : segment))].join('\n');
  if (!nodes.has(key)) nodes.set(key, findNode(kind, path));
  return nodes.get(key);
}

/** A cache: resolving is slow, and the dictionary does not change. */
const nodes = new Map<string, SchemaNode | undefined>();

function findNode(kind: SchemaName, path: readonly string[]): SchemaNode | undefined {
  const home = schemaOf(kind);
  let node: SchemaNode | undefined = resolveNode(home, home);
  for (const segment of path) {
    if (!node) return undefined;
    const child: SchemaNode | undefined = /^\d+$/.test(segment) && node.items ? node.items : ownProperty(node, segment);
    node = child && resolveNode(child, homeOf(child, home));
  }
  return node;
}

/** The schema in which a node's own `$ref` is resolved: definitions of the shared file refer to their own file. */
export function homeOf(node: SchemaNode, home: SchemaNode): SchemaNode {
  const common = schemaOf('common');
  const own = node.$ref?.startsWith('#/$defs/') ? node.$ref.slice('#/$defs/'.length) : null;
  return own !== null && home.$defs?.[own] === undefined && common.$defs?.[own] !== undefined ? common : home;
}

function ownProperty({ properties = {}, additionalProperties }: SchemaNode, name: string): SchemaNode | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
}
