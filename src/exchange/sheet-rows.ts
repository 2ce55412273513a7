import { findPrivateNumbers } from '../text/private-numbers.js';
import { readTypedNumber } from '../text/typed-number.js';
import type { ImportMapping } from './import-mapping.js';
import { ROLES } from './import-role.js';
import { privateColumns } from './private-columns.js';
import type { Sheet, SheetCell } from './sheet.js';
import type { SheetField } from './sheet-fields.js';
import { type FieldOf, findHeading, type HeadedColumn } from './sheet-heading.js';

/** A row of a sheet with the cells of its fields; columns of no field and private ones are gone. */
export interface SheetRow {
  readonly sheet: string;
  /** As the spreadsheet counts, from 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<SheetField, SheetCell>;
  /** The headings of the sheet's fields as they are written. */
  readonly headings: ReadonlyMap<SheetField, string>;
  /** The cell of the mapping's column `on`. */
  readonly on?: SheetCell;
  /** What stands in the mapping's column `number`. */
  readonly number?: string;
  /** Why the mapping does not let it count: 审批结果是“拒绝”. */
  readonly leftOut?: string;
}

/** What is taken of a sheet, and what is not. */
export interface SheetContent {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  readonly fields: readonly SheetField[];
  /** How many columns with private data were dropped. */
  readonly privateColumns: number;
  /** Headings that mean nothing here. */
  readonly unknown: readonly string[];
  /** The rows that the mapping does not let count. */
  readonly leftOut: readonly SheetRow[];
  /** The lines of text above the heading, without those with private numbers. */
  readonly above: readonly string[];
  /** The total rows that differ from the sum of the rows above: the field, what is written, and the sum. */
  readonly wrongTotals: readonly { readonly field: string; readonly written: number; readonly sum: number }[];
}

const TOTAL = /^(?:合\s*计|小\s*计|总\s*计|共\s*计)/;
const FOOTER = /^(?:注|备注|说明|填表|填报|制表|审核|联系|审批|负责人|单位(?:盖章|公章))/;
/** Columns that number the rows, and those that an export adds. */
const WITHOUT_MEANING = /^(?:序号|编码|No\.?|行号|状态|示例|经过|佐证|免检说明|数什么·条件)$/i;

/** The rows of a sheet; null where it has no heading of the kind. */
export function sheetRows(sheet: Sheet, fieldOf: FieldOf, mapping: ImportMapping): SheetContent | null {
  const heading = findHeading(sheet, fieldOf, mapping.role && ROLES[mapping.role].mark);
  if (!heading) return null;
  const filled = withMerged(sheet);
  const below = filled.slice(heading.first);
  const dropped = privateColumns(heading.columns, below);
  const columns = heading.columns.filter(({ at }) => !dropped.has(at));
  const columnOf: ColumnOf = (title) => heading.columns.find((column) => column.title === title);
  const headings = new Map(columns.flatMap(({ field, title }) => (field ? [[field, title] as const] : [])));
  const [rows, totals, leftOut]: [SheetRow[], SheetRow[], SheetRow[]] = [[], [], []];
  for (const [index, row] of below.entries()) {
    const line = heading.first + index + 1;
    const texts = row.map(({ text }) => text).filter((text) => text !== '');
    const [first = ''] = texts;
    if (texts.length === 0 || (FOOTER.test(first) && texts.length < 3)) continue;
    const cells = cellsOf(row, columns);
    const taken = { sheet: sheet.name, line, cells, headings, ...besideOf(row, mapping, columnOf) };
    const reason = whyLeftOut(row, mapping, columnOf);
    if (TOTAL.test(first)) totals.push(taken);
    else if (cells.size === 0) continue;
    else if (reason !== null) leftOut.push({ ...taken, leftOut: reason });
    else rows.push(taken);
  }
  return {
    name: sheet.name,
    rows,
    fields: columns.flatMap(({ field }) => field ?? []),
    privateColumns: dropped.size,
    unknown: columns.filter(({ title, field }) => isUnknown(title, field, mapping)).map(({ title }) => title),
    leftOut,
    above: textsAbove(filled.slice(0, heading.first - 1)),
    wrongTotals: wrongTotals(rows, totals),
  };
}

/** The cells of a sheet, with the value of a block that is merged downwards in each of its rows. */
function withMerged({ rows, merges }: Sheet): (readonly SheetCell[])[] {
  const filled = rows.map((row) => [...row]);
  for (const { startRow, endRow, startCol } of merges) {
    const cell = rows[startRow]?.[startCol];
    if (cell === undefined) continue;
    for (let line = startRow + 1; line <= Math.min(endRow, rows.length - 1); line++)
      (filled[line] ?? [])[startCol] = cell;
  }
  return filled;
}

function cellsOf(row: readonly SheetCell[], columns: readonly HeadedColumn[]): Map<SheetField, SheetCell> {
  const cells = new Map<SheetField, SheetCell>();
  for (const { at, field } of columns) {
    const cell = row[at];
    if (field && cell && (cell.text !== '' || cell.fault !== undefined)) cells.set(field, cell);
  }
  return cells;
}

type ColumnOf = (title: string) => HeadedColumn | undefined;

/** The cells of columns that are no fields, but that the mapping names. */
function besideOf(
  row: readonly SheetCell[],
  { on, number }: ImportMapping,
  columnOf: ColumnOf,
): Pick<SheetRow, 'on' | 'number'> {
  const cellAt = (title: string | undefined): SheetCell | undefined => {
    const column = title === undefined ? undefined : columnOf(title);
    const cell = column && row[column.at];
    return cell && cell.text !== '' ? cell : undefined;
  };
  const [onCell, numberCell] = [cellAt(on), cellAt(number)];
  return { ...(onCell ? { on: onCell } : {}), ...(numberCell ? { number: numberCell.text } : {}) };
}

function whyLeftOut(row: readonly SheetCell[], { only }: ImportMapping, columnOf: ColumnOf): string | null {
  for (const [title, words] of Object.entries(only)) {
    const column = columnOf(title);
    const text = column && (row[column.at]?.text ?? '');
    if (text !== undefined && !words.includes(text)) return text === '' ? `${title}空着` : `${title}是“${text}”`;
  }
  return null;
}

function textsAbove(rows: readonly (readonly SheetCell[])[]): string[] {
  const texts = rows.flatMap((row) => row.map(({ text }) => text));
  return [...new Set(texts)].filter((text) => text !== '' && findPrivateNumbers(text).length === 0);
}

function isUnknown(title: string, field: SheetField | undefined, mapping: ImportMapping): boolean {
  const { only, on, number } = mapping;
  const isUsed = Object.hasOwn(only, title) || on === title || number === title || WITHOUT_MEANING.test(title);
  return field === undefined && !isUsed && findPrivateNumbers(title).length === 0;
}

/** Where a total row says another number than its column adds up to. */
function wrongTotals(rows: readonly SheetRow[], totals: readonly SheetRow[]): SheetContent['wrongTotals'] {
  const [total] = totals;
  if (!total || totals.length > 1) return [];
  return [...total.cells].flatMap(([field, { number }]) => {
    if (number === undefined || (field.node.type !== 'integer' && field.node.type !== 'number')) return [];
    const numbers = rows.flatMap(({ cells }) => cells.get(field) ?? []).map(exactNumber);
    const sum = numbers.reduce<number>((before, each) => before + (each ?? 0), 0);
    if (numbers.includes(null) || Math.abs(sum - number) < 1e-6) return [];
    return [{ field: field.title, written: number, sum }];
  });
}

/** The number of a cell; null where it is not exact. */
function exactNumber({ number, text, fault }: SheetCell): number | null {
  if (fault !== undefined) return null;
  const typed = number === undefined ? readTypedNumber(text) : null;
  return number ?? (typed === null || typed.rounded ? null : Number(typed.number));
}
