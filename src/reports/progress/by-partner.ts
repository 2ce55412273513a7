import type { Cell, Table } from '../../document/report-document.js';
import { NO_PAIRING } from '../../figures/countable.js';
import type { Dimensions } from '../../figures/figure-id.js';
import type { Entry } from '../../ledger/ledger.js';
import { activityDay, agreementInterval } from '../../ledger/state.js';
import { fieldWords } from '../../schema/kinds.js';
import { yearOf } from '../../text/calendar-date.js';
import { scalarText } from '../../text/scalar-text.js';
import type { ReportContext } from '../context.js';
import { amount, cell, day, number, record, sentence } from '../inlines.js';
import { organizationNames, unitNames } from '../names.js';
import { asOfNote, coverageNotes, expiryNote } from '../notes.js';
import { agreementOf, agreementRecordOf, pairingsOfYear, targetsOfYear } from '../selection.js';
import { leadCell, leadTotal } from '../tables/pairing-cells.js';
import { filled, type View } from './view.js';

/** 按结对单位: lead, assistants, the agreement's state, and the activities held. */
export const byPartner: View = (context) =>
  filled(context, [unitsTable(context), agreementsTable(context), heldTable(context)], '还没有登记结对。');

/** 结对名单 with the names in full. */
function unitsTable(context: ReportContext): Table {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  return {
    type: 'table',
    title: '结对名单',
    columns: [{ title: '结对' }, { title: '单位' }, { title: '牵头' }, { title: '协助' }],
    rows: pairingsOfYear(context).map((pairing) => [
      [record(pairing)],
      organizationNames(context, pairing.value.partners),
      leadCell(context, pairing.value),
      pairing.value.assist ? unitNames(context, pairing.value.assist) : cell(undefined),
    ]),
    total: [
      cell('合计（去重）'),
      [amount(figures.get('partners', inPeriod))],
      leadTotal(context),
      [amount(figures.get('assistants', inPeriod))],
    ],
    notes: [sentence`${asOfNote(context)}合计行的单位和支部各只计一次。`],
  };
}

function agreementsTable(context: ReportContext): Table {
  return {
    type: 'table',
    title: '协议和联络',
    columns: [{ title: '结对' }, { title: '协议' }, { title: '生效日' }, { title: '联络员' }, { title: '最近活动' }],
    rows: pairingsOfYear(context).map((pairing) => {
      const agreement = agreementRecordOf(context, pairing.id);
      return [
        [record(pairing)],
        cell(agreementOf(context, pairing.id)),
        effective(context, agreement),
        cell(liaisons(agreement)),
        lastHeld(context, pairing.id),
      ];
    }),
    notes: [
      sentence`${asOfNote(context)}双方都签章后协议生效，生效日为后签一方的日期；没有登记协议的写未登记。联络员双方各一名。${expiryNote(context, pairingsOfYear(context))}`,
    ],
  };
}

function effective({ asOf, year }: ReportContext, agreement: Entry<'agreements'> | undefined): Cell {
  const from =
    agreement && (agreement.value.signed ?? []).length === 2 ? agreementInterval(agreement.value).from : null;
  return from === null || from > asOf ? cell(undefined) : [day(from, yearOf(from) === year)];
}

/** The sides that have named a liaison, without the names. */
function liaisons(agreement: Entry<'agreements'> | undefined): string {
  const sides = new Set((agreement?.value.liaisons ?? []).map(({ side }) => side));
  if (sides.size === 2) return '双方已定';
  const [only] = sides;
  return only === undefined ? '未登记' : `${only}已定`;
}

function lastHeld(context: ReportContext, pairing: string): Cell {
  const days = context.figures
    .counted('activities', context.period)
    .filter(({ value }) => value.pairings?.includes(pairing))
    .map(({ value }) => activityDay(value))
    .sort();
  const last = days.at(-1);
  if (last !== undefined) return [day(last, true)];
  const held = context.figures.get('activities', { ...context.period.dimensions, pairing });
  return cell(held.missing ?? '尚未开展');
}

/** The types that the year's targets count, each of which has a column. */
function heldTable(context: ReportContext): Table {
  const { figures } = context;
  const inPeriod = context.period.dimensions;
  const columns = [
    { title: '场次', measure: 'activities' },
    ...typesOfTargets(context).map((type) => ({ title: type, measure: 'activities', type })),
    { title: '人次', measure: 'beneficiaries' },
    { title: '会议', measure: 'meetings' },
    { title: '点单', measure: 'requests' },
  ];
  const counts = (where: Dimensions): readonly Cell[] =>
    columns.map(({ title, measure, ...of }) => [number(figures.get(measure, { ...inPeriod, ...of, ...where }))]);
  const loose = columns.some(({ title, measure, ...of }) => {
    return figures.get(measure, { ...inPeriod, ...of, pairing: NO_PAIRING }).value;
  });
  return {
    type: 'table',
    title: '结对活动',
    columns: [{ title: '结对' }, ...columns.map(({ title }) => ({ title, align: 'right' as const }))],
    rows: [
      ...pairingsOfYear(context).map((pairing) => [[record(pairing)], ...counts({ pairing: pairing.id })]),
      ...(loose ? [[cell(NO_PAIRING), ...counts({ pairing: NO_PAIRING })]] : []),
    ],
    total: [cell('合计（去重）'), ...counts({})],
    notes: [
      sentence`${asOfNote(context)}一次活动在它的每个结对、每种类型下各计一次，合计只计一次。点单按提出的日期计。`,
      ...coverageNotes(figures.get('beneficiaries', inPeriod)),
    ],
  };
}

function typesOfTargets(context: ReportContext): readonly string[] {
  const wanted = targetsOfYear(context)
    .filter(({ value }) => value.count.kind === 'activities')
    .flatMap(({ value }) => [value.count.where?.types ?? []].flat().map(scalarText));
  return fieldWords('activities', 'types').filter((type) => wanted.includes(type));
}
