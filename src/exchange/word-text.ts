import type { XmlElement, XmlNode } from './xml.js';

/** A run with the place of its text in its paragraph. */
export interface RunPiece {
  readonly run: XmlElement;
  readonly start: number;
}

/** A mark of a footnote or an endnote, behind so many characters of its paragraph. */
export interface NoteMark {
  readonly at: number;
  readonly kind: NoteKind;
  readonly id: string;
}

export type NoteKind = 'footnote' | 'endnote';

/** The text of a paragraph, the runs it is made of, and the text boxes and marks of notes in it. */
interface ParagraphText {
  readonly text: string;
  readonly runs: readonly RunPiece[];
  readonly boxes: readonly XmlElement[];
  readonly notes: readonly NoteMark[];
}

/** A paragraph's text while it is collected. */
interface Collected {
  text: string;
  readonly runs: RunPiece[];
  readonly boxes: XmlElement[];
  readonly notes: NoteMark[];
}

const NOTE_MARK = /^w:(footnote|endnote)Reference$/;

/** Deleted, moved away, and what older programs would show instead of what stands beside it. */
const DROPPED = ['w:del', 'w:moveFrom', 'mc:Fallback'];
/** What an empty element of a run reads as: 3⏎5场 are two numbers. */
const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};
const TITLE_STYLES = /^(?:title|标题)$/i;
const HEADING_STYLES = /^(?:heading|标题)\s?([1-9])$/i;

/** Reads the text of paragraphs as it is seen with all changes accepted. */
export class WordText {
  /** Styles whose text is hidden, and those of headings with their level: the title's is 0. */
  private readonly hidden = new Set<string>();
  private readonly levels = new Map<string, number>();

  constructor(styles: XmlElement | undefined) {
    for (const style of styles ? childrenOf(styles, 'w:style') : []) {
      const id = attributeOf(style, 'w:styleId') ?? '';
      const look = childOf(style, 'w:rPr');
      if (look && isOn(childOf(look, 'w:vanish'))) this.hidden.add(id);
      const level = styleLevel(style);
      if (level !== undefined) this.levels.set(id, level);
    }
  }

  isDropped({ name }: XmlElement): boolean {
    return DROPPED.includes(name);
  }

  isDroppedRow(row: XmlElement): boolean {
    const properties = childOf(row, 'w:trPr');
    return properties !== undefined && childOf(properties, 'w:del') !== undefined;
  }

  /** The level of a heading by its outline or its style; undefined for other paragraphs. */
  levelOf(properties: XmlElement | undefined): number | undefined {
    if (!properties) return undefined;
    const outline = childOf(properties, 'w:outlineLvl');
    const own = outline && Number(attributeOf(outline, 'w:val'));
    if (own !== undefined && own < 9) return own + 1;
    const style = childOf(properties, 'w:pStyle');
    return style && this.levels.get(attributeOf(style, 'w:val') ?? '');
  }

  ofParagraph(paragraph: XmlElement): ParagraphText {
    const found: Collected = { text: '', runs: [], boxes: [], notes: [] };
    this.collect(paragraph.children, found);
    return found;
  }

  private collect(nodes: readonly XmlNode[], found: Collected): void {
    for (const node of nodes) {
      if (typeof node === 'string' || this.isDropped(node) || node.name === 'w:pPr') continue;
      const kind = NOTE_MARK.exec(node.name)?.[1] as NoteKind | undefined;
      if (kind) found.notes.push({ at: found.text.length, kind, id: attributeOf(node, 'w:id') ?? '' });
      else if (node.name === 'w:txbxContent') found.boxes.push(node);
      else if (node.name !== 'w:r') this.collect(node.children, found);
      else if (!this.isHidden(node)) {
        found.runs.push({ run: node, start: found.text.length });
        found.text += runText(node);
        // What is drawn stands within runs.
        this.collect(
          node.children.filter((child) => typeof child !== 'string' && !isText(child)),
          found,
        );
      }
    }
  }

  private isHidden(run: XmlElement): boolean {
    const look = childOf(run, 'w:rPr');
    if (!look) return false;
    const vanish = childOf(look, 'w:vanish');
    if (vanish) return isOn(vanish);
    const style = childOf(look, 'w:rStyle');
    return style !== undefined && this.hidden.has(attributeOf(style, 'w:val') ?? '');
  }
}

/** The text of a run itself, without what is drawn in it. */
export function runText({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? '' : pieceText(child))).join('');
}

/** The text of one element of a run. */
export function pieceText(element: XmlElement): string {
  if (element.name === 'w:t') return element.children.filter((child) => typeof child === 'string').join('');
  return SIGNS[element.name] ?? '';
}

const isText = ({ name }: XmlElement): boolean => name === 'w:t' || name === 'w:rPr' || SIGNS[name] !== undefined;

function styleLevel(style: XmlElement): number | undefined {
  const name = attributeOf(childOf(style, 'w:name') ?? style, 'w:val') ?? '';
  if (TITLE_STYLES.test(name)) return 0;
  const heading = HEADING_STYLES.exec(name)?.[1];
  if (heading !== undefined) return Number(heading);
  const properties = childOf(style, 'w:pPr');
  const outline = properties && childOf(properties, 'w:outlineLvl');
  const level = outline && Number(attributeOf(outline, 'w:val'));
  return level === undefined || level > 8 ? undefined : level + 1;
}

/** A switch of Word is on where it stands, unless it says that it is off. */
function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off'].includes(attributeOf(element, 'w:val') ?? '1');
}

export function childrenOf({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => typeof child !== 'string' && child.name === name) as readonly XmlElement[];
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}

export function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  return attributes[name];
}
