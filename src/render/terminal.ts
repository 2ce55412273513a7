import type { Block, Front, Inline, Printable } from '../document/report-document.js';
import { formatDate } from '../text/chinese-date.js';
import { shownLines } from '../text/shown-text.js';
import { displayWidth } from '../text/width.js';
import { wrap } from '../text/wrap.js';
import { withFigureMarks } from './figure-marks.js';
import { noticeContent, titleFacts } from './inlines.js';
import { createLook, type Look, type TerminalOptions } from './look.js';
import { appendixTitle, headingText, isWorded, type WordedBlock } from './plain-text.js';
import { safeRuns, wrapRuns } from './styled-lines.js';
import { renderTable } from './table.js';

/** The indent of a paragraph in official papers: two full-width spaces. */
const INDENT = '　　';

/**
 * A document for a terminal, ending in one line feed; blocks alone where it has no title page. Pure: width, colour and
 * borders are the caller's choice, so that a pipe and a golden file get the same bytes everywhere.
 */
export function renderTerminal(plain: Printable, options: TerminalOptions): string {
  const look = createLook(options);
  const document = options.ids ? withFigureMarks(plain) : plain;
  const appendices = (document.appendices ?? []).flatMap(({ title, body }, index, all) => [
    '',
    ...wrap(safe(appendixTitle(title, index, all.length)), look.textWidth).map(look.strong),
    ...separated(body, look),
  ]);
  const opening = document.front ? front(document.front, look) : [];
  const closing = document.front?.signed ? signature(document.front, look) : [];
  const lines = [...opening, ...separated(document.body, look), ...closing, ...appendices];
  return `${lines.join('\n').replace(/^\n+|\n+$/g, '')}\n`;
}

function front(front: Front, look: Look): string[] {
  const facts = titleFacts(front);
  return [
    ...front.notices.flatMap((notice) => wrap(safe(notice), look.textWidth).map(look.warn)),
    ...(front.notices.length > 0 ? [''] : []),
    ...(front.mark === undefined ? [] : wrap(safe(front.mark), look.textWidth)),
    ...centred(front.title, look).map(look.strong),
    ...(facts.length === 0 ? [] : centred(facts.join('　'), look)),
    ...(front.to === undefined ? [] : ['', ...wrap(safe(`${front.to}：`), look.textWidth)]),
  ];
}

function centred(text: string, look: Look): string[] {
  return wrap(safe(text), look.width).map((line) => ' '.repeat((look.width - displayWidth(line)) >> 1) + line);
}

/** 落款: the issuer and the day at the lower right of the text, the day two characters in, as GB/T 9704 sets them. */
function signature({ issuer, date }: Front, look: Look): string[] {
  const right = (text: string, margin: number) =>
    wrap(safe(text), look.width).map(
      (line) => ' '.repeat(Math.max(0, look.width - margin - displayWidth(line))) + line,
    );
  return ['', ...right(issuer, 4), ...right(formatDate(date), 8)];
}

/** Blocks with a blank line before headings and around tables and notices; paragraphs follow each other. */
function separated(blocks: readonly Block[], look: Look): string[] {
  return blocks.filter(isWorded).flatMap((block, index, told) => {
    const before = told[index - 1];
    const joined = before !== undefined && isRunning(before) && block.type === 'paragraph';
    return [...(joined ? [] : ['']), ...renderBlock(block, look)];
  });
}

function isRunning(block: Block): boolean {
  return block.type === 'paragraph' || block.type === 'heading';
}

function renderBlock(block: WordedBlock, look: Look): string[] {
  switch (block.type) {
    case 'heading':
      return wrap(safe(headingText(block)), look.textWidth).map(look.strong);
    case 'paragraph':
      return paragraph(block.content, look);
    case 'table':
      return renderTable(block, look);
    case 'notice':
      return wrapRuns(safeRuns(noticeContent(block), look), look.textWidth, look).map(
        block.tone === 'warning' ? look.warn : (line) => line,
      );
  }
}

function paragraph(content: readonly Inline[], look: Look): string[] {
  return wrapRuns(safeRuns(content, look), look.textWidth, look, INDENT);
}

function safe(text: string): string {
  return shownLines(text);
}
