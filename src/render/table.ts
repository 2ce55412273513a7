import type { Cell, Column, Inline, Table } from '../document/report-document.js';
import { escapeControlsKeepingLines } from '../text/escape.js';
import { displayWidth, padEnd, padStart } from '../text/width.js';
import { wrap } from '../text/wrap.js';
import { type ColumnNeed, columnWidths } from './column-widths.js';
import { type Band, frame, frameWidth } from './frame.js';
import type { Look } from './look.js';
import { runsText, safeRuns, wrapRuns } from './styled-lines.js';
import { verticalTable } from './vertical-table.js';

/** Three Chinese characters a line: narrower text columns cannot be read. */
const LEAST_TEXT = 6;
const LATIN_WORD = /[\w./[\]:-]+/g;

/** Two Chinese characters a line for the heading above a column of figures. */
const LEAST_HEADING = 4;

/**
 * A table as lines no wider than the look's width: title, bordered cells, notes. Long cells wrap,
 * columns of figures, dates, lights and bars keep their width; with too many columns for that, every
 * row becomes a list. Nothing is cut.
 */
export function renderTable(table: Table, look: Look): string[] {
  const title = table.title === '' ? [] : wrap(escapeControlsKeepingLines(table.title), look.width).map(look.strong);
  const notes = table.notes.flatMap((note) => wrapRuns(safeRuns(note, look), look.width, look));
  return [...title, ...cells(table, look), ...notes];
}

function cells(table: Table, look: Look): string[] {
  if (table.columns.length === 0) return [];
  const needs = table.columns.map((column, index) => columnNeed(table, column, index, look));
  const available = look.width - frameWidth(needs.length);
  const whole = needs.map((need) => ({ ...need, least: Math.max(need.least, need.word) }));
  const widths = columnWidths(whole, available) ?? columnWidths(needs, available);
  return widths === undefined ? verticalTable(table, look) : frame(bands(table, widths, look), widths, look.ascii);
}

/** `word` is the longest Latin word, which is kept whole where there is room. */
function columnNeed(table: Table, column: Column, index: number, look: Look): ColumnNeed & { readonly word: number } {
  const cellsOf = table.rows.map((row) => row[index] ?? []);
  const heading = widestLine(escapeControlsKeepingLines(column.title));
  const content = [...cellsOf, table.total?.[index] ?? []].reduce(
    (widest, cell) => Math.max(widest, widestLine(cellText(cell, look))),
    1,
  );
  const natural = Math.max(2, heading, content);
  const least = cellsOf.every(isRigid) ? Math.max(content, LEAST_HEADING) : LEAST_TEXT;
  const words = cellsOf.flatMap((cell) => cellText(cell, look).match(LATIN_WORD) ?? []);
  const word = words.reduce((widest, latin) => Math.max(widest, displayWidth(latin)), 0);
  const widths = [...cellsOf, table.total?.[index] ?? []].map((cell) => widestLine(cellText(cell, look)));
  return { natural, least: Math.min(natural, least), word: Math.min(natural, word), cells: [heading, ...widths] };
}

/** A cell that loses its sense when broken: figures, dates, lights, bars and the signs between them. */
function isRigid(cell: Cell): boolean {
  return cell.every((inline) => inline.type !== 'record' && (inline.type !== 'text' || !hasWords(inline)));
}

function hasWords(inline: Extract<Inline, { type: 'text' }>): boolean {
  return /\p{L}/u.test(inline.text);
}

function cellText(cell: Cell, look: Look): string {
  return runsText(safeRuns(cell, look));
}

function widestLine(text: string): number {
  return Math.max(...text.split('\n').map(displayWidth));
}

/** Heading, body and total; a row of the body is parted by borders only where one of its cells has several lines. */
function bands(table: Table, widths: readonly number[], look: Look): Band[] {
  const heading = table.columns.map((column, index) =>
    wrap(escapeControlsKeepingLines(column.title), widths[index] ?? 2).map(look.strong),
  );
  const rows = table.rows.map((row) => wrapRow(row, widths, look));
  const total =
    table.total === undefined ? [] : [wrapRow(table.total, widths, look).map((lines) => lines.map(look.strong))];
  return [heading, ...stacked(rows), ...total].map((row) => align(row, table.columns, widths));
}

function wrapRow(row: readonly Cell[], widths: readonly number[], look: Look): string[][] {
  return widths.map((width, index) => wrapRuns(safeRuns(row[index] ?? [], look), width, look));
}

/** Joins neighbouring rows of one line each into one band. */
function stacked(rows: readonly string[][][]): Band[] {
  const bands: string[][][] = [];
  let open: string[][] | undefined;
  for (const row of rows) {
    const single = row.every((lines) => lines.length === 1);
    if (single && open) for (const [column, lines] of open.entries()) lines.push(...(row[column] ?? ['']));
    else bands.push(row);
    open = single ? (open ?? row) : undefined;
  }
  return bands;
}

function align(row: Band, columns: readonly Column[], widths: readonly number[]): Band {
  const height = Math.max(...row.map((lines) => lines.length));
  return row.map((lines, index) => {
    const pad = columns[index]?.align === 'right' ? padStart : padEnd;
    return Array.from({ length: height }, (_, line) => pad(lines[line] ?? '', widths[index] ?? 0));
  });
}
