import type { Table } from '../../document/report-document.js';
import type { ReportContext } from '../context.js';
import { cell, number, record, sentence } from '../inlines.js';
import { asOfNote } from '../notes.js';
import { branchesOfYear, secretaryOf } from '../selection.js';

/** 支部一览: 牵头、协助、参与 are three columns, never added up. */
export function branchesTable(context: ReportContext): Table {
  const { figures } = context;
  const year = String(context.year);
  return {
    type: 'table',
    title: '支部一览',
    columns: [
      { title: '支部' },
      { title: '书记' },
      { title: '结对', align: 'right' },
      { title: '牵头', align: 'right' },
      { title: '协助', align: 'right' },
      { title: '参与', align: 'right' },
      { title: '项目', align: 'right' },
    ],
    rows: branchesOfYear(context).map((branch) => [
      [record(branch)],
      cell(secretaryOf(context, branch)),
      [number(figures.get('pairings', { year, branch: branch.id }))],
      [number(figures.get('led', { year, branch: branch.id }))],
      [number(figures.get('assisted', { year, branch: branch.id }))],
      [number(figures.get('joined', { year, branch: branch.id }))],
      [number(figures.get('tasks', { year, type: '一书记一项目', branch: branch.id }))],
    ]),
    notes: [
      sentence`${asOfNote(context)}结对含牵头和协助；牵头、协助、参与为活动场次，分列不相加；项目指“一书记一项目”。`,
    ],
  };
}
