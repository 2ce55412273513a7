import type { Table } from '../../document/report-document.js';
import type { ReportContext } from '../context.js';
import { cell, day, number } from '../inlines.js';
import { monthsSeen } from '../months.js';
import { asOfNote, coverageNotes } from '../notes.js';
import type { Scope } from '../scope.js';

/** 各月活动: the months that have begun; no row at all in a year without an activity. */
export function monthsTable(context: ReportContext, scope: Scope): Table {
  const { figures } = context;
  const all = figures.get('activities', { ...context.period.dimensions, ...scope });
  const months = !all.value ? [] : monthsSeen(context);
  const inPeriod = context.period.dimensions;
  const people = figures.get('beneficiaries', { ...inPeriod, ...scope });
  return {
    type: 'table',
    title: '各月活动',
    columns: [{ title: '月份' }, { title: '场次', align: 'right' }, { title: '人次', align: 'right' }],
    rows: months.map(({ key, dimensions }) => [
      [day(key, true)],
      [number(figures.get('activities', { ...dimensions, ...scope }))],
      [number(figures.get('beneficiaries', { ...dimensions, ...scope }))],
    ]),
    total: [cell('合计'), [number(all)], [number(people)]],
    notes: [asOfNote(context), ...coverageNotes(people)],
  };
}
