import { nodeAt, resolveNode, schemaOf } from './dictionary.js';
import type { Kind } from './kinds.js';

const orders = new Map<string, readonly string[]>();

/**
 * The keys of a mapping in a record, in the order in which records write them: what every such mapping must have (`id`, or
 * the day `on` of an event), its own fields in the dictionary's order, then the shared ones (`source`, `note`, `excuse`).
 * @param path field names and list indexes from the record down; empty for the record itself
 */
export function keyOrder(kind: Kind | 'workspace', path: readonly string[] = []): readonly string[] {
  const name = [kind, ...path].join('\n');
  const known = orders.get(name) ?? findOrder(kind, path);
  orders.set(name, known);
  return known;
}

function findOrder(kind: Kind | 'workspace', path: readonly string[]): readonly string[] {
  const { properties = {}, allOf = [] } = nodeAt(kind, path) ?? {};
  const parts = allOf.map((part) => resolveNode(part, schemaOf(kind)));
  const shared = parts.flatMap((part) => Object.keys(part.properties ?? {}));
  const first = parts.flatMap(({ required = [] }) => required).filter((key) => shared.includes(key));
  const own = Object.keys(properties).filter((key) => !shared.includes(key));
  return [...new Set([...first, ...own, ...shared])];
}
