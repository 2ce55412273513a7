import type { ConditionalRule, WriteSheet } from 'hucre/xlsx';
import { colToLetter, rangeRef } from 'hucre/xlsx';
import type { Cell, Front, Light, Table } from '../../document/report-document.js';
import { contentText, UNICODE_MARKS } from '../inlines.js';
import type { ChoiceLists } from './choice-lists.js';
import { columnSizes } from './column-sizes.js';
import { printLayout } from './print-layout.js';
import { across, idsOf, type LaidCell, laidOut, openingLines } from './sheet-lines.js';
import { asTotal, LIGHT_STYLES, STYLES } from './styles.js';
import { typedCell, words } from './typed-cell.js';

/** In a wider table the first column stays in view. */
const MOST_IN_VIEW = 6;

/** What a sheet tells beside its table. */
export interface SheetOptions {
  readonly name: string;
  readonly title: string;
  readonly front: Front | undefined;
  readonly ids: boolean;
  readonly choices: ChoiceLists;
}

/** A table as a sheet: its title and the document's notices, the headings (frozen, with filters), rows, total, notes. */
export function tableSheet(table: Table, { name, title, front, ids, choices }: SheetOptions): WriteSheet {
  const { columns } = table;
  const body = table.total === undefined ? table.rows : [...table.rows, table.total];
  const sizes = columnSizes(columns, body);
  const width = sizes.reduce((sum, size) => sum + size, 0);
  const opening = table.bare ? [] : openingLines(title, front?.notices ?? [], width);
  const laid = laidRows(body, table, ids);
  const rows = laid.slice(0, table.rows.length);
  const lines = [
    ...opening,
    columns.map((column) => ({ value: words(column.title), style: STYLES.heading })),
    ...rows,
    ...laid.slice(rows.length).map((row) => row.map(totalled)),
    ...table.notes.map((note) =>
      across(contentText(note, UNICODE_MARKS), STYLES.note, width, ids ? idsOf(note) : undefined),
    ),
  ];
  const heading = opening.length;
  const last = heading + table.rows.length;
  return {
    ...laidOut(name, sizes, lines),
    freezePane: { rows: heading + 1, ...(columns.length > MOST_IN_VIEW ? { columns: 1 } : {}) },
    autoFilter: { range: rangeRef(heading, 0, last, columns.length - 1) },
    dataValidations: choices.rulesFor(columns, heading + 1, table.rows.length),
    conditionalRules: columns.flatMap((_, index) => lightRules(rows, index, heading + 1)),
    ...printLayout(front, width, heading),
  };
}

/** The rows, a cell for each column; one that a row lacks is empty. What stands among numbers is aligned as they are. */
function laidRows(rows: readonly (readonly Cell[])[], { columns }: Table, ids: boolean): LaidCell[][] {
  const typed = rows.map((row) => columns.map((_, index) => typedCell(row[index] ?? [])));
  const styles = columns.map(({ align }, index) => {
    const isNumbers = typed.some((row) => typeof row[index]?.value === 'number');
    return isNumbers || align === 'right' ? STYLES.number : STYLES.words;
  });
  return typed.map((row, at) =>
    row.map((cell, index) => ({
      ...cell,
      style: styles[index] ?? STYLES.words,
      ...(ids ? { ids: idsOf(rows[at]?.[index] ?? []) } : {}),
    })),
  );
}

function totalled(cell: LaidCell): LaidCell {
  return { ...cell, style: asTotal(cell.style) };
}

/** A rule for each word of a light in a column, over all of its rows. */
function lightRules(rows: readonly (readonly LaidCell[])[], column: number, first: number): ConditionalRule[] {
  const lights = new Map<string, Light>();
  for (const row of rows) {
    const { value, light } = row[column] ?? { value: null };
    if (light !== undefined && typeof value === 'string') lights.set(value, light);
  }
  if (lights.size === 0) return [];
  const letter = colToLetter(column);
  const range = `${letter}${first + 1}:${letter}${first + rows.length}`;
  return [...lights].flatMap(([word, light], index) => {
    const style = LIGHT_STYLES[light];
    const formula = `"${word.replaceAll('"', '""')}"`;
    return style === undefined
      ? []
      : [{ type: 'cellIs', operator: 'equal', priority: index + 1, formula, style, range }];
  });
}
