import type { Cell, Table } from '../document/report-document.js';
import { shownLines } from '../text/shown-text.js';
import type { Look } from './look.js';
import { runsText, safeRuns, wrapRuns } from './styled-lines.js';

/** A table too wide for the terminal, row by row as `title：value` lines with a rule between rows; empty cells are left out. */
export function verticalTable(table: Table, look: Look): string[] {
  const rows = table.total === undefined ? table.rows : [...table.rows, table.total];
  const rule = (look.ascii ? '-' : '─').repeat(look.width);
  return [rule, ...rows.flatMap((row) => [...entry(row, table, look), rule])];
}

function entry(row: readonly Cell[], table: Table, look: Look): string[] {
  return table.columns.flatMap((column, index) => {
    const value = safeRuns(row[index] ?? [], look);
    const title = column.title === '' ? [] : [{ text: `${shownLines(column.title)}：` }];
    return runsText(value) === '' ? [] : wrapRuns([...title, ...value], look.width, look);
  });
}
