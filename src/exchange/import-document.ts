import type { Cell, Printable } from '../document/report-document.js';
import { text } from '../reports/inlines.js';
import { kindTitle } from '../schema/kinds.js';
import type { PlannedRow, RowStatus } from './import-plan.js';
import type { PlannedImport } from './import-sheets.js';
import { listTable, notesOn, paragraph, warningsNote, words } from './import-tables.js';
import { shownValue } from './import-words.js';

export const STATUS_TITLES: Readonly<Record<RowStatus, string>> = {
  new: '新增',
  changed: '变动',
  unchanged: '未变',
  doubt: '存疑',
  refused: '不收',
};

/** What a file would do, for whoever decides on it. @param all every row, else the first of each sort */
export function importDocument({ files, rows, warnings }: PlannedImport, all: boolean): Printable {
  const sheets = files.flatMap((file) => file.sheets);
  const several = sheets.length > 1;
  const kind = rows[0]?.kind;
  const of = (status: RowStatus): readonly PlannedRow[] => rows.filter((row) => row.status === status);
  const lineOf = ({ draft: { row } }: PlannedRow): Cell => [text(several ? `${row.sheet} ${row.line}` : `${row.line}`)];
  const added = of('new').map((row) => [lineOf(row), words(row.id), words(row.draft.taken.join('，'))]);
  const changed = of('changed').flatMap((row) =>
    row.changes.map(({ title, before, after }) => [
      lineOf(row),
      words(row.id),
      words(title),
      words(shownValue(before)),
      words(shownValue(after)),
    ]),
  );
  return {
    body: [
      paragraph(summary(rows, kind === undefined ? '' : kindTitle(kind))),
      ...files.flatMap(notesOn).map(paragraph),
      ...warningsNote(warnings.length),
      ...listTable('新增', ['行', '编号', '按什么认的'], added, all),
      ...listTable('变动', ['行', '编号', '字段', '原来', '改成'], changed, all),
      ...(['doubt', 'refused'] as const).flatMap((status) => {
        const issues = of(status).flatMap((row) =>
          row.issues.map(({ column, text: why }) => [lineOf(row), words(column || '整行'), words(why)]),
        );
        return listTable(STATUS_TITLES[status], ['行', '列', '为什么，怎么改'], issues, all);
      }),
    ],
  };
}

function summary(rows: readonly PlannedRow[], title: string): string {
  const counts = (Object.keys(STATUS_TITLES) as RowStatus[]).map((status) => {
    const count = rows.filter((row) => row.status === status).length;
    return `${STATUS_TITLES[status]}${count}`;
  });
  return `${title}共${rows.length}行：${counts.join('，')}。`;
}
