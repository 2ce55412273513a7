import { NameReader } from '../edit/name-reader.js';
import { type Entry, fieldsOf } from '../ledger/ledger.js';
import { activityDay, activityState } from '../ledger/state.js';
import { foldName } from '../text/clean-name.js';
import { scalarText } from '../text/scalar-text.js';
import { daysFrom, type Evidence, joinEvidence } from './evidence.js';
import { type ImportedFile, readContent } from './import-content.js';
import { ImportPlan, type PlannedRow, type RowChange } from './import-plan.js';
import { type Against, checkedRows, type PlannedImport } from './import-sheets.js';
import { shownValue } from './import-words.js';
import { isPart } from './occasion-index.js';
import { type Activity, matchEvidence } from './reconcile-match.js';
import { sheetFields } from './sheet-fields.js';
import { signedDays } from './signed-days.js';

/** A row of the files held against the ledger. */
export interface ReconciledRow extends PlannedRow {
  readonly evidence: Evidence;
}

/** The first and the last of some days. */
export interface Days {
  readonly from: string;
  readonly until: string;
}

/** Applications, sign-ins and ledger held against each other. */
export interface Reconciled extends PlannedImport {
  readonly rows: readonly ReconciledRow[];
  /** Held, or past without a word, and nobody signed in. */
  readonly unsigned: readonly Activity[];
  /** The days whose sign-ins the files have; null without sign-ins. */
  readonly signed: Days | null;
}

/**
 * Holds applications and sign-ins against the ledger. What the ledger lacks is new: a record, a step, a field that is not
 * filled in; what it says otherwise is a question, and is not changed.
 * @param period the days whose sign-ins the files have; without it the months from the first to the last
 * @throws LayoutFault, ReadError
 */
export async function planReconcile(
  files: readonly ImportedFile[],
  against: Against,
  period?: Days,
): Promise<Reconciled> {
  const { loaded, asOf, onProgress } = against;
  const { ledger } = loaded;
  const names = new NameReader(ledger);
  const contents = files.map((file) => readContent(file, names));
  onProgress(0.3);
  const matched = matchEvidence(ledger, asOf, joinEvidence(contents), contents);
  const plan = new ImportPlan(ledger, 'activities', sheetFields('activities'), asOf);
  const planned = matched.map(({ evidence, entry }) => agreed({ ...plan.row(evidence.draft, entry), evidence }));
  onProgress(0.5);
  const checked = await checkedRows(against, planned);
  onProgress(1);
  const signed = signedDays(contents, asOf, period);
  const seen = new Set(matched.flatMap(({ evidence, entry, near }) => (evidence.signIn ? [entry, ...near] : [])));
  const isMissing = (entry: Activity): boolean => {
    const day = activityDay(entry.value, asOf);
    const isSigned = entry.value.events?.some(({ step }) => step === '签到') ?? false;
    const isPast = ['已开展', '待确认'].includes(activityState(entry.value, asOf));
    return signed !== null && day >= signed.from && day <= signed.until && isPast && !isSigned;
  };
  const unsigned = ledger.all('activities').filter((entry) => !entry.sample && !seen.has(entry) && isMissing(entry));
  return { files: contents, ...checked, unsigned, signed };
}

/** What the row adds is written; what the ledger has otherwise is a question. How a title or a place is worded is none. */
function agreed(row: ReconciledRow): ReconciledRow {
  if (!row.entry || row.status !== 'changed') return row;
  const { entry } = row;
  const changes = row.changes.filter((change) => change.before === undefined || !isWording(change, entry));
  const other = changes.filter(({ before }) => before !== undefined);
  if (other.length > 0) {
    const issues = other.map(({ title, before, after }) => ({
      column: title,
      text: `台账是${shownValue(before)}，表里是${shownValue(after)}，核对后改一处`,
      isDoubt: true,
    }));
    return { ...row, status: 'doubt', issues };
  }
  const paths = new Set(changes.map(({ path }) => path[0]));
  const writes = row.writes.filter(({ path }) => paths.has(path[0]));
  return { ...row, status: changes.length > 0 ? 'changed' : 'unchanged', changes, writes };
}

/** A title or a place in other words, and a day within those of the record. */
function isWording({ path, before, after }: RowChange, entry: Entry): boolean {
  const { date, until } = fieldsOf(entry.value);
  const key = path.join();
  if (key === 'date') return daysFrom(String(date), scalarText(until)).includes(String(after));
  return key === 'title' || (key === 'place' && isPart(foldName(String(before)), foldName(String(after)), 2));
}
