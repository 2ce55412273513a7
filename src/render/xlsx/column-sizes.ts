import type { Cell, Column } from '../../document/report-document.js';
import { displayWidth } from '../../text/width.js';
import { contentText, UNICODE_MARKS } from '../inlines.js';
import { xmlText } from '../xml-text.js';

/** Widths in digits, as spreadsheets measure; a Chinese character takes two. */
const NARROWEST = 8;
const WIDEST = 44;
/** The padding of a cell, and what is drawn wider than a terminal's column: “”—…. */
const PADDING = 2;
/** The button of the filter beside a heading. */
const BUTTON = 3;
/** A narrower table is widened, so that its title and notes do not become a tower. */
const LEAST_TOTAL = 64;

/** The width of each column, so that its heading and most of its cells stand on one line. */
export function columnSizes(columns: readonly Column[], rows: readonly (readonly Cell[])[]): number[] {
  const sizes = columns.map(({ title }, index) => {
    const heading = displayWidth(xmlText(title)) + BUTTON;
    const widest = rows.reduce((most, row) => Math.max(most, widthOf(row[index] ?? [])), heading);
    return Math.min(Math.max(widest + PADDING, NARROWEST), WIDEST);
  });
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return total >= LEAST_TOTAL ? sizes : sizes.map((size) => Math.round((size * LEAST_TOTAL) / total));
}

/** The widest line of a cell. */
function widthOf(cell: Cell): number {
  const lines = xmlText(contentText(cell, UNICODE_MARKS)).split('\n');
  return lines.reduce((most, line) => Math.max(most, displayWidth(line)), 0);
}
