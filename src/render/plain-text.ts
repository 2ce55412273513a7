import type { Block, Cards, Cell, Chart, Heading, Table } from '../document/report-document.js';
import { contentText, noticeContent, UNICODE_MARKS } from './inlines.js';

/** The heading of an appendix, the same in every text format: 附件：…, numbered where there are several. */
export function appendixTitle(title: string, index = 0, count = 1): string {
  return `附件${count > 1 ? index + 1 : ''}：${title}`;
}

/** A heading as printed: its number and its title. */
export function headingText(heading: Heading): string {
  return heading.number + heading.title;
}

/** A block that words can tell. */
export type WordedBlock = Exclude<Block, Chart | Cards>;

/** Whether a block has words of its own: what is drawn is told beside it, and is left out of text. */
export function isWorded(block: Block): block is WordedBlock {
  return block.type !== 'chart' && block.type !== 'cards';
}

/** Blocks as unwrapped text for machines: a line for each paragraph, tables as lines with tabs. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks.filter(isWorded).flatMap(blockLines).join('\n');
}

function blockLines(block: WordedBlock): string[] {
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
