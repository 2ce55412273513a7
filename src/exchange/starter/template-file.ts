import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  HeadingLevel,
  type ISectionOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { LINE, TABLE_LINE, TYPE_WIDTH } from '../../render/docx/measures.js';
import { packed } from '../../render/docx/package.js';
import { pageFrame } from '../../render/docx/page.js';
import { type ParagraphLayout, paragraph, runs } from '../../render/docx/paragraph.js';
import { paperStyles, STYLE } from '../../render/docx/styles.js';
import { USUAL_FONTS } from '../../reports/paper.js';

/** Any day will do, as long as it is always the same. */
const MADE_ON = '2025-01-01';

/** What stands in a starter template, in order. */
export type Part =
  | { readonly heading: string }
  | { readonly text: string }
  /** A line that begins at the left edge. */
  | { readonly flush: string }
  /** Cells side by side: a label, then what is filled in; a cell alone in its row takes the whole width. */
  | { readonly form: readonly (readonly string[])[] }
  /** Two columns without rules, kept on one page, where both sides sign. */
  | { readonly seals: readonly (readonly [string, string])[] };

/** A template as a Word file in the layout of GB/T 9704-2012, whose numbers are those of the office's other papers. */
export async function templateFile(title: string, parts: readonly Part[]): Promise<Uint8Array> {
  const children = [paragraph('Title', title), paragraph(STYLE.text, ''), ...parts.flatMap(childrenOf)];
  const section: ISectionOptions = { ...pageFrame(''), children };
  return packed(
    new Document({
      title,
      creator: '越医',
      lastModifiedBy: '越医',
      evenAndOddHeaderAndFooters: true,
      styles: paperStyles(USUAL_FONTS),
      sections: [section],
    }),
    MADE_ON,
  );
}

function childrenOf(part: Part): FileChild[] {
  if ('heading' in part) return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(part.heading) })];
  if ('text' in part) return [paragraph(STYLE.text, part.text)];
  if ('flush' in part) return [paragraph(STYLE.addressee, part.flush)];
  if ('form' in part) return [form(part.form), paragraph(STYLE.tableNote, '')];
  return [paragraph(STYLE.text, '', { keepNext: true }), seals(part.seals)];
}

/** The columns of a form: labels are narrow, and a row of two takes the others' place. */
const COLUMNS = [1400, 3022, 1400, 3022];

function form(rows: readonly (readonly string[])[]): Table {
  return table(
    rows.map((texts) => {
      const spans = texts.length === 1 ? [4] : texts.length === 2 ? [1, 3] : texts.map(() => 1);
      let column = 0;
      return texts.map((text, index) => {
        const span = spans[index] ?? 1;
        const width = COLUMNS.slice(column, column + span).reduce((sum, each) => sum + each, 0);
        column += span;
        const isLabel = texts.length === 1 || (index % 2 === 0 && !text.includes('{'));
        const style = isLabel ? STYLE.tableHead : STYLE.tableCell;
        const layout = { spacing: { line: TABLE_LINE, lineRule: 'exact' as const } };
        const centred = text.includes('{序号}') ? { alignment: AlignmentType.CENTER } : {};
        return cell([paragraph(style, text, { ...layout, ...centred })], width, span);
      });
    }),
    COLUMNS,
    BorderStyle.SINGLE,
  );
}

function seals(rows: readonly (readonly [string, string])[]): Table {
  const width = TYPE_WIDTH / 2;
  const layout: ParagraphLayout = {
    keepNext: true,
    alignment: AlignmentType.LEFT,
    spacing: { line: LINE, lineRule: 'exact' },
  };
  return table(
    rows.map((texts) => texts.map((text) => cell([paragraph(STYLE.addressee, text, layout)], width, 1))),
    [width, width],
    BorderStyle.NONE,
  );
}

function table(
  rows: readonly (readonly TableCell[])[],
  columnWidths: readonly number[],
  style: (typeof BorderStyle)[keyof typeof BorderStyle],
): Table {
  const border = { style, size: 4, color: '000000' };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TYPE_WIDTH, type: WidthType.DXA },
    columnWidths: [...columnWidths],
    margins: { left: 100, right: 100, marginUnitType: WidthType.DXA },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: rows.map((children) => new TableRow({ cantSplit: true, children: [...children] })),
  });
}

function cell(children: Paragraph[], width: number, columnSpan: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan,
    verticalAlign: VerticalAlign.CENTER,
    children,
  });
}
