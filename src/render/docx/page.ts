import { AlignmentType, Footer, Header, type ISectionOptions, PageNumber, Paragraph, TextRun } from 'docx';
import { PAGE, SHEET } from './measures.js';
import { paragraph } from './paragraph.js';
import { STYLE } from './styles.js';

/**
 * The page (5.2, 7.5): A4 with the standard's margins, its number outside, — 1 —, and a draft's marks above.
 * @param mark what a draft says at the head of every page; none of an issued paper
 */
export function pageFrame(mark: string): Pick<ISectionOptions, 'properties' | 'headers' | 'footers'> {
  const { width, height, ...margin } = PAGE;
  const header = () => new Header({ children: [paragraph(STYLE.header, mark)] });
  return {
    properties: { page: { size: { width, height }, margin: { ...margin, header: 1000 } } },
    ...(mark === '' ? {} : { headers: { default: header(), even: header() } }),
    footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
  };
}

/** A page alone: the least margins that printers have room for, no number, a draft's marks above. */
export function sheetFrame(mark: string): Pick<ISectionOptions, 'properties' | 'headers'> {
  const { width, height, left, right } = PAGE;
  return {
    properties: { page: { size: { width, height }, margin: { left, right, ...SHEET } } },
    ...(mark === '' ? {} : { headers: { default: new Header({ children: [paragraph(STYLE.header, mark)] }) } }),
  };
}

function pageNumber(alignment: 'left' | 'right'): Footer {
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: { hint: 'eastAsia' } });
  return new Footer({ children: [new Paragraph({ style: STYLE.pageNumber, alignment, children: [number] })] });
}
