import { AlignmentType, type IFontAttributesProperties, type IParagraphStyleOptions, type IStylesOptions } from 'docx';
import type { PaperFonts } from '../../document/paper.js';
import { CHARACTER, LINE, NARROWING, RED, SIZE, SMALL_CHARACTER, TABLE_LINE, TITLE_LINE } from './measures.js';

/** One font for all characters: with another for Latin ones, Word would print “”, —— and … in it. */
function font(name: string): IFontAttributesProperties {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}

const exactly = (line: number, before = 0) => ({ line, lineRule: 'exact' as const, before, after: 0 });
const INDENT = { firstLine: 2 * CHARACTER, firstLineChars: 200 };
const FLUSH = { firstLine: 0, firstLineChars: 0 };

/** The styles of paragraphs; their ids are what the rest of the room names. */
export const STYLE = {
  text: 'PaperText',
  addressee: 'PaperAddressee',
  notice: 'PaperNotice',
  attachmentList: 'PaperAttachments',
  attachmentMark: 'PaperAttachmentMark',
  signature: 'PaperSignature',
  tableTitle: 'PaperTableTitle',
  tableHead: 'PaperTableHead',
  tableCell: 'PaperTableCell',
  tableTotal: 'PaperTableTotal',
  tableNote: 'PaperTableNote',
  figure: 'PaperFigure',
  imprint: 'PaperImprint',
  pageNumber: 'PaperPageNumber',
  header: 'PaperHeader',
  redMark: 'PaperRedMark',
  number: 'PaperNumber',
} as const;

/** The styles in their fonts. Those of headings are Word's own, so that its outline shows them. */
export function paperStyles(fonts: PaperFonts): IStylesOptions {
  const heading = (name: string) => ({
    run: { font: font(name), size: SIZE.text, bold: false, italics: false, color: '000000' },
    paragraph: { keepNext: true, spacing: exactly(LINE), indent: INDENT, alignment: AlignmentType.BOTH },
  });
  return {
    default: {
      document: {
        run: { font: font(fonts.text), size: SIZE.text, characterSpacing: NARROWING, language: CHINESE },
        paragraph: { spacing: exactly(LINE) },
      },
      title: {
        run: { font: font(fonts.title), size: SIZE.title, bold: false, color: '000000', characterSpacing: 0 },
        paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(TITLE_LINE), keepNext: true },
      },
      heading1: heading(fonts.heading),
      heading2: heading(fonts.subheading),
      heading3: heading(fonts.text),
      heading4: heading(fonts.text),
    },
    paragraphStyles: [...textStyles(fonts), ...tableStyles(fonts), ...frameStyles(fonts)],
  };
}

/** Numbers are not Chinese: they would break over lines. */
const CHINESE = { value: 'en-US', eastAsia: 'zh-CN' };

function textStyles(fonts: PaperFonts): IParagraphStyleOptions[] {
  return [
    style(STYLE.text, '公文正文', { spacing: exactly(LINE), indent: INDENT, alignment: AlignmentType.BOTH }),
    style(STYLE.addressee, '主送机关', { spacing: exactly(LINE), indent: FLUSH }),
    style(
      STYLE.notice,
      '送审提示',
      { spacing: exactly(TABLE_LINE), indent: FLUSH },
      { font: font(fonts.subheading), size: SIZE.table },
    ),
    style(STYLE.attachmentList, '附件说明', { spacing: exactly(LINE), keepLines: true }),
    style(
      STYLE.attachmentMark,
      '附件标识',
      { spacing: exactly(LINE), indent: FLUSH, keepNext: true },
      { font: font(fonts.heading) },
    ),
    style(STYLE.signature, '发文机关署名', { spacing: exactly(LINE), alignment: AlignmentType.RIGHT, keepLines: true }),
  ];
}

function tableStyles(fonts: PaperFonts): IParagraphStyleOptions[] {
  const inTable = { spacing: exactly(TABLE_LINE), indent: FLUSH };
  const size = { size: SIZE.table, characterSpacing: 0 };
  return [
    style(
      STYLE.tableTitle,
      '表题',
      { spacing: exactly(LINE), alignment: AlignmentType.CENTER, keepNext: true },
      { font: font(fonts.heading), size: SIZE.small },
    ),
    style(
      STYLE.tableHead,
      '表头',
      { ...inTable, alignment: AlignmentType.CENTER, keepNext: true },
      { ...size, font: font(fonts.heading) },
    ),
    style(STYLE.tableCell, '表格正文', inTable, size),
    style(STYLE.tableTotal, '表格合计', inTable, { ...size, font: font(fonts.heading) }),
    style(STYLE.tableNote, '表注', { ...inTable, alignment: AlignmentType.BOTH }, size),
    style(STYLE.figure, '图', {
      alignment: AlignmentType.CENTER,
      indent: FLUSH,
      spacing: { line: 240, lineRule: 'auto' },
    }),
  ];
}

/** What stands around the text. */
function frameStyles(fonts: PaperFonts): IParagraphStyleOptions[] {
  const red = { font: font(fonts.title), size: 88, color: RED, characterSpacing: 0 };
  return [
    style(STYLE.imprint, '版记', { spacing: exactly(LINE) }, { size: SIZE.small, characterSpacing: 0 }),
    style(
      STYLE.pageNumber,
      '页码',
      { spacing: exactly(SMALL_CHARACTER), indent: { left: SMALL_CHARACTER, right: SMALL_CHARACTER } },
      { font: font(fonts.pageNumber), size: SIZE.small, characterSpacing: 0 },
    ),
    style(
      STYLE.header,
      '页眉标识',
      { alignment: AlignmentType.RIGHT },
      { font: font(fonts.heading), size: SIZE.small },
    ),
    style(STYLE.redMark, '发文机关标志', { spacing: exactly(1100, 1784), alignment: AlignmentType.CENTER }, red),
    style(STYLE.number, '发文字号', { spacing: exactly(LINE, 1158), alignment: AlignmentType.CENTER }),
  ];
}

function style(
  id: string,
  name: string,
  paragraph: NonNullable<IParagraphStyleOptions['paragraph']>,
  run: NonNullable<IParagraphStyleOptions['run']> = {},
): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', quickFormat: true, paragraph, run };
}
