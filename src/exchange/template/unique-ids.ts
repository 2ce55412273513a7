import type { XmlElement, XmlNode } from '../xml.js';

/** Attributes of paragraphs and rows that only tell Word's own versions apart. */
const OWN_MARKS = ['w14:paraId', 'w14:textId'];
/** What stands in pairs, or belongs to one place of the text: a repetition of it belongs nowhere. */
const ONCE = ['w:bookmarkStart', 'w:bookmarkEnd', 'w:commentRangeStart', 'w:commentRangeEnd'];

/** The parts with every id once: what a loop repeats brings the ids of its template with it. */
export function uniqueIds(parts: ReadonlyMap<string, XmlElement>): Map<string, XmlElement> {
  const seen = new Set<string>();
  const drawings = [...parts.values()].flatMap((root) => [...drawingIds(root)]);
  let highest = Math.max(0, ...drawings);

  /** Whether something comes again. */
  const again = (kind: string, id: string | undefined): boolean => {
    const key = `${kind} ${id}`;
    if (id === undefined || !seen.has(key)) {
      seen.add(key);
      return false;
    }
    return true;
  };

  const unique = (part: string, node: XmlNode): XmlNode[] => {
    if (typeof node === 'string') return [node];
    if (ONCE.includes(node.name) && again(`${part} ${node.name}`, node.attributes['w:id'])) return [];
    const children = node.children.flatMap((child) => unique(part, child));
    return [{ ...node, attributes: attributesOf(node), children }];
  };

  const attributesOf = ({ name, attributes }: XmlElement): Record<string, string> => {
    const kept = Object.entries(attributes).filter(([key, id]) => !OWN_MARKS.includes(key) || !again(key, id));
    const own = Object.fromEntries(kept);
    return name === 'wp:docPr' && again(name, own.id) ? { ...own, id: String(++highest) } : own;
  };

  return new Map(
    [...parts].map(([name, root]) => [
      name,
      { ...root, children: root.children.flatMap((child) => unique(name, child)) },
    ]),
  );
}

function* drawingIds(node: XmlNode): Generator<number> {
  if (typeof node === 'string') return;
  if (node.name === 'wp:docPr') yield Number(node.attributes.id) || 0;
  for (const child of node.children) yield* drawingIds(child);
}
