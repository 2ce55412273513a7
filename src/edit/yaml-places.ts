import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** The document of a text; null where it is not YAML. Ranges are UTF-16 offsets in the text. */
export function documentOf(text: string): ReturnType<typeof parseDocument> | null {
  const document = parseDocument(text, { keepSourceTokens: true, logLevel: 'silent', prettyErrors: false });
  return document.errors.length > 0 ? null : document;
}

/** A pair of a mapping whose key is a scalar. */
export interface Member {
  readonly key: string;
  readonly start: number;
  readonly keyEnd: number;
  /** Behind its colon. */
  readonly behind: number;
  /** Where its value ends, without a comment on the line. */
  readonly end: number;
  readonly value: Node | null;
}

export function membersOf(map: YAMLMap): readonly Member[] {
  return map.items.map((pair) => memberOf(pair as Pair<Node, Node | null>));
}

function memberOf({ key, value, srcToken }: Pair<Node, Node | null>): Member {
  const [start = 0, keyEnd = 0] = key.range ?? [];
  const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
  const behind = colon ? colon.offset + 1 : keyEnd;
  const name = isScalar(key) ? String(key.source ?? key.value) : '';
  return { key: name, start, keyEnd, behind, end: contentEnd(value, behind), value };
}

/** Where the text of a value ends, without comments and line breaks behind it. @param otherwise where nothing stands */
export function contentEnd(node: Node | null, otherwise: number): number {
  if (!node?.range || node.range[0] === node.range[1]) return otherwise;
  const last = isCollection(node) && node.flow !== true ? node.items.length - 1 : -1;
  if (isMap(node) && last >= 0) return memberOf(node.items[last] as Pair<Node, Node | null>).end;
  if (isSeq(node) && last >= 0) return contentEnd(node.items[last] as Node, dashOf(node, last) + 1);
  return node.range[1] - (isBlockScalar(node) ? blankEnd(node) : 0);
}

/** The number of spaces and line breaks at the end of a block scalar. */
function blankEnd({ srcToken }: Node): number {
  const { source = '' } = (srcToken ?? {}) as { readonly source?: string };
  return /\s*$/.exec(source)?.[0].length ?? 0;
}

export function isBlockScalar(node: Node | null): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}

/** The offset of an item's dash in a list in block style. */
export function dashOf(seq: YAMLSeq, index: number): number {
  const token = seq.srcToken;
  const item = token?.type === 'block-seq' ? token.items[index] : undefined;
  const dash = item?.start.find(({ type }) => type === 'seq-item-ind');
  return dash?.offset ?? (seq.items[index] as Node | undefined)?.range?.[0] ?? 0;
}

export const isFlow = (node: Node): boolean => isCollection(node) && node.flow === true;

/** The offset of the beginning of a line. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset behind the line break of a line; the end of the text where it has none. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}

/** Behind the comment lines that follow and are indented deeper than a column: they belong to what stands above them. */
export function behindComments(text: string, offset: number, column: number): number {
  let end = offset;
  for (let at = offset; at < text.length; ) {
    const next = lineEnd(text, at);
    const [, space = '', rest] = /^([ \t]*)(\S?)/.exec(text.slice(at, next)) ?? [];
    if (rest !== '#' || space.length <= column) break;
    at = next;
    end = next;
  }
  return end;
}

export type { Node, YAMLMap, YAMLSeq };
export { isMap, isScalar, isSeq };
