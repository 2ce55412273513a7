import { activityDay, activityState } from '../ledger/state.js';
import type { Draft } from './draft-record.js';
import { dayOf, nameOf } from './evidence.js';
import type { FileContent } from './import-content.js';
import type { PlannedRow, RowStatus } from './import-plan.js';
import type { PlannedImport } from './import-sheets.js';
import { shownValue } from './import-words.js';
import { listOf } from './reconcile-document.js';
import type { Reconciled, ReconciledRow } from './reconcile-plan.js';

/** `yueyi import --format json`: what files do to the ledger. @param written whether it was done */
export function importContract(planned: PlannedImport | Reconciled, asOf: string, written: boolean): object {
  const { files, rows } = planned;
  const fileOf = new Map(files.flatMap((file) => [...file.drafts, ...file.leftOut].map((draft) => [draft.row, file])));
  const count = (status: RowStatus): number => rows.filter((row) => row.status === status).length;
  const reconciled = 'unsigned' in planned ? planned : null;
  return {
    version: 1,
    mode: reconciled ? 'reconcile' : 'import',
    kind: files[0]?.file.mapping.kind ?? null,
    asOf,
    written,
    signed: reconciled?.signed ?? null,
    summary: {
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      doubt: count('doubt'),
      refused: count('refused'),
      unsigned: reconciled?.unsigned.length ?? 0,
    },
    files: files.map(fileContract),
    rows: rows.map((row) => rowContract(row, fileOf)),
    unsigned: (reconciled?.unsigned ?? []).map(({ id, value }) => ({
      record: id,
      date: activityDay(value, asOf),
      title: value.title,
      lead: value.lead ?? null,
      state: activityState(value, asOf),
    })),
  };
}

function fileContract({ file, sheets, drafts, leftOut, absent, others }: FileContent): object {
  return {
    file: file.name,
    role: file.mapping.role ?? '记录',
    records: drafts.length,
    leftOut: leftOut.length,
    absent,
    privateColumns: sheets.reduce((sum, sheet) => sum + sheet.privateColumns, 0),
    unusedColumns: [...new Set(sheets.flatMap((sheet) => sheet.unknown))],
    unusedSheets: others,
  };
}

function rowContract(row: PlannedRow | ReconciledRow, fileOf: ReadonlyMap<Draft['row'], FileContent>): object {
  const { draft, status, id, changes, issues } = row;
  const evidence = 'evidence' in row ? row.evidence : null;
  const places = evidence ? [evidence.application, evidence.signIn].filter((each) => each !== undefined) : [draft];
  return {
    status,
    list: 'evidence' in row ? listOf(row) : null,
    sources: places.map((place) => {
      const { file } = fileOf.get(place.row) ?? {};
      return {
        file: file?.name ?? null,
        role: file?.mapping.role ?? '记录',
        sheet: place.row.sheet,
        line: place.row.line,
      };
    }),
    record: id ?? null,
    date: dayOf(draft) || null,
    title: nameOf(draft) || null,
    taken: draft.taken,
    changes: changes.map(({ title, before, after }) => ({
      field: title,
      before: before === undefined ? null : shownValue(before),
      after: shownValue(after),
    })),
    issues: issues.map(({ column, text, isDoubt }) => ({ column: column || null, text, doubt: isDoubt })),
  };
}
