import { Document, type FileChild } from 'docx';
import type { Letterhead, Paper, PaperSettings } from '../../document/paper.js';
import type { Front, ReportDocument } from '../../document/report-document.js';
import { formatDate } from '../../text/chinese-date.js';
import { withFigureMarks } from '../figure-marks.js';
import { xmlText } from '../xml-text.js';
import { blockChildren } from './blocks.js';
import { attachmentList, imprint, signature } from './closing.js';
import { noticePage, redHead } from './letterhead.js';
import { packed } from './package.js';
import { pageFrame } from './page.js';
import { paragraph } from './paragraph.js';
import { renderSheet } from './sheet.js';
import { paperStyles, STYLE } from './styles.js';
import { titleLines } from './title-lines.js';

/**
 * An official paper as a Word document after GB/T 9704-2012: a draft for approval (送审稿), or with a letterhead as it is
 * issued: the text behind the page of its notice, or what is addressed to somebody under its own red head.
 * @param ids whether its figures are marked, and listed with their ids
 */
export async function renderDocx(paper: Paper, ids = false): Promise<Uint8Array> {
  const { settings, letterhead } = paper;
  const { fonts } = settings;
  const document: ReportDocument = ids ? { ...paper.document, ...withFigureMarks(paper.document) } : paper.document;
  const { front, appendices } = document;
  if (front.onePage) return renderSheet(document, fonts, draftMark(front));
  const children: FileChild[] = [
    ...opening(front, letterhead, settings),
    paragraph('Title', titleLines(front.title), { pageBreakBefore: letterhead !== undefined && !isSent(front) }),
    paragraph(STYLE.text, ''),
    ...(front.to === undefined ? [] : [paragraph(STYLE.addressee, `${front.to}：`)]),
    ...blockChildren(document.body, fonts),
    ...attachmentList(appendices.map(({ title }) => title)),
    ...closing(front, letterhead),
    ...appendices.flatMap(({ title, body }, index) => [
      paragraph(STYLE.attachmentMark, `附件${appendices.length > 1 ? index + 1 : ''}`, { pageBreakBefore: true }),
      paragraph(STYLE.text, ''),
      paragraph('Title', titleLines(title)),
      paragraph(STYLE.text, ''),
      ...blockChildren(body, fonts),
    ]),
    ...imprint(settings, letterhead?.approved),
  ];
  const made = new Document({
    title: xmlText(front.title),
    creator: xmlText(front.issuer),
    lastModifiedBy: xmlText(front.issuer),
    subject: xmlText(letterhead?.number ?? '送审稿'),
    description: `截至${formatDate(front.asOf)}，${formatDate(front.date)}编制`,
    evenAndOddHeaderAndFooters: true,
    styles: paperStyles(fonts),
    sections: [{ ...pageFrame(letterhead ? '' : draftMark(front)), children }],
  });
  return packed(made, letterhead?.approved ?? front.date);
}

/** Whether a paper is sent as it is: what is addressed to somebody. A summary is issued under a notice. */
function isSent({ to }: Front): boolean {
  return to !== undefined;
}

/** What stands above the title. */
function opening(front: Front, letterhead: Letterhead | undefined, settings: PaperSettings): FileChild[] {
  if (!letterhead) return draftNotices(front);
  return isSent(front) ? redHead(front, letterhead) : noticePage(front, letterhead, settings);
}

/** 署名 below the text; under a notice it stands on the notice's page. */
function closing(front: Front, letterhead: Letterhead | undefined): FileChild[] {
  const { issuer, date, ownSignature } = front;
  if (ownSignature || (letterhead && !isSent(front))) return [];
  return signature(issuer, letterhead?.approved ?? date, letterhead !== undefined);
}

/** What is to be known before reading a draft, and a line between it and the title. */
function draftNotices({ notices }: Front): FileChild[] {
  const told = notices.map((notice) => paragraph(STYLE.notice, notice));
  return told.length === 0 ? [] : [...told, paragraph(STYLE.text, '')];
}

/** 内部资料　示例　送审稿 at the head of every page of a draft. */
function draftMark({ mark = '', sample, onePage }: Front): string {
  return [mark, sample > 0 ? '示例' : '', onePage ? '' : '送审稿'].filter((word) => word !== '').join('　');
}
