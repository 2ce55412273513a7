import { stateWords } from '../../ledger/kind-table.js';
import { nodeAt, type SchemaNode } from '../../schema/dictionary.js';
import { isKind, type Kind } from '../../schema/kinds.js';

/** What a tag names a part of: a record of a kind, or a group of fields in one, with items of lists as 0. */
export interface Shape {
  readonly kind: Kind;
  readonly path: readonly string[];
}

/** A part that a tag may name. */
export interface Name {
  readonly key: string;
  /** As the dictionary calls it. */
  readonly title: string;
  /** What one value of it is: an item of a list. */
  readonly node: SchemaNode;
  readonly isList: boolean;
  /** What may be named after a dot, or in a loop over it: none for words, numbers and dates. */
  readonly shapes: readonly Shape[];
}

export const STATE = 'state';

/** For colleagues; the dictionary says that they stand in no official text. */
const NOT_PRINTED = ['note', 'excuse'];

const known = new Map<string, readonly Name[]>();

/** The parts of a record or of a group, in the dictionary's order; a record's state last. */
export function namesOf(shape: Shape): readonly Name[] {
  const id = [shape.kind, ...shape.path].join('/');
  const names = known.get(id) ?? findNames(shape);
  known.set(id, names);
  return names;
}

function findNames({ kind, path }: Shape): readonly Name[] {
  const { properties = {} } = nodeAt(kind, path) ?? {};
  const fields = Object.keys(properties)
    .filter((key) => path.length > 0 || !NOT_PRINTED.includes(key))
    .map((key): Name => {
      const field = nodeAt(kind, [...path, key]) ?? {};
      const isList = field.items !== undefined;
      const at = [...path, key, ...(isList ? ['0'] : [])];
      const node = nodeAt(kind, at) ?? {};
      return { key, title: field.title ?? key, node, isList, shapes: shapesOf({ kind, path: at }, node) };
    });
  if (path.length > 0 || stateWords(kind).length === 0) return fields;
  return [...fields, { key: STATE, title: '状态', node: { type: 'string' }, isList: false, shapes: [] }];
}

function shapesOf(shape: Shape, node: SchemaNode): readonly Shape[] {
  if (node.properties !== undefined) return [shape];
  return [node['x-ref'] ?? []].flat().flatMap((kind) => (isKind(kind) ? [{ kind, path: [] }] : []));
}

/** The part of any of the shapes that is called so, by its title or its key; several where they share it. */
export function namedIn(shapes: readonly Shape[], word: string): readonly Name[] {
  return shapes.flatMap((shape) => {
    const names = namesOf(shape);
    return names.find(({ title }) => title === word) ?? names.find(({ key }) => key === word) ?? [];
  });
}
