import type { Block, Cell, Printable, Table } from '../document/report-document.js';
import { text } from '../reports/inlines.js';
import { kindTitle } from '../schema/kinds.js';
import { scalarText } from '../text/scalar-text.js';
import type { PlannedRow, RowStatus } from './import-plan.js';
import type { PlannedImport } from './import-sheets.js';

const STATUS_TITLES: Readonly<Record<RowStatus, string>> = {
  new: '新增',
  changed: '变动',
  unchanged: '未变',
  doubt: '存疑',
  refused: '不收',
};

/** So many rows of a table are shown unless all are asked for. */
const SHOWN = 20;

/** So many names of sheets are listed. */
const NAMED = 5;

/** What a file would do, for whoever decides on it. @param all every row, else the first of each sort */
export function importDocument({ sheets, others, rows, warnings }: PlannedImport, all: boolean): Printable {
  const several = sheets.length > 1;
  const kind = rows[0]?.kind;
  const of = (status: RowStatus): readonly PlannedRow[] => rows.filter((row) => row.status === status);
  const lineOf = ({ draft: { row } }: PlannedRow): Cell => [text(several ? `${row.sheet} ${row.line}` : `${row.line}`)];
  const body: Block[] = [
    paragraph(summary(rows, kind === undefined ? '' : kindTitle(kind))),
    ...notesOn(sheets, others).map(paragraph),
    ...(warnings.length === 0
      ? []
      : [paragraph(`写入以后会多${warnings.length}处“请核对”，到时用 yueyi validate 查看。`)]),
    ...table(
      '新增',
      ['行', '编号', '按什么认的'],
      of('new').map((row) => [lineOf(row), words(row.id), words(row.draft.taken.join('，'))]),
    ),
    ...table(
      '变动',
      ['行', '编号', '字段', '原来', '改成'],
      of('changed').flatMap((row) =>
        row.changes.map(({ title, before, after }) => [
          lineOf(row),
          words(row.id),
          words(title),
          words(shown(before)),
          words(shown(after)),
        ]),
      ),
    ),
    ...(['doubt', 'refused'] as const).flatMap((status) =>
      table(
        STATUS_TITLES[status],
        ['行', '列', '为什么，怎么改'],
        of(status).flatMap((row) =>
          row.issues.map((issue) => [
            lineOf(row),
            words(issue.column === '' ? '整行' : issue.column),
            words(issue.text),
          ]),
        ),
      ),
    ),
  ];
  return { body };

  function table(title: string, columns: readonly string[], cells: readonly (readonly Cell[])[]): Table[] {
    if (cells.length === 0) return [];
    const hidden = all ? 0 : Math.max(0, cells.length - SHOWN);
    return [
      {
        type: 'table',
        title,
        columns: columns.map((name) => ({ title: name })),
        rows: hidden === 0 ? cells : cells.slice(0, SHOWN),
        notes: hidden === 0 ? [] : [[text(`还有${hidden}行没有列出；加 --all 全部列出。`)]],
      },
    ];
  }
}

function summary(rows: readonly PlannedRow[], title: string): string {
  const counts = (Object.keys(STATUS_TITLES) as RowStatus[]).map((status) => {
    const count = rows.filter((row) => row.status === status).length;
    return `${STATUS_TITLES[status]}${count}`;
  });
  return `${title}共${rows.length}行：${counts.join('，')}。`;
}

/** What was not taken from the sheets. */
function notesOn(sheets: PlannedImport['sheets'], others: readonly string[]): string[] {
  const dropped = sheets.reduce((sum, sheet) => sum + sheet.privateColumns, 0);
  const unknown = [...new Set(sheets.flatMap((sheet) => sheet.unknown))];
  const leftOut = sheets.reduce((sum, sheet) => sum + sheet.leftOut, 0);
  return [
    ...(dropped === 0 ? [] : [`已忽略${dropped}列个人信息，没有读取，也不会存下。`]),
    ...(unknown.length === 0 ? [] : [`没有用到的列：${unknown.join('、')}。`]),
    ...(leftOut === 0 ? [] : [`按对照表的“只取”略过${leftOut}行。`]),
    ...(others.length === 0
      ? []
      : [`没有读的表：${others.slice(0, NAMED).join('、')}${others.length > NAMED ? `等${others.length}张` : ''}。`]),
    ...sheets.flatMap((sheet) =>
      sheet.wrongTotals.map(({ field, written, sum }) => `合计行的${field}是${written}，各行相加是${sum}，请核对。`),
    ),
  ];
}

const paragraph = (words: string): Block => ({ type: 'paragraph', content: [text(words)] });
const words = (content = ''): Cell => (content === '' ? [] : [text(content)]);

function shown(value: unknown): string {
  if (value === undefined) return '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return Array.isArray(value) ? value.map(scalarText).join('、') : scalarText(value);
}
