import type { Column, Table } from '../../document/report-document.js';
import { displayWidth } from '../../text/width.js';
import { columnWidths } from '../column-widths.js';
import { contentText, UNICODE_MARKS } from '../inlines.js';
import { isRigid } from '../table.js';
import { withoutBars } from '../without-bars.js';
import { SIZE, TABLE_LINE, TYPE_WIDTH } from './measures.js';

/** Left and right of a cell's text, in twips. */
export const PADDING = 80;
/** The least width of a column of words: three characters; in half characters. */
const LEAST_WORDS = 6;

/** The letters of a table in half points, and their line in twips. */
export interface Letters {
  readonly size: number;
  readonly line: number;
}

const SMALLEST: Letters = { size: 18, line: 300 };
/** What is tried one after the other: 小四, 五号, 小五. */
const LETTERS: readonly Letters[] = [{ size: SIZE.table, line: TABLE_LINE }, { size: 21, line: 340 }, SMALLEST];

/** A column's texts, the total's last, and how they stand. */
export interface PreparedColumn {
  readonly title: string;
  readonly texts: readonly string[];
  /** Figures stand to the right. */
  readonly isRight: boolean;
  /** Figures, days and lights are not broken over two lines. */
  readonly isRigid: boolean;
}

export function preparedColumns({ columns, rows, total }: Table): PreparedColumn[] {
  return columns.map(({ title, align }: Column, index) => {
    const cells = rows.map((row) => withoutBars(row[index] ?? []));
    const all = total === undefined ? cells : [...cells, withoutBars(total[index] ?? [])];
    return {
      title,
      texts: all.map((cell) => contentText(cell, UNICODE_MARKS)),
      isRight: align === 'right' || cells.some(([only, ...more]) => only?.type === 'figure' && more.length === 0),
      isRigid: cells.every(isRigid),
    };
  });
}

/** The largest of some letters with which the columns fit into the type area, and the widths in twips that fill it. */
export function fittedColumns(
  columns: readonly PreparedColumn[],
  sizes: readonly Letters[] = LETTERS,
): { letters: Letters; widths: number[] } {
  const needs = columns.map(columnNeed);
  for (const letters of sizes) {
    // A half character has as many half points as half its letter's size: five twips each.
    const unit = letters.size * 5;
    // One more for each column: what is wider on paper than in a terminal.
    const room = Math.floor((TYPE_WIDTH - columns.length * 2 * PADDING) / unit) - columns.length;
    const found = room > 0 ? columnWidths(needs, room) : undefined;
    if (found) return { letters, widths: filled(found.map((width) => (width + 1) * unit + 2 * PADDING)) };
  }
  return { letters: sizes.at(-1) ?? SMALLEST, widths: filled(needs.map(({ least }) => least + 2)) };
}

function columnNeed({ title, texts, isRigid: rigid }: PreparedColumn) {
  // One more where lines must not break, because digits may be wider.
  const content = texts.reduce((most, text) => Math.max(most, widest(text)), 2) + (rigid ? 1 : 0);
  const natural = Math.max(content, widest(title));
  const least = Math.min(natural, rigid ? Math.max(content, 4) : LEAST_WORDS);
  return { natural, least, cells: [title, ...texts].map(widest) };
}

/** Widths in proportion, with the type area as their sum. */
function filled(widths: readonly number[]): number[] {
  const sum = widths.reduce((total, width) => total + width, 0);
  const scaled = widths.map((width) => Math.floor((width * TYPE_WIDTH) / sum));
  const rest = TYPE_WIDTH - scaled.reduce((total, width) => total + width, 0);
  return scaled.map((width, index) => (index === 0 ? width + rest : width));
}

function widest(text: string): number {
  return Math.max(...text.split('\n').map(displayWidth));
}
