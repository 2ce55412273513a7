import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';

/** A value of a file and where it stands; offsets are UTF-16, the end exclusive. */
export interface TreeNode {
  readonly start: number;
  readonly end: number;
  /** The entries of a mapping, keys as text. */
  readonly pairs?: readonly { readonly key: string; readonly keyNode: TreeNode; readonly value: TreeNode }[];
  readonly items?: readonly TreeNode[];
}

/** Builds the tree of positions of a whole file; null for a file without content. */
export function buildTree(text: string, events: readonly Event[]): TreeNode | null {
  let at = 0;
  let last = 0;

  /** The node at the next event, and its text in case it is a key. */
  const node = (): { tree: TreeNode; key: string } => {
    const event = events[at++];
    if (event === undefined || event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) {
      return { tree: { start: last, end: last }, key: '' };
    }
    if (event.type === EVENT_ID.ALIAS) return { tree: { start: event.anchorStart, end: event.anchorEnd }, key: '' };
    if (event.type === EVENT_ID.SCALAR) {
      const tree = scalar(event, text, last);
      last = tree.end;
      return { tree, key: event.valueStart === -1 ? '' : getScalarValue(text, event) };
    }
    const { start } = event;
    last = start;
    const list = event.type === EVENT_ID.SEQUENCE;
    const items: TreeNode[] = [];
    const pairs: { key: string; keyNode: TreeNode; value: TreeNode }[] = [];
    while (at < events.length && events[at]?.type !== EVENT_ID.POP) {
      const first = node();
      if (list) items.push(first.tree);
      else pairs.push({ key: first.key, keyNode: first.tree, value: node().tree });
    }
    at += 1;
    const tree = list ? { start, end: last, items } : { start, end: last, pairs };
    return { tree, key: '' };
  };

  if (events[at++]?.type !== EVENT_ID.DOCUMENT || events[at]?.type === EVENT_ID.POP) return null;
  return node().tree;
}

function scalar(event: ScalarEvent, text: string, last: number): TreeNode {
  if (event.valueStart === -1) return { start: last, end: last };
  const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
  const block = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
  const end = block ? trimmedEnd(text, event.valueStart, event.valueEnd) : event.valueEnd;
  const start = block ? event.valueStart + leading(text.slice(event.valueStart, end)) : event.valueStart;
  return { start: start - quoted, end: end + quoted };
}

const leading = (text: string): number => text.length - text.trimStart().length;

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
