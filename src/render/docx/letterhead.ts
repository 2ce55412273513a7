import { type FileChild, Paragraph } from 'docx';
import type { Letterhead, PaperSettings } from '../../document/paper.js';
import type { Front } from '../../document/report-document.js';
import { displayWidth } from '../../text/width.js';
import { xmlText } from '../xml-text.js';
import { signature } from './closing.js';
import { RED, TYPE_WIDTH } from './measures.js';
import { paragraph, runs } from './paragraph.js';
import { STYLE } from './styles.js';
import { titleLines } from './title-lines.js';

/** The letters of 发文机关标志: 44 points, narrowed to three quarters, more where the name is long. */
const MARK_CHARACTER = 880;
const WIDEST_MARK = 75;
const NARROWEST_MARK = 33;

/** The page of the notice (通知) under which a paper is issued: the red head, what is issued, to whom, by whom and when. */
export function noticePage(front: Front, letterhead: Letterhead, { to }: PaperSettings): FileChild[] {
  const { title, issuer } = front;
  return [
    ...redHead(front, letterhead),
    paragraph('Title', titleLines(`${issuer}关于印发《${title}》的通知`)),
    paragraph(STYLE.text, ''),
    paragraph(STYLE.addressee, `${to}：`),
    paragraph(STYLE.text, `现将《${title}》印发给你们，请结合实际，认真贯彻落实。`),
    ...signature(issuer, letterhead.approved, true),
  ];
}

/** 发文机关标志, 发文字号 and the red rule, with the two lines below it. */
export function redHead({ issuer, mark }: Front, { number }: Letterhead): FileChild[] {
  return [
    ...(mark === undefined ? [] : [paragraph(STYLE.attachmentMark, mark)]),
    redMark(`${issuer}文件`, mark === undefined),
    new Paragraph({
      style: STYLE.number,
      // The red rule 4 mm below, as wide as the type area.
      border: { bottom: { style: 'single', size: 12, space: 11, color: RED } },
      children: runs(number),
    }),
    paragraph(STYLE.text, ''),
    paragraph(STYLE.text, ''),
  ];
}

function redMark(text: string, isFirst: boolean): Paragraph {
  const natural = (displayWidth(xmlText(text)) / 2) * MARK_CHARACTER;
  const scale = Math.max(NARROWEST_MARK, Math.min(WIDEST_MARK, Math.floor((TYPE_WIDTH / natural) * 100)));
  return new Paragraph({
    style: STYLE.redMark,
    // 内部资料 above it takes a line of the distance.
    ...(isFirst ? {} : { spacing: { before: 1784 - 579, line: 1100, lineRule: 'exact' } }),
    children: runs(text, { scale }),
  });
}
