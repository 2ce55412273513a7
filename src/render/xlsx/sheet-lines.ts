import type { CellStyle, Cell as SheetCell, WriteSheet } from 'hucre/xlsx';
import { figuresIn } from '../../document/inlines-of.js';
import type { Inline } from '../../document/report-document.js';
import { wrap } from '../../text/wrap.js';
import { looksLikeFormula } from '../formula-text.js';
import { STYLES } from './styles.js';
import { type TypedCell, words } from './typed-cell.js';

/** A cell with its look, and the ids of its figures where they are asked for. */
export interface LaidCell extends TypedCell {
  readonly style: CellStyle;
  readonly ids?: readonly string[];
}

/** A row of a sheet: a cell for each column, or one across all of them with its height in points. */
export type SheetLine = readonly LaidCell[] | { readonly across: LaidCell; readonly height: number };

/** The format of text: what looks like a formula stays text even when it is typed again. */
const TEXT_FORMAT = '@';
/** What a spreadsheet writes for errors. As plain text the library would make them errors. */
const ERROR = /^#[A-Z\d/!?_]+$/;

/** Lines as a sheet with columns so wide. */
export function laidOut(name: string, widths: readonly number[], lines: readonly SheetLine[]): WriteSheet {
  const last = widths.length - 1;
  const cells = new Map<string, Partial<SheetCell>>();
  const sheet = {
    name,
    columns: widths.map((width) => ({ width })),
    rows: lines.map(() => []),
    cells,
    merges: [] as NonNullable<WriteSheet['merges']>,
    rowDefs: new Map<number, { height: number }>(),
  };
  for (const [row, line] of lines.entries()) {
    const isAcross = 'across' in line;
    for (const [column, cell] of (isAcross ? [line.across] : line).entries())
      cells.set(`${row},${column}`, sheetCell(cell));
    if (!isAcross) continue;
    sheet.rowDefs.set(row, { height: line.height });
    if (last > 0) sheet.merges.push({ startRow: row, startCol: 0, endRow: row, endCol: last });
  }
  return sheet;
}

function sheetCell({ value, format, style, ids = [] }: LaidCell): Partial<SheetCell> {
  const isText = typeof value === 'string';
  const numFmt = isText && looksLikeFormula(value) ? TEXT_FORMAT : format;
  return {
    value,
    style: numFmt === undefined ? style : { ...style, numFmt },
    ...(isText && ERROR.test(value) ? { richText: [{ text: value }] } : {}),
    ...(ids.length === 0 ? {} : { comment: { text: words(ids.join('\n')) } }),
  };
}

/** Text across a sheet so wide, in digits; a spreadsheet finds the height of a line by itself only in a single cell. */
export function across(value: string, style: CellStyle, width: number, ids: readonly string[] = []): SheetLine {
  const size = style.font?.size ?? 11;
  const room = Math.max(2, Math.floor((width * 11) / size) - 2);
  return { across: { value: words(value), style, ids }, height: wrap(value, room).length * size * 1.4 + 4 };
}

/** A title in the middle of a wider sheet would be out of sight. */
const WIDEST_IN_VIEW = 160;

/** The sheet's opening: its title and what is to be known before reading. */
export function openingLines(title: string, notices: readonly string[], width: number): SheetLine[] {
  const style = width > WIDEST_IN_VIEW ? STYLES.titleAtLeft : STYLES.title;
  return [
    ...(title === '' ? [] : [across(title, style, width)]),
    ...notices.map((notice) => across(notice, STYLES.notice, width)),
  ];
}

/** The ids of the figures of a paragraph or cell. */
export function idsOf(content: readonly Inline[]): string[] {
  return [...new Set(content.flatMap(figuresIn).map(({ id }) => id))];
}
