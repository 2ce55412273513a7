import type { DraftComment } from '../document/draft.js';
import { zipped } from '../render/zip.js';
import { BODY, type WordDraft } from './read-docx.js';
import { attributeOf, childrenOf, pieceText, type RunPiece, runText } from './word-text.js';
import { parseXml, writeXml, type XmlElement, type XmlNode } from './xml.js';

const COMMENTS = 'word/comments.xml';
const RELATIONS = 'word/_rels/document.xml.rels';
const TYPES = '[Content_Types].xml';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const COMMENTS_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';

/**
 * The Word file with the comments beside those it has; everything else stays as it is. The same draft and comments give the
 * same bytes.
 */
export function commentDocx(
  { parts, document, runs, marks }: WordDraft,
  comments: readonly DraftComment[],
): Uint8Array {
  const known = parts.get(COMMENTS);
  const existing = known ? parseXml(known) : element('w:comments', { 'xmlns:w': WORD });
  const first = firstFree(existing);
  const cuts = new Map<XmlElement, Cut[]>();
  for (const [index, { passage, ...place }] of comments.entries())
    cut(cuts, runs.get(passage) ?? [], marks.get(passage) ?? place, first + index);
  const added = new Map(parts);
  added.set(BODY, writeXml(withCuts(document, cuts)));
  const written = comments.map((comment, index) => commentElement(comment, first + index));
  added.set(COMMENTS, writeXml({ ...existing, children: [...existing.children, ...written] }));
  if (!known) register(added);
  return zipped(added);
}

type Place = Pick<DraftComment, 'start' | 'end'>;

/** Where a comment begins or ends within a run's text. */
interface Cut {
  readonly at: number;
  readonly id: number;
  readonly end: boolean;
}

/** The number after the highest that a comment of the file has. */
function firstFree(comments: XmlElement): number {
  const ids = childrenOf(comments, 'w:comment').map((comment) => Number(attributeOf(comment, 'w:id')));
  return Math.max(-1, ...ids.filter((id) => Number.isSafeInteger(id))) + 1;
}

function cut(cuts: Map<XmlElement, Cut[]>, runs: readonly RunPiece[], { start, end }: Place, id: number): void {
  const first = runs.find((piece) => start < piece.start + runText(piece.run).length);
  const last = runs.findLast((piece) => piece.start < end);
  if (!first || !last) return;
  const add = ({ run }: RunPiece, one: Cut): void => {
    cuts.set(run, [...(cuts.get(run) ?? []), one]);
  };
  add(first, { at: Math.max(start - first.start, 0), id, end: false });
  add(last, { at: Math.min(end - last.start, runText(last.run).length), id, end: true });
}

/** The element with its runs divided at the cuts, and the marks of comments between the pieces. */
function withCuts(node: XmlElement, cuts: ReadonlyMap<XmlElement, readonly Cut[]>): XmlElement {
  return {
    ...node,
    children: node.children.flatMap((child): readonly XmlNode[] => {
      if (typeof child === 'string') return [child];
      const own = cuts.get(child);
      return own ? divided(child, own, cuts) : [withCuts(child, cuts)];
    }),
  };
}

function divided(
  run: XmlElement,
  own: readonly Cut[],
  cuts: ReadonlyMap<XmlElement, readonly Cut[]>,
): readonly XmlElement[] {
  const sorted = own.toSorted((a, b) => a.at - b.at || Number(b.end) - Number(a.end) || a.id - b.id);
  const pieces: XmlElement[] = [];
  let rest = withCuts(run, cuts);
  let done = 0;
  for (const { at, id, end } of sorted) {
    const [before, behind] = splitRun(rest, at - done);
    if (before) pieces.push(before);
    pieces.push(...marks(id, end));
    rest = behind ?? { ...rest, children: [] };
    done = at;
  }
  return rest.children.some((child) => typeof child !== 'string' && child.name !== 'w:rPr')
    ? [...pieces, rest]
    : pieces;
}

/** A run in two at an offset of its text; a side without text or anything else is left out. */
function splitRun(run: XmlElement, at: number): readonly [XmlElement | undefined, XmlElement | undefined] {
  const look = childrenOf(run, 'w:rPr');
  const before: XmlElement[] = [];
  const behind: XmlElement[] = [];
  let read = 0;
  for (const child of run.children) {
    if (typeof child === 'string' || child.name === 'w:rPr') continue;
    const text = pieceText(child);
    const inner = Math.min(Math.max(at - read, 0), text.length);
    read += text.length;
    if (text === '' ? read < at || (read === at && at > 0) : inner === text.length) before.push(child);
    else if (inner === 0) behind.push(child);
    else {
      before.push(textElement(text.slice(0, inner)));
      behind.push(textElement(text.slice(inner)));
    }
  }
  const side = (children: readonly XmlElement[]): XmlElement | undefined =>
    children.length === 0 ? undefined : { ...run, children: [...look, ...children] };
  return [side(before), side(behind)];
}

function marks(id: number, end: boolean): readonly XmlElement[] {
  if (!end) return [element('w:commentRangeStart', { 'w:id': String(id) })];
  return [
    element('w:commentRangeEnd', { 'w:id': String(id) }),
    element('w:r', {}, [element('w:commentReference', { 'w:id': String(id) })]),
  ];
}

function commentElement({ text, author }: DraftComment, id: number): XmlElement {
  const attributes = { 'w:id': String(id), 'w:author': author, 'w:initials': author.slice(-2) };
  return element('w:comment', attributes, [element('w:p', {}, [element('w:r', {}, [textElement(text)])])]);
}

/** Names the part of comments where Word looks for it. */
function register(parts: Map<string, Uint8Array>): void {
  edit(
    parts,
    TYPES,
    { name: 'Types', attributes: { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' } },
    () => element('Override', { PartName: `/${COMMENTS}`, ContentType: COMMENTS_TYPE }),
  );
  edit(
    parts,
    RELATIONS,
    { name: 'Relationships', attributes: { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' } },
    (relations) => {
      const ids = new Set(relations.children.map((each) => (typeof each === 'string' ? '' : attributeOf(each, 'Id'))));
      let id = 'comments';
      while (ids.has(id)) id += '1';
      return element('Relationship', { Id: id, Type: COMMENTS_RELATION, Target: 'comments.xml' });
    },
  );
}

function edit(
  parts: Map<string, Uint8Array>,
  name: string,
  empty: Pick<XmlElement, 'name' | 'attributes'>,
  child: (root: XmlElement) => XmlElement,
): void {
  const part = parts.get(name);
  const root = part ? parseXml(part) : { ...empty, children: [] };
  parts.set(name, writeXml({ ...root, children: [...root.children, child(root)] }));
}

function textElement(text: string): XmlElement {
  return element('w:t', { 'xml:space': 'preserve' }, [text]);
}

export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  return { name, attributes, children };
}
