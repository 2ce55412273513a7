import type { XmlElement, XmlNode } from '../xml.js';
import { type Place, type Tag, tagsOf } from './tag.js';
import type { TemplateElement, TemplateNode } from './template-tree.js';

/** What Word shows as deleted, or as moved elsewhere. */
const GONE = ['w:del', 'w:moveFrom'];
/** Between two of them a tag is interrupted. */
const BREAKS = ['w:br', 'w:cr', 'w:tab'];

/** Where each of a paragraph's texts (`w:t`) begins in the paragraph's whole text. */
interface Piece {
  readonly element: XmlElement;
  readonly text: string;
  readonly start: number;
}

/**
 * A part with its tags in place of their text. A tag that Word split over several runs stands in the first of them; the
 * start and the end of a loop stand between runs, or between paragraphs where one is all that its paragraph holds.
 * @param part its name in messages, empty for the text itself
 * @returns the part, and its tags in order
 * @throws TemplateFault
 */
export function placeTags(root: XmlElement, part: string): { readonly root: TemplateElement; readonly tags: Tag[] } {
  const tags: Tag[] = [];
  let number = 0;

  const nodesOf = (node: XmlNode): TemplateNode[] => {
    if (typeof node === 'string') return [node];
    return node.name === 'w:p' ? paragraph(node) : [{ ...node, children: node.children.flatMap(nodesOf) }];
  };

  const paragraph = (element: XmlElement): TemplateNode[] => {
    const pieces = piecesOf(element);
    const text = pieces.map((piece) => piece.text).join('');
    if (text.trim() !== '') number += 1;
    const place: Place = { part, number, text };
    const found = tagsOf(place);
    tags.push(...found);
    const [first] = found;
    if (first && first.role !== 'value' && first.written === text.trim() && !has(element, 'w:sectPr')) return [first];
    const replaced = new Map(pieces.map((piece) => [piece.element, pieceNodes(piece, found)]));
    const inside = (node: XmlNode): TemplateNode[] => {
      if (typeof node === 'string') return [node];
      // A paragraph in a text box is one of its own.
      if (node.name === 'w:p') return paragraph(node);
      const children = replaced.get(node) ?? null;
      if (children) return children;
      const made = { ...node, children: node.children.flatMap(inside) };
      return node.name === 'w:r' ? runs(made) : [made];
    };
    return [{ ...element, children: element.children.flatMap(inside) }];
  };

  return { root: { ...root, children: root.children.flatMap(nodesOf) }, tags };
}

function piecesOf(paragraph: XmlElement): Piece[] {
  const pieces: Piece[] = [];
  let length = 0;
  const visit = (node: XmlNode): void => {
    if (typeof node === 'string' || node.name === 'w:p' || GONE.includes(node.name)) return;
    const text = node.name === 'w:t' ? textOf(node) : BREAKS.includes(node.name) ? '\n' : null;
    if (text === null) {
      // Tab stops in the paragraph's properties have the name of a tab.
      if (node.name !== 'w:pPr') node.children.forEach(visit);
      return;
    }
    pieces.push({ element: node, text, start: length });
    length += text.length;
  };
  paragraph.children.forEach(visit);
  return pieces;
}

function textOf({ children }: XmlElement): string {
  return children.filter((child) => typeof child === 'string').join('');
}

/** A text of a run without the characters of tags, and each tag where it begins. */
function pieceNodes({ element, text, start }: Piece, tags: readonly Tag[]): TemplateNode[] {
  if (element.name !== 'w:t') return [element];
  const nodes: TemplateNode[] = [];
  let at = 0;
  const keep = (end: number): void => {
    if (end > at) nodes.push(textElement(text.slice(at, end)));
  };
  for (const tag of tags) {
    const [from, until] = [tag.start - start, tag.end - start];
    if (until <= 0 || from >= text.length) continue;
    keep(from);
    if (from >= 0) nodes.push(tag);
    at = Math.max(at, until);
  }
  keep(text.length);
  return nodes;
}

/** A text of a run whose blanks are kept. */
export function textElement(text: string): XmlElement {
  return { name: 'w:t', attributes: { 'xml:space': 'preserve' }, children: [text] };
}

/** A run, cut where a loop starts or ends in it; each piece keeps the look. */
function runs(run: TemplateElement): TemplateNode[] {
  const isMark = (node: TemplateNode): node is Tag =>
    typeof node !== 'string' && 'role' in node && node.role !== 'value';
  if (!run.children.some(isMark)) return [run];
  const look = run.children.filter((node) => typeof node !== 'string' && 'name' in node && node.name === 'w:rPr');
  const nodes: TemplateNode[] = [];
  let piece: TemplateNode[] = [];
  const end = (): void => {
    if (piece.length > 0) nodes.push({ ...run, children: [...look, ...piece] });
    piece = [];
  };
  for (const child of run.children) {
    if (isMark(child)) {
      end();
      nodes.push(child);
    } else if (!look.includes(child)) piece.push(child);
  }
  end();
  return nodes;
}

function has(element: XmlElement, name: string): boolean {
  return element.children.some((child) => typeof child !== 'string' && (child.name === name || has(child, name)));
}
