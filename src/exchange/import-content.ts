import type { NameReader } from '../edit/name-reader.js';
import { KINDS, type Kind, kindTitle } from '../schema/kinds.js';
import { type Draft, DraftReader } from './draft-record.js';
import type { ImportMapping } from './import-mapping.js';
import { columnFields } from './import-role.js';
import type { Sheet } from './sheet.js';
import { type SheetField, sheetFields } from './sheet-fields.js';
import { fieldFinder } from './sheet-heading.js';
import { type SheetContent, sheetRows } from './sheet-rows.js';
import { countSignIns } from './sign-ins.js';

/** A file that is imported. */
export interface ImportedFile {
  /** As the user wrote it. */
  readonly name: string;
  readonly sheets: readonly Sheet[];
  readonly mapping: ImportMapping;
}

/** What a file says, as records. */
export interface FileContent {
  readonly file: ImportedFile;
  readonly sheets: readonly SheetContent[];
  /** Names of sheets that hold nothing of the kind. */
  readonly others: readonly string[];
  /** A draft for each row; of sign-ins one for each activity and day. */
  readonly drafts: readonly Draft[];
  /** The rows that the mapping does not let count: applications that nobody agreed to. */
  readonly leftOut: readonly Draft[];
  /** Rows of people who did not come. */
  readonly absent: number;
}

/** Reads the rows of a file as records of its kind. */
export function readContent(file: ImportedFile, names: NameReader): FileContent {
  const { mapping, sheets } = file;
  const { kind, role } = mapping;
  const columns = columnFields(kind, role);
  const fieldOf = fieldFinder(columns, mapping.columns);
  const own = sheets.filter(({ name }) => !isOfAnother(name, kind));
  const named = own.filter(({ name }) => name === kindTitle(kind));
  const contents = (named.length > 0 ? named : own).flatMap((sheet) => sheetRows(sheet, fieldOf, mapping) ?? []);
  const reader = new DraftReader(withOthers(kind, columns), mapping, names);
  const taken = new Set(contents.map(({ name }) => name));
  const rows = contents.flatMap((content) => content.rows);
  const counted =
    role === '签到' ? countSignIns(contents, reader) : { drafts: rows.map((row) => reader.draft(row)), absent: 0 };
  return {
    file,
    sheets: contents,
    others: sheets.map(({ name }) => name).filter((name) => !taken.has(name)),
    leftOut: contents.flatMap(({ leftOut }) => leftOut.map((row) => reader.draft(row))),
    ...counted,
  };
}

/** All fields of a kind, for what the mapping adds, those of columns as they are; in the dictionary's order. */
function withOthers(kind: Kind, columns: readonly SheetField[]): readonly SheetField[] {
  const keyOf = ({ path, step }: SheetField): string => [...path, step ?? ''].join('\n');
  const byKey = new Map(columns.map((field) => [keyOf(field), field]));
  return sheetFields(kind).map((field) => byKey.get(keyOf(field)) ?? field);
}

/** Whether a sheet is another kind's, or a list inside records, in a workbook as `export` writes it. */
function isOfAnother(name: string, kind: Kind): boolean {
  const [title] = name.split('·');
  return KINDS.some((each) => kindTitle(each) === title) && name !== kindTitle(kind);
}
