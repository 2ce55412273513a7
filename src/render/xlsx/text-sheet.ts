import type { WriteSheet } from 'hucre/xlsx';
import type { Block, Front, Heading, Notice, Paragraph } from '../../document/report-document.js';
import { contentText, noticeContent, UNICODE_MARKS } from '../inlines.js';
import { headingText } from '../plain-text.js';
import { printLayout } from './print-layout.js';
import { across, idsOf, laidOut, openingLines, type SheetLine } from './sheet-lines.js';
import { STYLES } from './styles.js';

/** In digits: A4 upright. */
const WIDTH = 88;

/** What stands in a document beside its tables. */
export type Prose = Heading | Paragraph | Notice;

export function isProse(block: Block): block is Prose {
  return block.type === 'heading' || block.type === 'paragraph' || block.type === 'notice';
}

/** The text of a document as a sheet of one column, a paragraph a row. */
export function textSheet(
  blocks: readonly Prose[],
  { name, front, ids }: { readonly name: string; readonly front: Front | undefined; readonly ids: boolean },
): WriteSheet {
  const lines = [
    ...openingLines(front?.title ?? '', front?.notices ?? [], WIDTH),
    ...blocks.map((block) => proseLine(block, ids)),
  ];
  return { ...laidOut(name, [WIDTH], lines), ...printLayout(front, WIDTH) };
}

function proseLine(block: Prose, ids: boolean): SheetLine {
  if (block.type === 'heading') return across(headingText(block), STYLES.section, WIDTH);
  const content = block.type === 'notice' ? noticeContent(block) : block.content;
  const indent = block.type === 'paragraph' ? '　　' : '';
  return across(
    indent + contentText(content, UNICODE_MARKS),
    STYLES.paragraph,
    WIDTH,
    ids ? idsOf(content) : undefined,
  );
}
