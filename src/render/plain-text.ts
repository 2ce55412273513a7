import type { Block, Cell, Heading, Table } from '../document/report-document.js';
import { contentText, noticeContent, UNICODE_MARKS } from './inlines.js';

/** The heading of an appendix, the same in every text format: 附件：…, numbered where there are several. */
export function appendixTitle(title: string, index = 0, count = 1): string {
  return `附件${count > 1 ? index + 1 : ''}：${title}`;
}

/** A heading as printed: its number and its title. */
export function headingText(heading: Heading): string {
  return heading.number + heading.title;
}

/** Blocks as unwrapped text for machines: a line for each paragraph, tables as lines with tabs. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks.flatMap(blockLines).join('\n');
}

function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return [headingText(block)];
    case 'paragraph':
      return [contentText(block.content, UNICODE_MARKS)];
    case 'notice':
      return [contentText(noticeContent(block), UNICODE_MARKS)];
    case 'table':
      return tableLines(block);
  }
}

function tableLines(table: Table): string[] {
  const rows = table.total === undefined ? table.rows : [...table.rows, table.total];
  return [
    ...(table.title === '' ? [] : [table.title]),
    table.columns.map((column) => onOneLine(column.title)).join('\t'),
    ...rows.map((row) => row.map(cellText).join('\t')),
    ...table.notes.map((note) => contentText(note, UNICODE_MARKS)),
  ];
}

function cellText(cell: Cell): string {
  return onOneLine(contentText(cell, UNICODE_MARKS));
}

function onOneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ');
}
