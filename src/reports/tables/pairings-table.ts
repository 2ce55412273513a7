import type { Table } from '../../document/report-document.js';
import type { ReportContext } from '../context.js';
import { amount, cell, number, sentence } from '../inlines.js';
import { organizationNames, unitNames } from '../names.js';
import { asOfNote } from '../notes.js';
import { pairingsIn, type Scope } from '../scope.js';
import { agreementOf } from '../selection.js';

/** 结对一览: one row a pairing, in the document's order. */
export function pairingsTable(context: ReportContext, scope: Scope = {}): Table {
  const { figures } = context;
  const year = String(context.year);
  return {
    type: 'table',
    title: '结对一览',
    columns: [
      { title: '结对单位' },
      { title: '牵头支部' },
      { title: '协助支部' },
      { title: '协议' },
      { title: '场次', align: 'right' },
      { title: '人次', align: 'right' },
    ],
    rows: pairingsIn(context, scope).map(({ id, value }) => [
      organizationNames(context, value.partners),
      value.lead ? unitNames(context, [value.lead]) : cell(undefined, '未登记'),
      value.assist ? unitNames(context, value.assist) : cell(undefined),
      cell(agreementOf(context, id)),
      [number(figures.get('activities', { year, pairing: id }))],
      [number(figures.get('beneficiaries', { year, pairing: id }))],
    ]),
    total: [
      cell('合计（去重）'),
      [amount(figures.get('leads', { year, ...scope }))],
      [amount(figures.get('assistants', { year, ...scope }))],
      cell(undefined),
      [number(figures.get('activities', { year, ...scope }))],
      [number(figures.get('beneficiaries', { year, ...scope }))],
    ],
    notes: [
      sentence`${asOfNote(context)}一次活动在它的每个结对下各计一次，合计只计一次；合计行的支部数按支部去重，活动含未挂结对的。`,
    ],
  };
}
