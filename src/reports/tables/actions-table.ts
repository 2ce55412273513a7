import type { Table } from '../../document/report-document.js';
import type { ReportContext } from '../context.js';
import { cell, number, sentence, text } from '../inlines.js';
import { ofProgram, unitNames } from '../names.js';
import { asOfNote } from '../notes.js';
import { actionsOfYear } from '../selection.js';

/** 各项行动: who leads (and, where there is room, supports), and what has been held. */
export function actionsTable(context: ReportContext, { support = true } = {}): Table {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  const actions = actionsOfYear(context);
  const blank = support ? [cell(undefined)] : [];
  return {
    type: 'table',
    title: '各项行动',
    columns: [
      { title: '行动' },
      { title: '牵头科室' },
      ...(support ? [{ title: '协同科室' }] : []),
      { title: '场次', align: 'right' },
      { title: '人次', align: 'right' },
    ],
    rows: actions.map(({ program, action }) => [
      [text(`${action.name ?? action.id}${ofProgram(context, program, actions)}`)],
      action.lead ? unitNames(context, action.lead) : cell(undefined, '未登记'),
      ...(support ? [action.support ? unitNames(context, action.support) : cell(undefined)] : []),
      [number(figures.get('activities', { ...inPeriod, program, action: action.id }))],
      [number(figures.get('beneficiaries', { ...inPeriod, program, action: action.id }))],
    ]),
    total: [
      cell('合计（去重）'),
      cell(undefined),
      ...blank,
      [number(figures.get('activities', inPeriod))],
      [number(figures.get('beneficiaries', inPeriod))],
    ],
    notes: [sentence`${asOfNote(context)}合计含没有归入行动的活动。`],
  };
}
