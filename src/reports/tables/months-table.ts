import type { Table } from '../../document/report-document.js';
import { cyclesOf } from '../../figures/period.js';
import { type ReportContext, yearOfContext } from '../context.js';
import { cell, day, number } from '../inlines.js';
import { asOfNote } from '../notes.js';
import type { Scope } from '../scope.js';

/** 各月活动: the months that have begun; no row at all in a year without an activity. */
export function monthsTable(context: ReportContext, scope: Scope): Table {
  const { figures, asOf } = context;
  const all = figures.get('activities', { year: String(context.year), ...scope });
  const months = all.value === 0 ? [] : cyclesOf(yearOfContext(context), 'month').filter(({ from }) => from <= asOf);
  const year = String(context.year);
  return {
    type: 'table',
    title: '各月活动',
    columns: [{ title: '月份' }, { title: '场次', align: 'right' }, { title: '人次', align: 'right' }],
    rows: months.map(({ key }) => [
      [day(key, true)],
      [number(figures.get('activities', { month: key, ...scope }))],
      [number(figures.get('beneficiaries', { month: key, ...scope }))],
    ]),
    total: [cell('合计'), [number(all)], [number(figures.get('beneficiaries', { year, ...scope }))]],
    notes: [asOfNote(context)],
  };
}
