import type { Table } from '../../document/report-document.js';
import type { ReportContext } from '../context.js';
import { cell, number, record, sentence } from '../inlines.js';
import { shortUnitNames } from '../names.js';
import { asOfNote } from '../notes.js';
import { agreementOf, pairingsOfYear } from '../selection.js';
import { actionsTable } from '../tables/actions-table.js';
import { boardsTable } from '../tables/boards-table.js';
import { branchesTable } from '../tables/branches-table.js';
import { declaredTable } from '../tables/declared-table.js';
import { targetsTable } from '../tables/targets-table.js';
import { alertsTable } from './alerts-table.js';
import { linkagesTable } from './by-linkage.js';
import { filled, type View } from './view.js';

/** What a leader wants on a few screens: pace and what is late first, then every room of the work in its shortest form. */
export const overview: View = (context) =>
  filled(
    [
      targetsTable(context),
      alertsTable(context),
      declaredTable(context),
      boardsTable(context),
      pairingsInShort(context),
      linkagesTable(context),
      actionsTable(context, { support: false }),
      branchesTable(context, { people: false }),
    ],
    '这一年还没有登记目标、结对、榜单或支部。',
  );

/** 结对一览 with short names, one line each. */
function pairingsInShort(context: ReportContext): Table {
  const { figures } = context;
  const year = String(context.year);
  return {
    type: 'table',
    title: '结对一览',
    columns: [
      { title: '结对' },
      { title: '牵头' },
      { title: '协助' },
      { title: '协议' },
      { title: '场次', align: 'right' },
      { title: '人次', align: 'right' },
    ],
    rows: pairingsOfYear(context).map((pairing) => [
      [record(pairing)],
      pairing.value.lead ? shortUnitNames(context, [pairing.value.lead]) : cell(undefined, '未登记'),
      pairing.value.assist ? shortUnitNames(context, pairing.value.assist) : cell(undefined),
      cell(agreementOf(context, pairing.id)),
      [number(figures.get('activities', { year, pairing: pairing.id }))],
      [number(figures.get('beneficiaries', { year, pairing: pairing.id }))],
    ]),
    total: [
      cell('合计（去重）'),
      cell(undefined),
      cell(undefined),
      cell(undefined),
      [number(figures.get('activities', { year }))],
      [number(figures.get('beneficiaries', { year }))],
    ],
    notes: [sentence`${asOfNote(context)}一次活动在它的每个结对下各计一次，合计只计一次，含未挂结对的。`],
  };
}
