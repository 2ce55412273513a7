import { halfWidth } from '../text/half-width.js';
import type { Merge, Sheet, SheetCell } from './sheet.js';
import type { SheetField } from './sheet-fields.js';

/** The headings of a sheet, and what each column holds. */
export interface Heading {
  /** Of the first row below, from 0. */
  readonly first: number;
  readonly columns: readonly HeadedColumn[];
}

export interface HeadedColumn {
  readonly at: number;
  /** As it is written, the group's heading before it. */
  readonly title: string;
  /** Undefined where the heading means no field. */
  readonly field: SheetField | undefined;
}

/** Titles, 填报单位 and the like stand above a heading, but not more rows of them. */
const MOST_ABOVE = 20;

/** Finds the field that a heading means. */
export type FieldOf = (title: string) => SheetField | undefined;

/** The fields by everything they are called, with what a mapping adds. */
export function fieldFinder(fields: readonly SheetField[], mapping: Readonly<Record<string, string>> = {}): FieldOf {
  const byName = new Map<string, SheetField>();
  // A field's own title wins over what another is called beside its title.
  for (const field of [...fields].reverse()) for (const name of field.others) byName.set(folded(name), field);
  for (const field of [...fields].reverse()) byName.set(folded(field.title), field);
  for (const [heading, name] of Object.entries(mapping)) {
    const field = byName.get(folded(name));
    if (field) byName.set(folded(heading), field);
  }
  return (title) => byName.get(folded(title)) ?? byName.get(folded(withoutUnit(title)));
}

/** A heading without spaces, line breaks and the star of a required field. */
function folded(title: string): string {
  return halfWidth(title)
    .replace(/[\s*:]/g, '')
    .toLowerCase();
}

const withoutUnit = (title: string): string =>
  halfWidth(title)
    .replace(/\s/g, '')
    .replace(/\([^()]*\)\*?$/, '');

/**
 * The heading of a sheet: of its first rows the one in which most columns are fields of the kind, at least two; with the row
 * below it where headings are merged over several columns. Null where there is none.
 */
export function findHeading({ rows, merges }: Sheet, fieldOf: FieldOf, mark?: RegExp): Heading | null {
  let best: { heading: Heading; known: number } | null = null;
  for (let line = 0; line < Math.min(rows.length, MOST_ABOVE); line++) {
    const heading = headingAt(rows, merges, line, fieldOf);
    const marked = mark && heading.columns.some(({ title }) => mark.test(title)) ? 1 : 0;
    const known = new Set(heading.columns.flatMap(({ field }) => field?.title ?? [])).size + marked;
    if (known > (best?.known ?? 1)) best = { heading, known };
  }
  return best?.heading ?? null;
}

function headingAt(rows: Sheet['rows'], merges: readonly Merge[], line: number, fieldOf: FieldOf): Heading {
  const row = rows[line] ?? [];
  const below = rows[line + 1] ?? [];
  const over = (at: number): Merge | undefined =>
    merges.find((merge) => merge.startRow === line && merge.startCol <= at && at <= merge.endCol);
  const isGrouped = row.some((cell, at) => {
    const merge = over(at);
    return cell.text !== '' && merge !== undefined && merge.endCol > merge.startCol && merge.endRow === line;
  });
  const width = isGrouped ? Math.max(row.length, below.length) : row.length;
  const columns = Array.from({ length: width }, (_, at): HeadedColumn => {
    const group = textAt(row, over(at)?.startCol ?? at);
    const own = isGrouped && (over(at)?.endRow ?? line) === line ? textAt(below, at) : '';
    const [title, field] = named(group, own, fieldOf);
    return { at, title, field };
  });
  const seen = new Set<SheetField>();
  return {
    first: line + (isGrouped ? 2 : 1),
    // Of two columns that mean the same the first one counts.
    columns: columns
      .filter(({ title }) => title !== '')
      .map((column) => {
        if (column.field === undefined || !seen.has(column.field)) {
          if (column.field) seen.add(column.field);
          return column;
        }
        return { ...column, field: undefined };
      }),
  };
}

const textAt = (row: readonly SheetCell[], at: number): string => row[at]?.text ?? '';

function named(group: string, own: string, fieldOf: FieldOf): [title: string, field: SheetField | undefined] {
  if (own === '') return [group, fieldOf(group)];
  const whole = `${group}·${own}`;
  return [whole, fieldOf(whole) ?? fieldOf(own)];
}
