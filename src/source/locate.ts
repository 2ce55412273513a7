import { parseEvents } from 'js-yaml';
import type { Place, Range } from '../diagnostics/diagnostic.js';
import { escapePointer, unescapePointer } from '../text/json-pointer.js';
import { LineIndex } from './line-index.js';
import { buildTree, type TreeNode } from './tree.js';

/** Mappings with this many pairs get an index. */
const MANY = 32;

type Pair = NonNullable<TreeNode['pairs']>[number];

/** A piece of a file's text. */
interface Piece {
  readonly text: string;
  readonly offsets: readonly [start: number, end: number];
}

/** The text of a value as it is typed, and the comment on its line. */
export interface ValueText extends Piece {
  readonly comment?: Piece;
}

/** Turns places in one file's data into lines and columns. Parses the text when first asked. */
export class Locator {
  private readonly index: LineIndex;
  private tree: TreeNode | null | undefined;
  /** The pairs of large mappings by their key, so that thousands of findings in one record take linear time. */
  private readonly pairs = new Map<TreeNode, ReadonlyMap<string, Pair>>();

  constructor(private readonly text: string) {
    this.index = new LineIndex(text);
  }

  /** The range of a place: 1:1 for the whole file; for a pointer that does not exist, the range of its nearest parent. */
  range(place: Place): Range {
    const offsets = place.offsets ?? this.offsets(place);
    if (!offsets) return { line: 1, column: 1, endLine: 1, endColumn: 1 };
    return this.index.range(offsets[0], Math.min(offsets[1], Math.max(this.index.lineEnd(offsets[0]), offsets[0] + 1)));
  }

  line(number: number): string {
    return this.index.line(number);
  }

  /** The text of the value at a pointer, or of its nearest parent; null where the file cannot be parsed. */
  valueText(pointer: string): ValueText | null {
    const offsets = this.offsets({ pointer });
    if (!offsets) return null;
    const [start, end] = offsets;
    const [, space = '', comment] = /^(:?[ \t]*)(#.*)?/.exec(this.text.slice(end, this.index.lineEnd(end))) ?? [];
    const at = end + space.length;
    return {
      text: this.text.slice(start, end),
      offsets,
      ...(comment === undefined ? {} : { comment: { text: comment, offsets: [at, at + comment.length] as const } }),
    };
  }

  /** The pointer of the innermost value that holds an offset; empty for what belongs to none, such as a comment. */
  pointerAt(offset: number): string {
    this.tree ??= this.parse();
    let pointer = '';
    for (let node = this.tree ?? undefined; node; ) {
      const { pairs = [], items = [] }: TreeNode = node;
      const pair = pairs[lastAt(pairs.length, (index) => pairs[index]?.keyNode.start ?? 0, offset)];
      const item = lastAt(items.length, (index) => items[index]?.start ?? 0, offset);
      node = pair?.value ?? items[item];
      if (!node || node.end <= offset) return pointer;
      pointer += pair ? `/${escapePointer(pair.key)}` : `/${item}`;
    }
    return pointer;
  }

  /** The offsets of the key or the value at a place; of its nearest parent where it does not exist. */
  offsets({ pointer, part }: Pick<Place, 'pointer' | 'part'>): readonly [number, number] | null {
    if (pointer === undefined) return null;
    this.tree ??= this.parse();
    if (this.tree === null) return null;
    let node = this.tree;
    let key: TreeNode | undefined;
    for (const segment of pointer.split('/').slice(1).map(unescapePointer)) {
      const pair = node.pairs && this.pairOf(node, node.pairs, segment);
      const next = pair?.value ?? node.items?.[Number(segment)];
      if (!next) break;
      key = pair?.keyNode;
      node = next;
    }
    const found = part === 'key' && key ? key : node;
    return [found.start, found.end];
  }

  private pairOf(node: TreeNode, pairs: readonly Pair[], segment: string): Pair | undefined {
    if (pairs.length < MANY) return pairs.find(({ key }) => key === segment);
    const known = this.pairs.get(node) ?? new Map([...pairs].reverse().map((pair) => [pair.key, pair]));
    this.pairs.set(node, known);
    return known.get(segment);
  }

  private parse(): TreeNode | null {
    try {
      return buildTree(this.text, parseEvents(this.text, {}));
    } catch {
      return null;
    }
  }
}

/** The index of the last of `count` sorted places that begins at or before an offset, or -1. */
function lastAt(count: number, startOf: (index: number) => number, offset: number): number {
  let [low, high] = [-1, count - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
