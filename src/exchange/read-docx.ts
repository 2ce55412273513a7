import type { Draft, Passage } from '../document/draft.js';
import { cellHeads } from '../reports/draft/own-phrases.js';
import { OfficeFileFault, readZip } from './read-zip.js';
import { shortEnough } from './short-passages.js';
import {
  attributeOf,
  childOf,
  childrenOf,
  type NoteKind,
  type NoteMark,
  type RunPiece,
  WordText,
} from './word-text.js';
import { parseXml, type XmlElement, type XmlNode } from './xml.js';

/** A Word file read as a draft, with the runs that its passages are made of, so that they can be commented on. */
export interface WordDraft {
  readonly draft: Draft;
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** `word/document.xml`. */
  readonly document: XmlElement;
  readonly runs: ReadonlyMap<Passage, readonly RunPiece[]>;
  /** Where a comment on a note stands: Word takes none within it, so at its mark. */
  readonly marks: ReadonlyMap<Passage, { readonly start: number; readonly end: number }>;
}

export const BODY = 'word/document.xml';
const STYLES = 'word/styles.xml';

/**
 * Reads the text of a Word file as it would read with all changes accepted: what was inserted or moved to is taken, what
 * was deleted or moved away is not, nor is hidden text. A footnote or an endnote follows the paragraph with its mark; headers
 * and footers are no part of it.
 * @throws OfficeFileFault for what is no Word file, is damaged or too large
 */
export function readDocx(bytes: Uint8Array): WordDraft {
  const parts = readZip(bytes);
  const body = parts.get(BODY);
  if (body === undefined) throw notWord();
  const document = parsed(body);
  if (childOf(document, 'w:body') === undefined) throw notWord();
  const partOf = (name: string): XmlElement | undefined => {
    const part = parts.get(name);
    return part === undefined ? undefined : parsed(part);
  };
  const notes = new Map(
    (['footnote', 'endnote'] as const).map((kind) => [kind, notesIn(partOf(`word/${kind}s.xml`), kind)]),
  );
  const reader = new DocxReader(new WordText(partOf(STYLES)), notes);
  reader.read(document);
  const { passages, runs, marks } = reader;
  return { draft: { counted: '段', passages }, parts, document, runs, marks };
}

/** The notes of a kind by their numbers. */
type Notes = ReadonlyMap<NoteKind, ReadonlyMap<string, XmlElement>>;

function notesIn(part: XmlElement | undefined, kind: NoteKind): ReadonlyMap<string, XmlElement> {
  const notes = part ? childrenOf(part, `w:${kind}`) : [];
  return new Map(notes.map((note) => [attributeOf(note, 'w:id') ?? '', note]));
}

const notWord = () => new OfficeFileFault('不是 Word 文档', '在 Word 或 WPS 里打开，另存为 .docx 再试。');

function parsed(part: Uint8Array): XmlElement {
  try {
    return parseXml(part);
  } catch {
    throw new OfficeFileFault('文件已损坏', '在 Word 或 WPS 里打开，另存一份再试。');
  }
}

/** A paragraph, with those before it whose ends were deleted. */
interface Whole {
  readonly text: string;
  readonly runs: readonly RunPiece[];
  readonly notes: readonly NoteMark[];
  readonly place: number;
}

/** A table's cell as it is read: the titles of its row and column. */
type Heads = string | undefined;

class DocxReader {
  readonly passages: Passage[] = [];
  readonly runs = new Map<Passage, readonly RunPiece[]>();
  readonly marks = new Map<Passage, { readonly start: number; readonly end: number }>();
  private count = 0;
  /** The text of a paragraph whose end was deleted: the next one continues it. */
  private open: Whole | null = null;

  constructor(
    private readonly words: WordText,
    private readonly notes: Notes,
  ) {}

  read(document: XmlElement): void {
    this.blocks(childOf(document, 'w:body')?.children ?? []);
    if (this.open) this.close(this.open, {});
  }

  /** Paragraphs and tables, in whatever wraps them. */
  private blocks(nodes: readonly XmlNode[], heads?: Heads): void {
    for (const node of nodes) {
      if (typeof node === 'string' || this.words.isDropped(node)) continue;
      if (node.name === 'w:p') this.paragraph(node, heads);
      else if (node.name === 'w:tbl') this.table(node);
      else this.blocks(node.children, heads);
    }
  }

  private paragraph(element: XmlElement, heads: Heads): void {
    this.count += 1;
    const { text, runs, boxes, notes } = this.words.ofParagraph(element);
    const before = this.open;
    const length = before?.text.length ?? 0;
    const whole = {
      text: (before?.text ?? '') + text,
      runs: [...(before?.runs ?? []), ...runs.map((piece) => ({ ...piece, start: piece.start + length }))],
      notes: [...(before?.notes ?? []), ...notes.map((note) => ({ ...note, at: note.at + length }))],
      place: before?.place ?? this.count,
    };
    const properties = childOf(element, 'w:pPr');
    const mark = properties && childOf(properties, 'w:rPr');
    this.open = mark && childOf(mark, 'w:del') ? whole : null;
    if (!this.open) {
      const level = this.words.levelOf(properties);
      this.close(whole, { ...(heads === undefined ? {} : { heads }), ...(level === undefined ? {} : { level }) });
    }
    for (const box of boxes) this.blocks(box.children);
  }

  private close({ text, runs, notes, place }: Whole, more: Pick<Passage, 'heads' | 'level'>): void {
    this.open = null;
    if (text.trim() !== '') {
      let start = 0;
      for (const passage of shortEnough({ text, place, ...more })) {
        const from = start;
        this.passages.push(passage);
        this.runs.set(
          passage,
          runs.map((piece) => ({ ...piece, start: piece.start - from })),
        );
        start += passage.text.length;
      }
    }
    for (const note of notes) this.note(note, runs, place);
  }

  /** What a note says, at the place of its paragraph; it heads nothing. */
  private note({ kind, id, at }: NoteMark, runs: readonly RunPiece[], place: number): void {
    const note = this.notes.get(kind)?.get(id);
    for (const element of note ? childrenOf(note, 'w:p') : []) {
      const { text } = this.words.ofParagraph(element);
      if (text.trim() === '') continue;
      for (const passage of shortEnough({ text, place, heads: '' })) {
        this.passages.push(passage);
        this.runs.set(passage, runs);
        this.marks.set(passage, { start: Math.max(at - 1, 0), end: Math.max(at, 1) });
      }
    }
  }

  /** The first row of a table with several is its head. */
  private table(element: XmlElement): void {
    const rows = rowsOf(element).filter((row) => !this.words.isDroppedRow(row));
    const [first] = rows;
    const columns = first && rows.length > 1 ? cellsOf(first).map((cell) => this.textOf(cell)) : [];
    for (const row of rows) {
      const cells = cellsOf(row);
      const name = cells[0] ? this.textOf(cells[0]) : '';
      for (const [index, cell] of cells.entries()) {
        const isHead = row === first || rows.length === 1;
        this.blocks(cell.children, isHead ? undefined : cellHeads(name, columns[index] ?? '', index));
      }
    }
  }

  private textOf(cell: XmlElement): string {
    return childrenOf(cell, 'w:p')
      .map((paragraph) => this.words.ofParagraph(paragraph).text)
      .join('');
  }
}

/** The rows of a table, in whatever wraps them. */
function rowsOf({ children }: XmlElement): readonly XmlElement[] {
  return children.flatMap((node) => {
    if (typeof node === 'string' || node.name === 'w:tc') return [];
    return node.name === 'w:tr' ? [node] : rowsOf(node);
  });
}

/** A row's cells by columns: a cell over several stands in the first. */
function cellsOf(row: XmlElement): readonly XmlElement[] {
  return row.children.flatMap((node) => {
    if (typeof node === 'string') return [];
    if (node.name !== 'w:tc') return node.name === 'w:trPr' ? [] : cellsOf(node);
    const properties = childOf(node, 'w:tcPr');
    const span = properties && childOf(properties, 'w:gridSpan');
    const more = Math.min(Math.max(Number(span ? attributeOf(span, 'w:val') : 1) || 1, 1), 64) - 1;
    const empty: XmlElement = { name: 'w:tc', attributes: {}, children: [] };
    return [node, ...Array.from({ length: more }, () => empty)];
  });
}
