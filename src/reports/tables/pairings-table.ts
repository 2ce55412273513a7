import type { Cell, Table } from '../../document/report-document.js';
import type { RecordOf } from '../../ledger/ledger.js';
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
      leadCell(context, value),
      value.assist ? unitNames(context, value.assist) : cell(undefined),
      cell(agreementOf(context, id)),
      [number(figures.get('activities', { year, pairing: id }))],
      [number(figures.get('beneficiaries', { year, pairing: id }))],
    ]),
    total: [
      cell('合计（去重）'),
      leadTotal(context, scope),
      assistTotal(context, scope),
      cell(undefined),
      [number(figures.get('activities', { year, ...scope }))],
      [number(figures.get('beneficiaries', { year, ...scope }))],
    ],
    notes: [
      sentence`${asOfNote(context)}一次活动在它的每个结对下各计一次，合计只计一次；合计行的支部数按支部去重，活动含未挂结对的。`,
    ],
  };
}

/** Who leads; branches that share a pairing without a lead are named as such, and only a lead nobody knows is 未登记. */
function leadCell(context: ReportContext, { lead, joined }: RecordOf<'pairings'>): Cell {
  const led = lead ? unitNames(context, [lead]) : [];
  if (!joined) return lead ? led : cell(undefined, '未登记');
  return sentence`${led}${lead ? '，共同：' : '未分牵头：'}${unitNames(context, joined)}`;
}

function assistTotal({ figures, year }: ReportContext, scope: Scope): Cell {
  const assistants = figures.get('assistants', { year: String(year), ...scope });
  return assistants.value === 0 ? cell(undefined) : [amount(assistants)];
}

/** The branches that lead, and beside them those that share a pairing, where there are any. */
function leadTotal({ figures, year }: ReportContext, scope: Scope): Cell {
  const [leads, joint] = ['leads', 'joint-branches'].map((measure) =>
    figures.get(measure, { year: String(year), ...scope }),
  );
  if (!leads || !joint) return cell(undefined);
  return joint.value === 0 ? [amount(leads)] : sentence`${amount(leads)}，共同${amount(joint)}`;
}
