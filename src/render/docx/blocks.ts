import { type FileChild, HeadingLevel, Paragraph } from 'docx';
import type { PaperFonts } from '../../document/paper.js';
import type { Block, Heading } from '../../document/report-document.js';
import { contentText, noticeContent, UNICODE_MARKS } from '../inlines.js';
import { headingText } from '../plain-text.js';
import { chartChildren } from './chart.js';
import { type ParagraphLayout, paragraph, runs } from './paragraph.js';
import { STYLE } from './styles.js';
import { tableChildren } from './table.js';

/**
 * Blocks as Word's paragraphs and tables. Cards are left out: their figures stand in the text. The last paragraph keeps
 * with what follows, so that no signature stands on a page alone.
 */
export function blockChildren(blocks: readonly Block[], fonts: PaperFonts): FileChild[] {
  return blocks.flatMap((block, index) =>
    blockParts(block, fonts, index === blocks.length - 1 ? { keepNext: true } : {}),
  );
}

function blockParts(block: Block, fonts: PaperFonts, layout: ParagraphLayout): FileChild[] {
  switch (block.type) {
    case 'heading':
      return [new Paragraph({ heading: levelOf(block), children: runs(headingText(block)) })];
    case 'paragraph':
      return [
        paragraph(block.isSignature ? STYLE.signature : STYLE.text, contentText(block.content, UNICODE_MARKS), layout),
      ];
    case 'notice':
      return [paragraph(STYLE.notice, contentText(noticeContent(block), UNICODE_MARKS), layout)];
    case 'table':
      return tableChildren(block, layout);
    case 'chart':
      return chartChildren(block, fonts);
    case 'cards':
      return [];
  }
}

/** By the form of its number, which decides on the font (7.3.3): 一、（一）1.（1）; without one by its level. */
function levelOf({ number, level }: Heading) {
  if (/^[一二三四五六七八九十百]+、/.test(number)) return HeadingLevel.HEADING_1;
  if (/^（[一二三四五六七八九十百]+）/.test(number)) return HeadingLevel.HEADING_2;
  if (/^\d+\./.test(number)) return HeadingLevel.HEADING_3;
  if (/^（\d+）/.test(number)) return HeadingLevel.HEADING_4;
  return level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
}
