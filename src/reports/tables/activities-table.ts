import { recordIds } from '../../document/figure.js';
import type { Cell, Table } from '../../document/report-document.js';
import { type Entry, shortLabelOf } from '../../ledger/ledger.js';
import { activityDay } from '../../ledger/state.js';
import type { ReportContext } from '../context.js';
import { cell, day, joined, number, record, sentence, text } from '../inlines.js';
import { unitNamed } from '../names.js';
import { asOfNote } from '../notes.js';
import type { Scope } from '../scope.js';

/** 活动一览: every activity held, by day, in short names. Persons of a single activity are not public. */
export function activitiesTable(context: ReportContext, scope: Scope): Table {
  return {
    type: 'table',
    title: '活动明细',
    columns: [
      { title: '日期' },
      { title: '名称' },
      { title: '类型' },
      { title: '结对' },
      { title: '牵头' },
      { title: '人次', align: 'right', internal: true },
    ],
    rows: activitiesHeld(context, scope).map((activity) => [
      [day(activityDay(activity.value, context.confirmedBy), true)],
      [record(activity)],
      cell(activity.value.types.join('、')),
      pairingsCell(context, activity),
      leadCell(context, activity.value.lead),
      [number(context.figures.get('beneficiaries', { activity: activity.id }))],
    ]),
    notes: [sentence`${asOfNote(context)}只列已开展的活动；一次活动不论几种类型、几个结对，全院只计一场。`],
  };
}

/** The activities behind the figure, by their day. */
export function activitiesHeld(context: ReportContext, scope: Scope): readonly Entry<'activities'>[] {
  const { figures, ledger, period, confirmedBy } = context;
  return recordIds(figures.get('activities', { ...period.dimensions, ...scope }))
    .flatMap((id) => ledger.get('activities', id) ?? [])
    .map((activity) => ({ activity, held: activityDay(activity.value, confirmedBy) }))
    .sort((a, b) => (a.held < b.held ? -1 : a.held > b.held ? 1 : 0))
    .map(({ activity }) => activity);
}

function pairingsCell({ ledger }: ReportContext, { value }: Entry<'activities'>): Cell {
  const names = (value.pairings ?? []).map((id) => {
    const pairing = ledger.get('pairings', id);
    return [pairing ? record(pairing, id) : text(id)];
  });
  return names.length === 0 ? cell(undefined) : joined(names, '、');
}

function leadCell(context: ReportContext, lead: string | undefined): Cell {
  const unit = unitNamed(context, lead);
  return unit ? [record(unit, shortLabelOf(unit))] : cell(lead, '未登记');
}
