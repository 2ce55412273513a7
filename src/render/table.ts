import type { Cell, Column, Inline, Table } from '../document/report-document.js';
import { shownLines } from '../text/shown-text.js';
import { displayWidth, isCommon } from '../text/width.js';
import { wrap } from '../text/wrap.js';
import { type ColumnNeed, columnWidths } from './column-widths.js';
import { type Band, frame, frameWidth } from './frame.js';
import type { Run } from './inlines.js';
import type { Look } from './look.js';
import { painted, runsText, safeRuns, wrapRuns } from './styled-lines.js';
import { verticalTable } from './vertical-table.js';

/** The least width of a text column: three Chinese characters. */
const LEAST_TEXT = 6;
const LATIN_WORD = /[\w./[\]:-]+/g;

/** The least width of a heading above a column of figures: two Chinese characters. */
const LEAST_HEADING = 4;

/**
 * A table as lines no wider than the look's width: title, bordered cells, notes (as wide as running text). Long cells
 * wrap; columns of figures, dates, lights and bars keep their width. With too many columns for that every row becomes a
 * list. Nothing is cut.
 */
export function renderTable(table: Table, look: Look): string[] {
  const title = table.title === '' ? [] : wrap(shownLines(table.title), look.textWidth).map(look.strong);
  const notes = table.notes.flatMap((note) => wrapRuns(safeRuns(note, look), look.textWidth, look));
  return [...title, ...cells(table, look), ...notes];
}

/** A cell prepared for layout: its text, and the width of its widest line. */
interface PreparedCell {
  readonly runs: readonly Run[];
  readonly text: string;
  readonly width: number;
}

/** A line of a cell; its width is that without colours. */
interface Line {
  readonly shown: string;
  readonly width: number;
}

/** The cells of a table, each as many as there are columns. */
interface Grid {
  readonly headings: readonly PreparedCell[];
  readonly rows: readonly (readonly PreparedCell[])[];
  readonly total: readonly PreparedCell[] | undefined;
}

function cells(table: Table, look: Look): string[] {
  if (table.columns.length === 0) return [];
  const grid = gridOf(table, look);
  const needs = table.columns.map((_, index) => columnNeed(table, grid, index));
  const available = look.width - frameWidth(needs.length);
  if (table.isGrid) return gridLines(table, grid, needs, available, look);
  const whole = needs.map((need) => ({ ...need, least: Math.max(need.least, need.word) }));
  const widths = columnWidths(whole, available) ?? columnWidths(needs, available);
  if (widths === undefined) return verticalTable(table, look);
  return frame(bands(grid, table, widths, look), widths, look.ascii);
}

/** A grid with equal columns, as wide as the widest needs where there is room. */
function gridLines(table: Table, grid: Grid, needs: readonly ColumnNeed[], available: number, look: Look): string[] {
  const widest = Math.max(...needs.map(({ natural }) => natural));
  const width = Math.min(widest, Math.floor(available / needs.length));
  if (width < LEAST_HEADING) return verticalTable(table, look);
  const widths = needs.map(() => width);
  return frame(bands(grid, table, widths, look), widths, look.ascii);
}

function gridOf({ columns, rows, total }: Table, look: Look): Grid {
  const line = (row: readonly Cell[]) => columns.map((_, index) => prepared(safeRuns(row[index] ?? [], look)));
  return {
    headings: columns.map(({ title }) => prepared([{ text: shownLines(title) }])),
    rows: rows.map(line),
    total: total && line(total),
  };
}

function prepared(runs: readonly Run[]): PreparedCell {
  const text = runsText(runs);
  return { runs, text, width: widestLine(text) };
}

/** `word` is the longest Latin word, which is kept whole where there is room. */
function columnNeed(table: Table, grid: Grid, index: number): ColumnNeed & { readonly word: number } {
  const heading = grid.headings[index]?.width ?? 0;
  const above = grid.rows.map((row) => row[index]);
  const widths = [...above, grid.total?.[index]].map((cell) => cell?.width ?? 0);
  const content = widths.reduce((widest, width) => Math.max(widest, width), 1);
  const natural = Math.max(2, heading, content);
  const isFigures = table.rows.every((row) => isRigid(row[index] ?? []));
  const least = isFigures ? Math.max(content, LEAST_HEADING) : LEAST_TEXT;
  const words = above.flatMap((cell) => cell?.text.match(LATIN_WORD) ?? []);
  const word = words.reduce((widest, latin) => Math.max(widest, displayWidth(latin)), 0);
  return { natural, least: Math.min(natural, least), word: Math.min(natural, word), cells: [heading, ...widths] };
}

/** Whether a cell must not be wrapped: figures, dates, lights, bars and the punctuation between them. */
export function isRigid(cell: Cell): boolean {
  return cell.every((inline) => inline.type !== 'record' && (inline.type !== 'text' || !hasWords(inline)));
}

function hasWords({ text }: Extract<Inline, { type: 'text' }>): boolean {
  return isCommon(text) ? /[A-Za-z々〆㐀-䶿一-鿿Ａ-Ｚａ-ｚ]/.test(text) : /\p{L}/u.test(text);
}

function widestLine(text: string): number {
  return text.includes('\n') ? Math.max(...text.split('\n').map(displayWidth)) : displayWidth(text);
}

/**
 * Heading, body and total; a row of the body has borders around it where one of its cells has several lines, in a grid
 * always.
 */
function bands({ headings, rows, total }: Grid, { columns, isGrid }: Table, widths: readonly number[], look: Look) {
  const wrapped = (row: readonly PreparedCell[]) => row.map((cell, index) => linesOf(cell, widths[index] ?? 2, look));
  const strong = (row: readonly PreparedCell[]) =>
    wrapped(row).map((lines) => lines.map((line) => stressed(line, look)));
  const body = rows.map(wrapped);
  return [strong(headings), ...(isGrid ? body : stacked(body)), ...(total ? [strong(total)] : [])].map((row) =>
    align(row, columns, widths),
  );
}

function linesOf({ runs, text, width }: PreparedCell, most: number, look: Look): Line[] {
  if (width > most || text.includes('\n'))
    return wrapRuns(runs, most, look).map((shown) => ({ shown, width: displayWidth(shown) }));
  return painted([text], runs, look).map((shown) => ({ shown, width }));
}

function stressed({ shown, width }: Line, look: Look): Line {
  return { shown: look.strong(shown), width };
}

/** Joins adjacent rows of one line each into one band. */
function stacked(rows: readonly Line[][][]): Line[][][] {
  const bands: Line[][][] = [];
  let open: Line[][] | undefined;
  for (const row of rows) {
    const single = row.every((lines) => lines.length === 1);
    if (single && open) for (const [column, lines] of open.entries()) lines.push(...(row[column] ?? []));
    else bands.push(row);
    open = single ? (open ?? row) : undefined;
  }
  return bands;
}

/** Pads every cell to the height of the highest, and every line to the width of its column. */
function align(row: readonly (readonly Line[])[], columns: readonly Column[], widths: readonly number[]): Band {
  const height = Math.max(...row.map((lines) => lines.length));
  return row.map((lines, index) =>
    Array.from({ length: height }, (_, at) => {
      const { shown, width } = lines[at] ?? { shown: '', width: 0 };
      const spaces = ' '.repeat(Math.max(0, (widths[index] ?? 0) - width));
      return columns[index]?.align === 'right' ? spaces + shown : shown + spaces;
    }),
  );
}
