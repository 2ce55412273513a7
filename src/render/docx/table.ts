import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Table as TableBlock } from '../../document/report-document.js';
import { contentText, UNICODE_MARKS } from '../inlines.js';
import { TYPE_WIDTH } from './measures.js';
import { type ParagraphLayout, paragraph } from './paragraph.js';
import { STYLE } from './styles.js';
import { fittedColumns, type Letters, PADDING, type PreparedColumn, preparedColumns } from './table-columns.js';

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const BORDERS = {
  top: BORDER,
  bottom: BORDER,
  left: BORDER,
  right: BORDER,
  insideHorizontal: BORDER,
  insideVertical: BORDER,
};

const TO_THE_RIGHT: ParagraphLayout = { alignment: AlignmentType.RIGHT };

/**
 * A table across the type area: the title above, the heads on every page, no row over two pages, the notes below,
 * on the page of the last row.
 * @param layout of what stands below it
 */
export function tableChildren(table: TableBlock, layout: ParagraphLayout = {}): FileChild[] {
  const { title, columns, notes } = table;
  const told = notes.map((note) => contentText(note, UNICODE_MARKS));
  return [
    ...(title === '' ? [] : [paragraph(STYLE.tableTitle, title)]),
    ...(columns.length === 0 ? [] : [tableGrid(table)]),
    // Without a paragraph between, Word would join two tables.
    ...(told.length === 0 ? [''] : told).map((text) => paragraph(STYLE.tableNote, text, layout)),
  ];
}

/** @param sizes the letters to choose from, the largest first */
export function tableGrid(table: TableBlock, sizes?: readonly Letters[]): Table {
  const columns = preparedColumns(table);
  const { letters, widths } = fittedColumns(columns, sizes);
  const row = (style: string, text: (column: PreparedColumn) => string, keepNext: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: style === STYLE.tableHead,
      children: columns.map((column, index) => {
        const layout = { keepNext, ...(style === STYLE.tableHead || !column.isRight ? {} : TO_THE_RIGHT) };
        return cell(
          paragraph(style, text(column), { ...layout, ...lineOf(letters) }, letters.size),
          widths[index] ?? 0,
        );
      }),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TYPE_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: PADDING, right: PADDING, marginUnitType: WidthType.DXA },
    borders: BORDERS,
    rows: [
      row(STYLE.tableHead, ({ title }) => title, true),
      ...table.rows.map((_, at) => row(STYLE.tableCell, ({ texts }) => texts[at] ?? '', at === table.rows.length - 1)),
      ...(table.total === undefined ? [] : [row(STYLE.tableTotal, ({ texts }) => texts.at(-1) ?? '', true)]),
    ],
  });
}

function cell(text: Paragraph, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: [text],
  });
}

function lineOf({ line }: Letters): ParagraphLayout {
  return { spacing: { line, lineRule: 'exact' } };
}
