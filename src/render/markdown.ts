import type { Cell, Front, Inline, Printable, Table } from '../document/report-document.js';
import { formatDate } from '../text/chinese-date.js';
import { withFigureMarks } from './figure-marks.js';
import { contentText, noticeContent, titleFacts, UNICODE_MARKS } from './inlines.js';
import { escapeCell, escapeLines, escapeTitle } from './markdown-escape.js';
import { appendixTitle, headingText, isWorded, type WordedBlock } from './plain-text.js';

/**
 * A document as CommonMark with GitHub's tables, ending in one line feed. Paragraphs are not indented, because renderers
 * differ in it. Data is escaped, so that it stays text.
 */
export function renderMarkdown(plain: Printable, ids = false): string {
  const document = ids ? withFigureMarks(plain) : plain;
  const appendices = (document.appendices ?? []).flatMap(({ title, body }, index, all) => [
    `## ${escapeTitle(appendixTitle(title, index, all.length))}`,
    ...body.filter(isWorded).flatMap((block) => renderBlock(block, 2)),
  ]);
  const opening = document.front ? front(document.front) : [];
  const parts = [
    ...opening,
    ...document.body.filter(isWorded).flatMap((block) => renderBlock(block, 1)),
    ...(document.front?.signed ? signature(document.front) : []),
    ...appendices,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The title page: banners, then the title, the issuer and the dates. */
function front(front: Front): string[] {
  const { notices, mark, title, to } = front;
  return [
    ...notices.map(quote),
    ...(mark === undefined ? [] : [escapeLines(mark)]),
    `# ${escapeTitle(title)}`,
    escapeLines(titleFacts(front).join('　')),
    ...(to === undefined ? [] : [escapeLines(`${to}：`)]),
  ];
}

/** 落款, a paragraph each: Markdown knows no right-hand side. */
function signature({ issuer, date }: Front): string[] {
  return [escapeLines(issuer), escapeLines(formatDate(date))];
}

/** @param depth the number of headings above the block's own: the title, or the title and the appendix's */
function renderBlock(block: WordedBlock, depth: number): string[] {
  switch (block.type) {
    case 'heading':
      return [`${'#'.repeat(Math.min(6, block.level + depth))} ${escapeTitle(headingText(block))}`];
    case 'paragraph':
      return [escapeLines(wording(block.content))];
    case 'notice':
      return [quote(wording(noticeContent(block)))];
    case 'table':
      return table(block);
  }
}

function quote(text: string): string {
  return escapeLines(text)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

function table({ title, columns, rows, total, notes }: Table): string[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const lines = [
    row(columns.map((column) => escapeCell(column.title))),
    row(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map((cells) => row(cells.map(cellText))),
    ...(total === undefined ? [] : [row(total.map((cell) => strong(cellText(cell))))]),
  ];
  return [
    title === '' ? '' : strong(escapeTitle(title)),
    columns.length === 0 ? '' : lines.join('\n'),
    ...notes.map((note) => escapeLines(wording(note))),
  ];
}

function strong(text: string): string {
  return text === '' ? '' : `**${text}**`;
}

function cellText(cell: Cell): string {
  return escapeCell(wording(cell));
}

function wording(content: readonly Inline[]): string {
  return contentText(content, UNICODE_MARKS);
}
