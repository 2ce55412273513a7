import { weekdayName } from '../../calendar/weekday.js';
import type { Table } from '../../document/report-document.js';
import { labelOf } from '../../ledger/ledger.js';
import type { ReportContext } from '../context.js';
import { cell, day, quoted } from '../inlines.js';
import { unitNames } from '../names.js';
import { calendarItems } from './calendar-items.js';

/** The period's items with all their columns, for spreadsheets. */
export function calendarTable(context: ReportContext): Table {
  const rows = calendarItems(context).map(({ date, until = date, group, what, state, place, units, entry }) => [
    [day(date)],
    [day(until)],
    cell(weekdayName(date)),
    cell(group),
    what,
    cell(state, ''),
    place === undefined || !entry ? [] : [quoted(entry, place)],
    unitNames(context, units),
    entry ? [quoted(entry, labelOf(entry))] : [],
  ]);
  const titles = ['日期', '结束日', '星期', '类别', '事项', '情况', '地点', '负责', '记录'];
  return { type: 'table', title: '', columns: titles.map((title) => ({ title })), rows, notes: [] };
}
