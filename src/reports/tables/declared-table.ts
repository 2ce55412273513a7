import type { Cell, Table } from '../../document/report-document.js';
import type { ReportContext } from '../context.js';
import { declared } from '../declared.js';
import { amount, cell, number, record } from '../inlines.js';
import { asOfNote, coverageNotes } from '../notes.js';

/** 文件明确数与台账登记数: declared and registered totals. */
export function declaredTable(context: ReportContext, { subject = true } = {}): Table {
  const rows = declared(context);
  return {
    type: 'table',
    title: '文件明确数与台账登记数',
    columns: [
      ...(subject ? [{ title: '对象' }] : []),
      { title: '名目' },
      { title: '文件明确', align: 'right' },
      { title: '已录入', align: 'right' },
      { title: '已完成', align: 'right' },
      { title: '出处' },
    ],
    rows: rows.map(({ fact, subject: of, declared: stated, registered, closed }) => [
      ...(subject ? [[record(of)]] : []),
      [record(fact)],
      [amount(stated)],
      [number(registered)],
      // Of what nobody has registered none is known to be closed.
      closed && registered.value ? [number(closed)] : cell(undefined),
      sourceCell(context, fact.value.source),
    ]),
    notes: [asOfNote(context), ...rows.flatMap(({ closed }) => (closed ? coverageNotes(closed) : []))],
  };
}

function sourceCell({ ledger }: ReportContext, id: string | undefined): Cell {
  const source = ledger.get('sources', id);
  return source ? [record(source, source.id)] : cell(id, '未登记');
}
