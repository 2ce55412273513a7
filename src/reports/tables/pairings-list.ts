import type { Cell, Column, Table } from '../../document/report-document.js';
import { NO_PAIRING } from '../../figures/countable.js';
import type { ReportContext } from '../context.js';
import { amount, cell, number, sentence } from '../inlines.js';
import { organizationNames, unitNames } from '../names.js';
import { asOfNote, coverageNotes, expiryNote } from '../notes.js';
import { pairingsIn, type Scope } from '../scope.js';
import { agreementOf } from '../selection.js';
import { leadCell, leadTotal } from './pairing-cells.js';

const HELD: readonly Column[] = [
  { title: '场次', align: 'right' },
  { title: '人次', align: 'right' },
];

/**
 * 结对一览 in full, as an appendix prints it. In a year without an activity on record without its columns: nobody has
 * entered them, they are no zeros.
 */
export function pairingsList(context: ReportContext, scope: Scope): Table {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  const pairings = pairingsIn(context, scope);
  const held = Boolean(figures.get('activities', { ...inPeriod, ...scope }).value);
  const loose = figures.get('activities', { ...inPeriod, ...scope, pairing: NO_PAIRING });
  const counts = (dimensions: Scope): readonly Cell[] =>
    held
      ? ['activities', 'beneficiaries'].map((measure) => [number(figures.get(measure, { ...inPeriod, ...dimensions }))])
      : [];
  return {
    type: 'table',
    title: '结对一览',
    columns: [
      { title: '结对单位' },
      { title: '牵头支部' },
      { title: '协助支部' },
      { title: '协议', internal: true },
      ...(held ? HELD : []),
    ],
    rows: [
      ...pairings.map(({ id, value }) => [
        organizationNames(context, value.partners),
        leadCell(context, value),
        value.assist ? unitNames(context, value.assist) : cell(undefined),
        cell(agreementOf(context, id)),
        ...counts({ pairing: id }),
      ]),
      // Without a pairing there is no list of them, however much was held.
      ...(loose.value && pairings.length > 0
        ? [[cell(NO_PAIRING), ...[1, 2, 3].map(() => cell(undefined)), ...counts({ ...scope, pairing: NO_PAIRING })]]
        : []),
    ],
    total: [
      cell('合计（去重）'),
      leadTotal(context, scope),
      assistTotal(context, scope),
      cell(undefined),
      ...counts(scope),
    ],
    notes: [
      sentence`${asOfNote(context)}${held ? '一次活动在它的每个结对下各计一次，合计只计一次；' : ''}合计行的支部按支部去重。${expiryNote(context, pairings)}`,
      ...(held ? coverageNotes(figures.get('beneficiaries', { ...inPeriod, ...scope })) : []),
    ],
  };
}

function assistTotal({ figures, period }: ReportContext, scope: Scope): Cell {
  const assistants = figures.get('assistants', { ...period.dimensions, ...scope });
  return !assistants.value ? cell(undefined) : [amount(assistants)];
}
