import type { Cell, Table } from '../../document/report-document.js';
import { NO_PAIRING } from '../../figures/countable.js';
import type { Dimensions } from '../../figures/figure-id.js';
import type { ReportContext } from '../context.js';
import { cell, number, record, sentence } from '../inlines.js';
import { shortUnitNames } from '../names.js';
import { asOfNote, coverageNotes, expiryNote } from '../notes.js';
import { agreementOf, pairingsOfYear } from '../selection.js';
import { leadCell, leadTotal } from './pairing-cells.js';

/** 结对一览: one short line a pairing, in the document's order. */
export function pairingsTable(context: ReportContext): Table {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  const pairings = pairingsOfYear(context);
  const loose = figures.get('activities', { ...inPeriod, pairing: NO_PAIRING });
  const counts = (of: Dimensions): readonly Cell[] =>
    ['activities', 'beneficiaries'].map((measure) => [number(figures.get(measure, { ...inPeriod, ...of }))]);
  return {
    type: 'table',
    title: '结对一览',
    columns: [
      { title: '结对' },
      { title: '牵头' },
      { title: '协议' },
      { title: '场次', align: 'right' },
      { title: '人次', align: 'right' },
    ],
    rows: [
      ...pairings.map((pairing) => [
        [record(pairing)],
        leadCell(context, pairing.value, shortUnitNames),
        cell(agreementOf(context, pairing.id)),
        ...counts({ pairing: pairing.id }),
      ]),
      ...(loose.value
        ? [[cell(NO_PAIRING), cell(undefined), cell(undefined), ...counts({ pairing: NO_PAIRING })]]
        : []),
    ],
    total: [cell('合计（去重）'), leadTotal(context), cell(undefined), ...counts({})],
    notes: [
      sentence`${asOfNote(context)}一次活动在它的每个结对下各计一次，合计只计一次；合计行的支部按支部去重。${expiryNote(context, pairings)}`,
      ...coverageNotes(figures.get('beneficiaries', inPeriod)),
    ],
  };
}
