import type { Finding } from '../diagnostics/diagnostic.js';
import { type LedgerChange, LedgerEdit } from '../edit/ledger-edit.js';
import { NameReader } from '../edit/name-reader.js';
import { newFindings } from '../edit/new-findings.js';
import { placeFor } from '../edit/new-place.js';
import type { Reader } from '../files/reader.js';
import { labelParts } from '../ledger/called.js';
import { KINDS, type Kind, kindTitle } from '../schema/kinds.js';
import { type Loaded, load } from '../workspace/load.js';
import { withOverlay } from '../workspace/overlay.js';
import { DraftReader } from './draft-record.js';
import type { ImportMapping } from './import-mapping.js';
import { ImportPlan, type PlannedRow } from './import-plan.js';
import type { Sheet } from './sheet.js';
import { sheetFields } from './sheet-fields.js';
import { fieldFinder } from './sheet-heading.js';
import { type SheetContent, sheetRows } from './sheet-rows.js';

/** What a file would do to the ledger. */
export interface PlannedImport {
  readonly sheets: readonly SheetContent[];
  /** Sheets that hold nothing of the kind. */
  readonly others: readonly string[];
  readonly rows: readonly PlannedRow[];
  /** The files as they would be; without the rows in doubt and those refused. */
  readonly change: LedgerChange;
  /** Warnings that the change would bring. */
  readonly warnings: readonly Finding[];
}

/** Called after each part of the work with how much of it is done, from 0 to 1. */
export type OnProgress = (done: number) => void;

/** Compares the rows of sheets with the ledger, and checks the ledger as it would be. @throws LayoutFault, ReadError */
export async function planImport(
  reader: Reader,
  loaded: Loaded,
  sheets: readonly Sheet[],
  { mapping, asOf, onProgress }: { mapping: ImportMapping; asOf: string; onProgress: OnProgress },
): Promise<PlannedImport> {
  const { kind } = mapping;
  const { ledger } = loaded;
  const fields = sheetFields(kind);
  const fieldOf = fieldFinder(fields, mapping.columns);
  const own = sheets.filter(({ name }) => !isOfAnother(name, kind));
  const named = own.filter(({ name }) => name === kindTitle(kind));
  const contents = (named.length > 0 ? named : own).flatMap((sheet) => sheetRows(sheet, fieldOf, mapping) ?? []);
  const drafts = new DraftReader(fields, mapping, new NameReader(ledger));
  const plan = new ImportPlan(ledger, kind, fields, asOf);
  const all = contents.flatMap((content) => content.rows);
  const rows: PlannedRow[] = [];
  for (const [index, row] of all.entries()) {
    rows.push(plan.row(drafts.draft(row)));
    if (index % 500 === 0) onProgress(index / all.length / 2);
  }
  onProgress(0.5);
  const checked = await checkedRows(reader, loaded, rows);
  onProgress(1);
  const taken = new Set(contents.map(({ name }) => name));
  return { sheets: contents, others: sheets.map(({ name }) => name).filter((name) => !taken.has(name)), ...checked };
}

/** Whether a sheet is another kind's, or a list inside records, in a workbook as `export` writes it. */
function isOfAnother(name: string, kind: Kind): boolean {
  const [title] = name.split('·');
  return KINDS.some((each) => kindTitle(each) === title) && name !== kindTitle(kind);
}

/** The rows that are certain, checked by the rules of the ledger; what they find wrong in a row refuses it. */
async function checkedRows(reader: Reader, loaded: Loaded, rows: readonly PlannedRow[]) {
  const change = await changeOf(reader, loaded, rows);
  const found = await findingsOf(reader, loaded, change);
  const errors = found.filter(({ severity }) => severity === 'error');
  const warnings = found.filter(({ severity }) => severity !== 'error');
  if (errors.length === 0) return { rows, change, warnings };
  const judged = rows.map((row): PlannedRow => {
    const own = errors.filter(({ record }) => record !== undefined && record === row.id);
    if (own.length === 0 || (row.status !== 'new' && row.status !== 'changed')) return row;
    const issues = own.map((finding) => {
      const { message, hint } = finding.wording('zh');
      return { column: '', text: `${message}${hint === '' ? '' : `。${hint}`}`, isDoubt: false };
    });
    return { ...row, status: 'refused', issues };
  });
  return { rows: judged, change: await changeOf(reader, loaded, judged), warnings };
}

/** The change that the new and changed rows make, the new ones in the order of their days. */
async function changeOf(reader: Reader, { ledger }: Loaded, rows: readonly PlannedRow[]): Promise<LedgerChange> {
  const edit = new LedgerEdit(reader);
  const files = reader.list().map(({ path }) => path);
  const added = rows.filter(({ status, value }) => status === 'new' && value !== undefined);
  const dated = added.map((row) => ({ row, day: labelParts(ledger, row.value ?? {}).day ?? '' }));
  for (const { row } of dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
    const { kind } = row;
    if (row.value) edit.insert(kind, row.value, placeFor(ledger, files, kind, row.value));
  }
  for (const { status, entry, writes } of rows) if (status === 'changed' && entry) edit.change(entry, writes);
  return edit.result();
}

async function findingsOf(reader: Reader, loaded: Loaded, { texts }: LedgerChange): Promise<readonly Finding[]> {
  if (texts.size === 0) return [];
  const after = await load(withOverlay(reader, texts));
  return newFindings(loaded.findings, after.findings);
}
