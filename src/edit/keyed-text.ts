import { nodeAt } from '../schema/dictionary.js';
import { fieldTitled } from '../schema/field-titled.js';
import type { Kind } from '../schema/kinds.js';
import { applyEdits, type Edit } from './apply-edits.js';
import { documentOf, isMap, isSeq, membersOf, type Node } from './yaml-places.js';

/**
 * A file with the dictionary's keys in place of the Chinese titles of fields; a title beside its own key stays, as does all
 * else. A text that is not YAML stays as it is.
 */
export function keyedText(kind: Kind | 'workspace', text: string): string {
  const plain = text.replace(/^\ufeff/, '');
  const mark = text.slice(0, text.length - plain.length);
  const contents = documentOf(plain)?.contents ?? null;
  const records = kind !== 'workspace' && isSeq(contents) ? contents.items : [contents];
  return (
    mark +
    applyEdits(
      plain,
      records.flatMap((record) => keyEdits(kind, record as Node | null, [])),
    )
  );
}

function keyEdits(kind: Kind | 'workspace', node: Node | null, path: readonly string[]): Edit[] {
  if (isSeq(node)) return node.items.flatMap((item, index) => keyEdits(kind, item as Node, [...path, String(index)]));
  if (!isMap(node)) return [];
  const dictionary = nodeAt(kind, path) ?? {};
  const members = membersOf(node);
  const keys = new Set(members.map(({ key }) => key));
  return members.flatMap(({ key, start, keyEnd, value }) => {
    const meant = key in (dictionary.properties ?? {}) ? undefined : fieldTitled(dictionary, key);
    const name = meant === undefined || keys.has(meant) ? key : meant;
    const inner = keyEdits(kind, value, [...path, name]);
    return name === key ? inner : [{ offsets: [start, keyEnd] as const, text: name }, ...inner];
  });
}
