import type { Block, Cell, Heading, Inline, Printable, Table } from '../document/report-document.js';
import { isWorded } from './plain-text.js';

/**
 * A document with a short mark 〔1〕 after every printed figure, the same one wherever the figure appears; each table or
 * section ends with the ids of the marks it introduced, for `explain`. The result is a document again, so that text
 * formats need not know of marks.
 */
export function withFigureMarks(document: Printable): Printable {
  const marks = new FigureMarks();
  return {
    ...document,
    body: marks.sections(document.body),
    appendices: (document.appendices ?? []).map(({ title, body }) => ({ title, body: marks.sections(body) })),
  };
}

/** In a table with more columns of figures the marks are under the numbers, so that it still fits a terminal. */
const MOST_BESIDE = 4;

class FigureMarks {
  private readonly numbers = new Map<string, number>();
  /** Marked, and not yet listed with their ids. */
  private pending: string[] = [];

  /** Marks blocks; what their paragraphs brought is listed before the next heading and at the end. */
  sections(blocks: readonly Block[]): Block[] {
    const marked = blocks.flatMap((block): Block[] => {
      if (block.type === 'heading') return [...this.listed(), this.heading(block)];
      if (!isWorded(block)) return [block];
      return [block.type === 'table' ? this.table(block) : { ...block, content: this.cell(block.content) }];
    });
    return [...marked, ...this.listed()];
  }

  /** The claim of a title is marked behind it. */
  private heading(heading: Heading): Heading {
    const { claim, title } = heading;
    return claim === undefined ? heading : { ...heading, title: title + this.markOf(claim.id) };
  }

  private table(table: Table): Table {
    // What the paragraphs before brought is listed with them, not under the table.
    const before = this.pending;
    this.pending = [];
    const between = figureColumns(table) > MOST_BESIDE ? '\n' : '';
    const rows = table.rows.map((row) => row.map((cell) => this.cell(cell, between)));
    const total = table.total?.map((cell) => this.cell(cell, between));
    const notes = table.notes.map((note) => this.cell(note));
    const ids = this.pending.map((line) => [plain(line)]);
    this.pending = before;
    return { ...table, rows, ...(total ? { total } : {}), notes: [...notes, ...ids] };
  }

  private listed(): Block[] {
    const lines = this.pending;
    this.pending = [];
    return lines.length === 0 ? [] : [{ type: 'notice', tone: 'info', content: [plain(lines.join('\n'))] }];
  }

  private cell(content: Cell, between = ''): Inline[] {
    return content.flatMap((inline) =>
      inline.type === 'figure' || inline.type === 'verdict'
        ? [inline, plain(between + this.markOf(inline.figure.id))]
        : [inline],
    );
  }

  private markOf(id: string): string {
    const known = this.numbers.get(id);
    const number = known ?? this.numbers.size + 1;
    const mark = `〔${number}〕`;
    if (known === undefined) {
      this.numbers.set(id, number);
      this.pending.push(`${mark} ${id}`);
    }
    return mark;
  }
}

function figureColumns({ columns, rows }: Table): number {
  return columns.filter((_, index) => rows.some((row) => row[index]?.some(({ type }) => type === 'figure'))).length;
}

function plain(text: string): Inline {
  return { type: 'text', text };
}
