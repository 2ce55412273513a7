import type { Cell, Column, Table } from '../document/report-document.js';
import { possibleValues } from '../ledger/field-values.js';
import { type Entry, fieldsOf } from '../ledger/ledger.js';
import type { ReportContext } from '../reports/context.js';
import { text } from '../reports/inlines.js';
import { type Field, isYear, ownFields, STATE_PATH } from '../reports/registry/field.js';
import { cellAt, valueCell } from '../reports/registry/value-cell.js';
import type { SchemaNode } from '../schema/dictionary.js';
import { type FieldRow, fieldsOf as rowsOf } from '../schema/fields.js';
import { type Kind, kindTitle } from '../schema/kinds.js';
import { scalarText } from '../text/scalar-text.js';

/** A column of a record's sheet: how it is headed, and the cell that a record has in it. */
interface SheetColumn extends Column {
  readonly cell: (entry: Entry) => Cell;
}

/** What marks a record of the sample folder. */
const SAMPLE_TITLE = '示例';
/** Between a group's title and that of a field in it: 审批·日期. */
const WITHIN = '·';

/**
 * Records of a kind as sheets for people: one with a row a record and every field, then one for each list of groups
 * that any of them has (经过, 签署), a row an item. Headings are the dictionary's titles with their units.
 */
export function recordTables(context: ReportContext, kind: Kind, entries: readonly Entry[]): readonly Table[] {
  const lists = ownFields(kind).filter((field) => field.nested && isList(field));
  return [
    mainTable(context, kind, entries),
    ...lists.map((field) => listTable(context, kind, field, entries)).filter(({ rows }) => rows.length > 0),
  ];
}

function mainTable(context: ReportContext, kind: Kind, entries: readonly Entry[]): Table {
  const columns = [
    ...ownFields(kind).flatMap((field) => columnsOf(context, kind, field)),
    ...(entries.some(({ sample }) => sample) ? [SAMPLE_COLUMN] : []),
  ];
  return {
    type: 'table',
    title: kindTitle(kind),
    columns: columns.map(headingOf),
    rows: entries.map((entry) => columns.map(({ cell }) => cell(entry))),
    notes: [],
    bare: true,
  };
}

const SAMPLE_COLUMN: SheetColumn = { title: SAMPLE_TITLE, cell: ({ sample }) => (sample ? [text('是')] : []) };

const headingOf = ({ cell: _, ...column }: SheetColumn): Column => column;

/** A field's column; one for each field in a group. */
function columnsOf(context: ReportContext, kind: Kind, field: Field): SheetColumn[] {
  if (field.nested && !isList(field)) {
    const inner = rowsWithin(kind, `${field.path}.`);
    if (inner.length > 0) return inner.map((row) => innerColumn(context, field, row));
  }
  const choices = choicesOf(context, kind, field);
  return [
    {
      ...headed(field.title, field.item),
      ...(choices === undefined ? {} : { choices }),
      cell: (entry) => withoutUnits(valueCell(context, entry, field, 'id')),
    },
  ];
}

function innerColumn(context: ReportContext, { path, title }: Field, { path: inner, node }: FieldRow): SheetColumn {
  const key = inner.slice(path.length + 1).replace('[]', '');
  return {
    ...headed(`${title}${WITHIN}${node.title ?? key}`, node),
    cell: (entry) => withoutUnits(cellAt(context, entry, [path, key])),
  };
}

/** The items of a list of groups, each with the id of its record and its place in the list. */
function listTable(context: ReportContext, kind: Kind, { path, title }: Field, entries: readonly Entry[]): Table {
  const rows = rowsWithin(kind, `${path}[].`);
  const keys = rows.map((row) => row.path.slice(path.length + 3).replace('[]', ''));
  return {
    type: 'table',
    title: `${kindTitle(kind)}${WITHIN}${title}`,
    columns: [
      { title: `${kindTitle(kind)}编号` },
      ...rows.map(({ node }, index) => headed(node.title ?? keys[index] ?? '', node)),
    ],
    rows: entries.flatMap((entry) => {
      const items: unknown = fieldsOf(entry.value)[path];
      if (!Array.isArray(items)) return [];
      return items.map((_, index) => [
        [text(entry.id)],
        ...keys.map((key) => withoutUnits(cellAt(context, entry, [path, String(index), key]))),
      ]);
    }),
    notes: [],
    bare: true,
  };
}

/** The fields directly within a group or a list, as the dictionary lists them. */
function rowsWithin(kind: Kind, prefix: string): FieldRow[] {
  return rowsOf(kind).filter(({ path }) => path.startsWith(prefix) && !path.slice(prefix.length).includes('.'));
}

function isList({ node }: Pick<Field, 'node'>): boolean {
  return node.items !== undefined;
}

/** A heading with its unit; numbers stand at the right. */
function headed(title: string, node: SchemaNode): Column {
  const unit = node['x-unit'];
  const isNumber = (node.type === 'integer' || node.type === 'number') && !isYear(node);
  return {
    title: unit === undefined ? title : `${title}（${unit}）`,
    ...(isNumber ? { align: 'right' as const } : {}),
  };
}

/** What a cell of a field may hold; undefined where anything may, or where it is derived. */
function choicesOf({ ledger }: ReportContext, kind: Kind, field: Field): Column['choices'] {
  if (field.path === STATE_PATH || field.nested) return undefined;
  if (field.item.type === 'boolean') return { words: ['是', '否'], several: false };
  const words = possibleValues(ledger, kind, field.path) ?? field.item.enum?.map(scalarText);
  return words === undefined || words.length === 0 ? undefined : { words, several: isList(field) };
}

/** The heading names the unit. */
function withoutUnits(cell: Cell): Cell {
  return cell.map((inline) => (inline.type === 'figure' ? { ...inline, unit: false } : inline));
}
