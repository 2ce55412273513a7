import type { Block } from '../../document/report-document.js';
import { alertsOf } from '../../figures/alerts.js';
import { kindTitle } from '../../schema/kinds.js';
import type { ReportContext } from '../context.js';
import { cell, day, record } from '../inlines.js';
import { asOfNote } from '../notes.js';

/** 提醒: what waits for a person; targets behind pace show it by their light. Nothing at all where nobody needs to act. */
export function alertsTable(context: ReportContext): readonly Block[] {
  const alerts = alertsOf(context.figures, context.year).filter(({ entry }) => entry.kind !== 'targets');
  if (alerts.length === 0) return [];
  return [
    {
      type: 'table',
      title: '提醒',
      columns: [{ title: '事项' }, { title: '类别' }, { title: '对象' }, { title: '日期' }],
      rows: alerts.map(({ type, entry, date }) => [
        cell(type),
        cell(kindTitle(entry.kind)),
        [record(entry)],
        date === undefined ? cell(undefined) : [day(date)],
      ]),
      notes: [asOfNote(context)],
    },
  ];
}
