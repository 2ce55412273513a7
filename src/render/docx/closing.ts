import {
  type FileChild,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  TextWrappingType,
  VerticalPositionAlign,
  VerticalPositionRelativeFrom,
} from 'docx';
import { ShapeRun } from 'docx/shapes';
import type { PaperSettings } from '../../document/paper.js';
import { formatDate } from '../../text/chinese-date.js';
import { displayWidth } from '../../text/width.js';
import { xmlText } from '../xml-text.js';
import { CHARACTER, pixels, RULE, SMALL_CHARACTER, TYPE_WIDTH } from './measures.js';
import { paragraph, runs } from './paragraph.js';
import { STYLE } from './styles.js';

/** 附件说明 (7.3.4): a line below the text, two characters in; several are numbered, and stand under each other. */
export function attachmentList(titles: readonly string[]): FileChild[] {
  if (titles.length === 0) return [];
  const numbered = titles.length > 1;
  const words = 2 * CHARACTER + 3 * CHARACTER;
  const left = words + (numbered ? CHARACTER : 0);
  return [
    paragraph(STYLE.text, '', { keepNext: true }),
    ...titles.map((title, index) => {
      const begin = (index === 0 ? '附件：' : '') + (numbered ? `${index + 1}.` : '');
      const hanging = left - (index === 0 ? 2 * CHARACTER : words);
      return paragraph(STYLE.attachmentList, begin + title, { indent: { left, hanging }, keepNext: true });
    }),
  ];
}

/**
 * 署名 and 成文日期 (7.3.5): with a seal the day is four characters from the right and the name centred above it; without,
 * the longer of both is two characters from the right.
 * @param day YYYY-MM-DD
 */
export function signature(issuer: string, day: string, sealed: boolean): FileChild[] {
  const date = formatDate(day);
  const [name, width] = [issuer, date].map((text) => (displayWidth(xmlText(text)) * CHARACTER) / 2) as [number, number];
  const [nameRight, dateRight] = sealed ? sealedIndents(name, width) : plainIndents(name, width);
  return [
    paragraph(STYLE.text, '', { keepNext: true }),
    ...(sealed ? [paragraph(STYLE.text, '', { keepNext: true })] : []),
    paragraph(STYLE.signature, issuer, { indent: { right: nameRight }, keepNext: true }),
    paragraph(STYLE.signature, date, { indent: { right: dateRight } }),
  ];
}

function sealedIndents(name: number, date: number): [number, number] {
  const right = 4 * CHARACTER;
  return [Math.max(0, Math.round(right + (date - name) / 2)), right];
}

/** The day begins two characters behind the beginning of the name. */
function plainIndents(name: number, date: number): [number, number] {
  const least = 2 * CHARACTER;
  const dateRight = least + name - (2 * CHARACTER + date);
  return dateRight >= least ? [least, Math.round(dateRight)] : [Math.round(date + 2 * CHARACTER + least - name), least];
}

/**
 * 版记 (7.4): at the foot of the last page, its last rule on the bottom of the type area. It is a text box, because neither
 * a floating table nor a frame stays there in all programs.
 * @param printed the day of printing; a draft leaves it open
 */
export function imprint({ copyTo, printedBy }: PaperSettings, printed: string | undefined): FileChild[] {
  const inset = { left: SMALL_CHARACTER, right: SMALL_CHARACTER };
  const copies = 3 * SMALL_CHARACTER;
  const indent = { left: inset.left + copies, hanging: copies, right: inset.right };
  const day = printed === undefined ? '　　　　年　月　日' : formatDate(printed);
  const right = { type: TabStopType.RIGHT, position: TYPE_WIDTH - SMALL_CHARACTER };
  const children = [
    rule(RULE.outer),
    ...(copyTo.length === 0
      ? []
      : [paragraph(STYLE.imprint, `抄送：${copyTo.join('，')}。`, { indent }), rule(RULE.inner)]),
    new Paragraph({
      style: STYLE.imprint,
      indent: inset,
      tabStops: [right],
      children: [...runs(printedBy), new TextRun({ children: [new Tab()] }), ...runs(`${day}印发`)],
    }),
    rule(RULE.outer),
  ];
  const box = new ShapeRun({
    type: 'rectangle',
    transformation: { width: pixels(TYPE_WIDTH), height: 'fitText' },
    line: 'none',
    textOptions: { margins: { top: 0, right: 0, bottom: 0, left: 0 }, verticalAlignment: 'bottom' },
    children,
    altText: { name: '版记', description: '版记' },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.MARGIN, align: HorizontalPositionAlign.CENTER },
      verticalPosition: { relative: VerticalPositionRelativeFrom.MARGIN, align: VerticalPositionAlign.BOTTOM },
      wrap: { type: TextWrappingType.TOP_AND_BOTTOM },
    },
  });
  return [new Paragraph({ spacing: { line: 20, lineRule: 'exact' }, children: [box] })];
}

/** A rule across the type area: of a paragraph of its own, because those of an indented one are indented. */
function rule(size: number): Paragraph {
  return new Paragraph({
    spacing: { line: 20, lineRule: 'exact' },
    border: { top: { style: 'single', size, space: 0, color: '000000' } },
  });
}
