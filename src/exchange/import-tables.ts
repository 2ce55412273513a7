import type { Block, Cell, Table } from '../document/report-document.js';
import { text } from '../reports/inlines.js';
import type { FileContent } from './import-content.js';

/** So many rows of a table are shown unless all are asked for. */
const SHOWN = 20;
/** So many names of sheets, and reasons, are listed. */
const NAMED = 5;

export const paragraph = (words: string): Block => ({ type: 'paragraph', content: [text(words)] });
export const words = (content = ''): Cell => (content === '' ? [] : [text(content)]);

/** A table of texts, with as many rows as are wanted; none without rows. */
export function listTable(
  title: string,
  columns: readonly string[],
  cells: readonly (readonly Cell[])[],
  all: boolean,
): Table[] {
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

/** What was not taken from a file. */
export function notesOn({ sheets, others, absent }: FileContent): string[] {
  const dropped = sheets.reduce((sum, sheet) => sum + sheet.privateColumns, 0);
  const unknown = [...new Set(sheets.flatMap((sheet) => sheet.unknown))];
  const leftOut = sheets.flatMap((sheet) => sheet.leftOut);
  const reasons = [...new Set(leftOut.map((row) => row.leftOut ?? ''))].slice(0, NAMED).join('、');
  return [
    ...(dropped === 0 ? [] : [`已忽略${dropped}列个人信息，没有读取，也不会存下。`]),
    ...(unknown.length === 0 ? [] : [`没有用到的列：${unknown.join('、')}。`]),
    ...(leftOut.length === 0 ? [] : [`略过${leftOut.length}行：${reasons}。`]),
    ...(absent === 0 ? [] : [`没有签到时间的${absent}人没有计。`]),
    ...(others.length === 0
      ? []
      : [`没有读的表：${others.slice(0, NAMED).join('、')}${others.length > NAMED ? `等${others.length}张` : ''}。`]),
    ...sheets.flatMap((sheet) =>
      sheet.wrongTotals.map(({ field, written, sum }) => `合计行的${field}是${written}，各行相加是${sum}，请核对。`),
    ),
  ];
}

/** Warnings that writing would bring. */
export function warningsNote(count: number): Block[] {
  return count === 0 ? [] : [paragraph(`写入以后会多${count}处“请核对”，到时用 yueyi validate 查看。`)];
}
