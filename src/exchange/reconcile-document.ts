import type { Cell, Printable } from '../document/report-document.js';
import { activityDay, activityState } from '../ledger/state.js';
import type { Draft } from './draft-record.js';
import { dayOf, type Evidence, nameOf } from './evidence.js';
import { listTable, notesOn, paragraph, warningsNote, words } from './import-tables.js';
import { shownValue } from './import-words.js';
import type { Activity } from './reconcile-match.js';
import type { Reconciled, ReconciledRow } from './reconcile-plan.js';

export type ReconcileList = '新增' | '存疑' | '相符';

/** The list a row stands in: what the ledger lacks is new, even where a sign-in does not tell all that a record needs. */
export function listOf({ status, entry, issues }: ReconciledRow): ReconcileList {
  if (status === 'new' || status === 'changed') return '新增';
  if (status === 'unchanged') return '相符';
  return entry === undefined && issues.every(({ isMissing }) => isMissing) ? '新增' : '存疑';
}

/** Applications, sign-ins and ledger held against each other, in three lists. @param all every row, else the first of each */
export function reconcileDocument(reconciled: Reconciled, asOf: string, all: boolean): Printable {
  const { files, rows, unsigned, warnings } = reconciled;
  const of = (list: ReconcileList): readonly ReconciledRow[] => rows.filter((row) => listOf(row) === list);
  const source = sourceOf(reconciled);
  const headOf = ({ evidence }: ReconciledRow): readonly Cell[] => [
    words(source(evidence)),
    words(dayOf(evidence.draft)),
    words(nameOf(evidence.draft)),
  ];
  const doubts = of('存疑').map((row) => {
    const issues = row.issues.filter(({ isMissing }) => !isMissing);
    return [...headOf(row), words((issues.length > 0 ? issues : row.issues).map(issueText).join('；'))];
  });
  return {
    body: [
      paragraph(told(reconciled)),
      paragraph(
        `新增${of('新增').length}，存疑${of('存疑').length}，未签到${unsigned.length}；相符${of('相符').length}。`,
      ),
      ...files.flatMap((file) => {
        const notes = notesOn(file);
        return notes.length === 0 ? [] : [paragraph(`${file.file.name}：${notes.join('')}`)];
      }),
      ...warningsNote(warnings.length),
      ...listTable(
        '新增',
        ['来源和行', '日期', '名称', '写进台账'],
        of('新增').map((row) => [...headOf(row), words(written(row))]),
        all,
      ),
      ...listTable('存疑', ['来源和行', '日期', '名称', '为什么，怎么改'], doubts, all),
      ...listTable(
        '未签到',
        ['日期', '编号', '牵头', '台账'],
        unsigned.map((entry) => unsignedCells(entry, asOf)),
        all,
      ),
    ],
  };
}

/** What was held against the ledger: 申报12条，其中同意9条；签到8场，2025-03-01至2025-03-31。 */
function told({ files, signed }: Reconciled): string {
  const of = (role: string) => files.filter(({ file }) => file.mapping.role === role);
  const [applications, signIns] = [of('申报'), of('签到')];
  const agreed = applications.reduce((sum, { drafts }) => sum + drafts.length, 0);
  const leftOut = applications.reduce((sum, file) => sum + file.leftOut.length, 0);
  const occasions = signIns.reduce((sum, { drafts }) => sum + drafts.length, 0);
  const part = leftOut === 0 ? '' : `，其中同意${agreed}条`;
  const days = signed === null ? '' : `，未签到看${signed.from}至${signed.until}`;
  return [
    applications.length === 0 ? '没有申报表' : `申报${agreed + leftOut}条${part}`,
    signIns.length === 0 ? '没有签到表，不看未签到。' : `签到${occasions}场${days}。`,
  ].join('；');
}

/** Where evidence stands: 申报4，签到2; with the sheet where there are several. */
function sourceOf({ files }: Reconciled): (evidence: Evidence) => string {
  const several = new Set(
    ['申报', '签到'].filter((role) => {
      const sheets = files.filter(({ file }) => file.mapping.role === role).flatMap((file) => file.sheets);
      return sheets.length > 1;
    }),
  );
  const place = (role: string, draft: Draft | undefined): string[] =>
    draft ? [`${role}${several.has(role) ? `“${draft.row.sheet}”` : ''}${draft.row.line}`] : [];
  return ({ application, signIn }) => [...place('申报', application), ...place('签到', signIn)].join('，');
}

/** What a row writes into the ledger. */
function written({ entry, changes, issues, draft }: ReconciledRow): string {
  const taken = draft.taken.length === 0 ? '' : `；${draft.taken.join('，')}`;
  if (entry) {
    const added = changes.map(({ title, after }) => `${title} ${shownValue(after)}`);
    return `“${entry.id}”：${added.join('，')}${taken}`;
  }
  const missing = issues.filter(({ isMissing }) => isMissing).map(({ column }) => column);
  if (missing.length === 0) return `新的活动${taken}`;
  return `新的活动，还缺${missing.join('、')}：用 yueyi add 登记，或写在对照表的“补上”里`;
}

const issueText = ({ column, text }: { readonly column: string; readonly text: string }): string =>
  column === '' ? text : `${column}：${text}`;

function unsignedCells({ id, value }: Activity, asOf: string): Cell[] {
  return [words(activityDay(value, asOf)), words(id), words(value.lead), words(activityState(value, asOf))];
}
