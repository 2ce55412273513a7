import type { Cell } from '../document/report-document.js';
import { inlineText, UNICODE_MARKS } from './inlines.js';

/** A cell without its bar and the spaces around it: the rate beside it says the same where letters cannot draw. */
export function withoutBars(cell: Cell): Cell {
  const told = cell.filter(({ type }) => type !== 'bar');
  return told.length === cell.length ? cell : told.filter((inline) => inlineText(inline, UNICODE_MARKS).trim() !== '');
}
