import type { Cell, Inline, Table } from '../../document/report-document.js';
import { contentText, UNICODE_MARKS } from '../inlines.js';
import { escapeHtml } from './escape.js';
import type { FigureData } from './figure-data.js';
import { contentHtml } from './inlines.js';

/** A table with fewer rows is read at a glance. */
const LEAST_FILTERED = 9;

/**
 * A table whose headings sort it and whose rows, where there are many, can be filtered. The total stays below; the notes
 * stand under the table.
 */
export function tableHtml({ title, columns, rows, total, notes }: Table, figures: FigureData): string {
  const caption = title === '' ? '' : `<caption>${escapeHtml(title)}</caption>`;
  const align = columns.map((column) => (column.align === 'right' ? ' class="right"' : ''));
  const head = columns.map(
    (column, at) =>
      `<th scope="col"${align[at]} aria-sort="none"><button type="button" class="sort">${escapeHtml(column.title)}</button></th>`,
  );
  const line = (cells: readonly Cell[]): string =>
    `<tr>${columns.map((_, at) => cellHtml(cells[at] ?? [], at, align[at] ?? '', figures)).join('')}</tr>`;
  const filter =
    rows.length < LEAST_FILTERED
      ? ''
      : `<label class="filter">筛选<input type="search" placeholder="输入几个字"><output aria-live="polite"></output></label>`;
  const body =
    columns.length === 0
      ? ''
      : `${filter}<div class="scroll" tabindex="0" role="group" aria-label="${escapeHtml(title === '' ? '表格' : title)}"><table>${caption}<thead><tr>${head.join('')}</tr></thead><tbody>${rows.map(line).join('\n')}</tbody>${
          total === undefined ? '' : `<tfoot>${line(total)}</tfoot>`
        }</table></div>`;
  const told = notes.map((note) => `<p class="note">${contentHtml(note, figures)}</p>`);
  return `<div class="table">${body}${told.join('')}</div>`;
}

/** The first cell names the row. A cell knows what it is sorted by. */
function cellHtml(cell: Cell, at: number, align: string, figures: FigureData): string {
  const name = at === 0 ? 'th scope="row"' : 'td';
  return `<${name}${align} data-sort="${escapeHtml(sortKey(cell))}">${contentHtml(cell, figures)}</${at === 0 ? 'th' : 'td'}>`;
}

const LIGHTS = { red: 1, yellow: 2, green: 3, done: 4, none: 5 };

/** A number, a date or a light sorts as such, whatever it is printed as; anything else by its words. */
function sortKey(cell: Cell): string {
  const [first] = cell.filter(({ type }) => type !== 'text');
  return (first && typedKey(first)) ?? contentText(cell, UNICODE_MARKS);
}

function typedKey(inline: Inline): string | undefined {
  switch (inline.type) {
    case 'figure':
      return inline.figure.value === null ? '' : String(inline.figure.value);
    case 'bar':
      return inline.done.value === null || !inline.target.value ? '' : String(inline.done.value / inline.target.value);
    case 'ordinal':
      return String(inline.value);
    case 'date':
      return inline.date;
    case 'light':
      return String(LIGHTS[inline.light]);
    default:
      return undefined;
  }
}
