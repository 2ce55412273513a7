import { findPrivateNumbers } from '../text/private-numbers.js';
import { readTypedNumber } from '../text/typed-number.js';
import type { ImportMapping } from './import-mapping.js';
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
  /** How many rows the mapping leaves out. */
  readonly leftOut: number;
  /** The total rows that differ from the sum of the rows above: the field, what is written, and the sum. */
  readonly wrongTotals: readonly { readonly field: string; readonly written: number; readonly sum: number }[];
}

const TOTAL = /^(?:合\s*计|小\s*计|总\s*计|共\s*计)/;
const FOOTER = /^(?:注|备注|说明|填表|填报|制表|审核|联系|审批|负责人|单位(?:盖章|公章))/;
/** Columns that number the rows, and those that an export adds. */
const WITHOUT_MEANING = /^(?:序号|编码|No\.?|行号|状态|示例|经过|佐证|免检说明|数什么·条件)$/i;

/** The rows of a sheet; null where it has no heading of the kind. */
export function sheetRows(sheet: Sheet, fieldOf: FieldOf, mapping: ImportMapping): SheetContent | null {
  const heading = findHeading(sheet, fieldOf);
  if (!heading) return null;
  const filled = withMerged(sheet);
  const below = filled.slice(heading.first);
  const dropped = privateColumns(heading.columns, below);
  const columns = heading.columns.filter(({ at }) => !dropped.has(at));
  const columnOf = (title: string): HeadedColumn | undefined =>
    heading.columns.find((column) => column.title === title);
  const headings = new Map(columns.flatMap(({ field, title }) => (field ? [[field, title] as const] : [])));
  const [rows, totals]: [SheetRow[], SheetRow[]] = [[], []];
  let leftOut = 0;
  for (const [index, row] of below.entries()) {
    const line = heading.first + index + 1;
    const texts = row.map(({ text }) => text).filter((text) => text !== '');
    const [first = ''] = texts;
    if (texts.length === 0 || (FOOTER.test(first) && texts.length < 3)) continue;
    const on = onOf(row, columnOf(mapping.on ?? ''));
    const taken = { sheet: sheet.name, line, cells: cellsOf(row, columns), headings, ...on };
    if (TOTAL.test(first)) totals.push(taken);
    else if (taken.cells.size === 0) continue;
    else if (isLeftOut(row, mapping, columnOf)) leftOut += 1;
    else rows.push(taken);
  }
  return {
    name: sheet.name,
    rows,
    fields: columns.flatMap(({ field }) => field ?? []),
    privateColumns: dropped.size,
    unknown: columns.filter(({ title, field }) => isUnknown(title, field, mapping)).map(({ title }) => title),
    leftOut,
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

function onOf(row: readonly SheetCell[], column: HeadedColumn | undefined): Pick<SheetRow, 'on'> {
  const cell = column && row[column.at];
  return cell && cell.text !== '' ? { on: cell } : {};
}

function isLeftOut(
  row: readonly SheetCell[],
  { only }: ImportMapping,
  columnOf: (title: string) => HeadedColumn | undefined,
): boolean {
  return Object.entries(only).some(([title, words]) => {
    const column = columnOf(title);
    return column !== undefined && !words.includes(row[column.at]?.text ?? '');
  });
}

function isUnknown(title: string, field: SheetField | undefined, { only, on }: ImportMapping): boolean {
  const isUsed = Object.hasOwn(only, title) || on === title || WITHOUT_MEANING.test(title);
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
