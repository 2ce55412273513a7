import type { Cell, Inline, Table } from '../document/report-document.js';
import { formatNumber } from '../text/format-number.js';
import { shownLines } from '../text/shown-text.js';
import { looksLikeFormula } from './formula-text.js';
import { contentText, UNICODE_MARKS } from './inlines.js';

/** Without it Excel reads Chinese in another encoding. */
const BYTE_ORDER_MARK = '\ufeff';
const SPECIAL = /[",\r\n]/;

/**
 * A table as CSV (RFC 4180): UTF-8 with a byte order mark, CRLF, headings, the rows and the total; notes are left out.
 * A cell of a single number or day is written for machines (86, 2025-03-15); no text can become a formula.
 */
export function renderCsv({ columns, rows, total }: Table): string {
  const lines = [
    columns.map(({ title }) => quoted(harmless(title))),
    ...[...rows, ...(total ? [total] : [])].map(line),
  ];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

function line(cells: readonly Cell[]): string[] {
  return cells.map((cell) => {
    const [only, ...more] = cell;
    const plain = only && more.length === 0 ? machineText(only) : undefined;
    return plain ?? quoted(harmless(contentText(cell, UNICODE_MARKS)));
  });
}

/** A number or a day as machines read it; undefined for words. */
function machineText(inline: Inline): string | undefined {
  if (inline.type === 'date' && inline.until === undefined) return inline.date;
  if (inline.type !== 'figure' || inline.figure.value === null || inline.figure.bound !== undefined) return undefined;
  return formatNumber(inline.figure.value, inline.figure.decimals);
}

function harmless(text: string): string {
  const safe = shownLines(text);
  return looksLikeFormula(safe) ? `'${safe}` : safe;
}

function quoted(text: string): string {
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
