import { AlignmentType, Document, type FileChild } from 'docx';
import type { PaperFonts } from '../../document/paper.js';
import type { Block, ReportDocument } from '../../document/report-document.js';
import { contentText, noticeContent, titleFacts, UNICODE_MARKS } from '../inlines.js';
import { headingText } from '../plain-text.js';
import { xmlText } from '../xml-text.js';
import { chartChildren } from './chart.js';
import { packed } from './package.js';
import { sheetFrame } from './page.js';
import { type ParagraphLayout, paragraph } from './paragraph.js';
import { paperStyles, STYLE } from './styles.js';
import { tableGrid } from './table.js';
import type { Letters } from './table-columns.js';

/** 10 points on 15: seven rows of two lines leave room for the rest of a page. */
const LETTERS: Letters = { size: 20, line: 300 };
const TITLE: Letters = { size: 36, line: 520 };
/** In pixels. */
const CHART_HEIGHT = 120;

/** One page for the leader (一页纸): no official paper, so it has none of its parts and smaller letters. */
export function renderSheet(document: ReportDocument, fonts: PaperFonts, mark: string): Promise<Uint8Array> {
  const { front, body } = document;
  const children: FileChild[] = [
    ...front.notices.map((notice) => line(STYLE.notice, notice)),
    paragraph('Title', front.title, exactly(TITLE), TITLE.size),
    line(STYLE.tableNote, titleFacts(front).join('　'), { alignment: AlignmentType.CENTER }),
    ...body.flatMap((block) => blockParts(block, fonts)),
  ];
  const made = new Document({
    title: xmlText(front.title),
    creator: xmlText(front.issuer),
    lastModifiedBy: xmlText(front.issuer),
    styles: paperStyles(fonts),
    sections: [{ ...sheetFrame(mark), children }],
  });
  return packed(made, front.date);
}

function blockParts(block: Block, fonts: PaperFonts): FileChild[] {
  switch (block.type) {
    case 'heading':
      return [title(headingText(block))];
    case 'paragraph':
      return [line(STYLE.tableNote, contentText(block.content, UNICODE_MARKS))];
    case 'notice':
      return [line(STYLE.notice, contentText(noticeContent(block), UNICODE_MARKS))];
    case 'table':
      return [title(block.title), tableGrid(block, [LETTERS])];
    case 'chart':
      return [title(block.title), ...chartChildren(block, fonts, { height: CHART_HEIGHT, isTitled: false })];
    case 'cards':
      return [];
  }
}

/** A title above a table or a chart, a little apart from what is above it. */
function title(text: string): FileChild {
  const { line } = LETTERS;
  return paragraph(STYLE.tableTitle, text, { spacing: { before: 60, line, lineRule: 'exact', after: 0 } }, 24);
}

function line(style: string, text: string, layout: ParagraphLayout = {}): FileChild {
  return paragraph(style, text, { ...exactly(LETTERS), ...layout }, LETTERS.size);
}

function exactly({ line }: Letters): ParagraphLayout {
  return { spacing: { line, lineRule: 'exact', before: 0, after: 0 } };
}
