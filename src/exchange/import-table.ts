import type { Table } from '../document/report-document.js';
import { activityDay, activityState } from '../ledger/state.js';
import { dayOf, nameOf } from './evidence.js';
import { STATUS_TITLES } from './import-document.js';
import type { PlannedImport } from './import-sheets.js';
import { words } from './import-tables.js';
import { shownValue } from './import-words.js';
import { listOf } from './reconcile-document.js';
import type { Reconciled } from './reconcile-plan.js';

/** Every row with what it does to the ledger, one line for each change and each question, for a spreadsheet. */
export function importTable(planned: PlannedImport | Reconciled, asOf: string): Table {
  const rows = planned.rows.flatMap((row) => {
    const list = 'evidence' in row ? listOf(row as Reconciled['rows'][number]) : STATUS_TITLES[row.status];
    const { sheet, line } = row.draft.row;
    const head = [list, sheet, String(line), dayOf(row.draft), nameOf(row.draft), row.id ?? ''];
    const changes = row.changes.map(({ title, before, after }) => [title, shownValue(before), shownValue(after), '']);
    const issues = row.issues.map(({ column, text }) => [column, '', '', text]);
    const tails =
      row.issues.length > 0 ? issues : changes.length > 0 ? changes : [['', '', '', row.draft.taken.join('，')]];
    return tails.map((tail) => [...head, ...tail]);
  });
  const unsigned = 'unsigned' in planned ? planned.unsigned : [];
  const missing = unsigned.map(({ id, value }) => {
    const day = activityDay(value, asOf);
    return ['未签到', '', '', day, value.title, id, '', '', '', `台账里${activityState(value, asOf)}，没有签到`];
  });
  return {
    type: 'table',
    title: '导入',
    columns: ['清单', '表', '行', '日期', '名称', '编号', '字段', '原来', '改成', '说明'].map((title) => ({ title })),
    rows: [...rows, ...missing].map((row) => row.map(words)),
    notes: [],
  };
}
