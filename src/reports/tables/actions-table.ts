import type { Table } from '../../document/report-document.js';
import type { ReportContext } from '../context.js';
import { cell, number, text } from '../inlines.js';
import { unitNames } from '../names.js';
import { asOfNote } from '../notes.js';
import { actionsOfYear } from '../selection.js';

/** 各项行动: who leads and supports, and what has been held. */
export function actionsTable(context: ReportContext): Table {
  const { figures } = context;
  const year = String(context.year);
  return {
    type: 'table',
    title: '各项行动',
    columns: [
      { title: '行动' },
      { title: '牵头科室' },
      { title: '协同科室' },
      { title: '场次', align: 'right' },
      { title: '人次', align: 'right' },
    ],
    rows: actionsOfYear(context).map(({ program, action }) => [
      [text(action.name ?? action.id)],
      action.lead ? unitNames(context, action.lead) : cell(undefined, '未登记'),
      action.support ? unitNames(context, action.support) : cell(undefined),
      [number(figures.get('activities', { year, program, action: action.id }))],
      [number(figures.get('beneficiaries', { year, program, action: action.id }))],
    ]),
    notes: [asOfNote(context)],
  };
}
