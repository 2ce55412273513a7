import { parseEvents } from 'js-yaml';
import type { Place, Range } from '../diagnostics/diagnostic.js';
import { LineIndex } from './line-index.js';
import { buildTree, type TreeNode } from './tree.js';

/** Turns places in one file's data into lines and columns. Parses the file once more, and only when asked. */
export class Locator {
  private readonly index: LineIndex;
  private tree: TreeNode | null | undefined;

  constructor(private readonly text: string) {
    this.index = new LineIndex(text);
  }

  /** A place without pointer or offsets is the whole file, 1:1; one that does not exist is its nearest parent. */
  range(place: Place): Range {
    const offsets = place.offsets ?? this.offsets(place);
    if (!offsets) return { line: 1, column: 1, endLine: 1, endColumn: 1 };
    return this.index.range(offsets[0], Math.min(offsets[1], Math.max(this.index.lineEnd(offsets[0]), offsets[0] + 1)));
  }

  line(number: number): string {
    return this.index.line(number);
  }

  /** The pointer of the innermost value that holds an offset; empty for what belongs to none, such as a comment. */
  pointerAt(offset: number): string {
    this.tree ??= this.parse();
    let pointer = '';
    for (let node = this.tree ?? undefined; node; ) {
      const holds = ({ start, end }: { start: number; end: number }): boolean => start <= offset && offset < end;
      const pair = node.pairs?.find(({ keyNode, value }) => holds({ start: keyNode.start, end: value.end }));
      const item = node.items?.findIndex(holds) ?? -1;
      if (pair) pointer += `/${pair.key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      else if (item >= 0) pointer += `/${item}`;
      node = pair?.value ?? node.items?.[item];
    }
    return pointer;
  }

  private offsets({ pointer, part }: Place): readonly [number, number] | null {
    if (pointer === undefined) return null;
    this.tree ??= this.parse();
    if (this.tree === null) return null;
    let node = this.tree;
    let key: TreeNode | undefined;
    for (const segment of pointer.split('/').slice(1).map(unescapePointer)) {
      const pair = node.pairs?.find((candidate) => candidate.key === segment);
      const next = pair?.value ?? node.items?.[Number(segment)];
      if (!next) break;
      key = pair?.keyNode;
      node = next;
    }
    const found = part === 'key' && key ? key : node;
    return [found.start, found.end];
  }

  private parse(): TreeNode | null {
    try {
      return buildTree(this.text, parseEvents(this.text, {}));
    } catch {
      return null;
    }
  }
}

const unescapePointer = (segment: string): string => segment.replaceAll('~1', '/').replaceAll('~0', '~');
