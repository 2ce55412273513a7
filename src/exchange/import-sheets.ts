import type { Finding } from '../diagnostics/diagnostic.js';
import { type LedgerChange, LedgerEdit } from '../edit/ledger-edit.js';
import { NameReader } from '../edit/name-reader.js';
import { newFindings } from '../edit/new-findings.js';
import { placeFor } from '../edit/new-place.js';
import type { Reader } from '../files/reader.js';
import { labelParts } from '../ledger/called.js';
import { type Loaded, load } from '../workspace/load.js';
import { withOverlay } from '../workspace/overlay.js';
import { type FileContent, type ImportedFile, readContent } from './import-content.js';
import { ImportPlan, type PlannedRow } from './import-plan.js';
import { sheetFields } from './sheet-fields.js';

/** What files would do to the ledger. */
export interface PlannedImport {
  readonly files: readonly FileContent[];
  readonly rows: readonly PlannedRow[];
  /** The files of the ledger as they would be; without the rows in doubt and those refused. */
  readonly change: LedgerChange;
  /** Warnings that the change would bring. */
  readonly warnings: readonly Finding[];
}

/** What an import is compared with. */
export interface Against {
  readonly reader: Reader;
  readonly loaded: Loaded;
  readonly asOf: string;
  /** Called after each part of the work with how much of it is done, from 0 to 1. */
  readonly onProgress: (done: number) => void;
}

/** Compares the rows of a file with the ledger, and checks the ledger as it would be. @throws LayoutFault, ReadError */
export async function planImport(file: ImportedFile, against: Against): Promise<PlannedImport> {
  const { loaded, asOf, onProgress } = against;
  const { kind } = file.mapping;
  const content = readContent(file, new NameReader(loaded.ledger));
  onProgress(0.3);
  const plan = new ImportPlan(loaded.ledger, kind, sheetFields(kind), asOf);
  const rows = content.drafts.map((draft) => plan.row(draft)).map(file.mapping.role === '签到' ? withoutRecord : same);
  onProgress(0.5);
  const checked = await checkedRows(against, rows);
  onProgress(1);
  return { files: [content], ...checked };
}

const same = (row: PlannedRow): PlannedRow => row;

/** Sign-ins do not tell enough to make a record of. */
function withoutRecord(row: PlannedRow): PlannedRow {
  if (row.issues.length === 0 || row.issues.some(({ isMissing }) => !isMissing)) return row;
  const text = '台账里没有这场活动：先导入申报，或用 yueyi add 登记';
  return { ...row, status: 'doubt', issues: [{ column: '', text, isDoubt: true }] };
}

/** The rows that are certain, checked by the rules of the ledger; what they find wrong in a row refuses it. */
export async function checkedRows<Row extends PlannedRow>(
  { reader, loaded }: Against,
  rows: readonly Row[],
): Promise<{ rows: readonly Row[]; change: LedgerChange; warnings: readonly Finding[] }> {
  const change = await changeOf(reader, loaded, rows);
  const found = await findingsOf(reader, loaded, change);
  const errors = found.filter(({ severity }) => severity === 'error');
  const warnings = found.filter(({ severity }) => severity !== 'error');
  if (errors.length === 0) return { rows, change, warnings };
  const judged = rows.map((row): Row => {
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
