import type { Inline, Table } from '../../document/report-document.js';
import { type Alert, alertsOf } from '../../figures/alerts.js';
import type { Entry } from '../../ledger/ledger.js';
import type { ReportContext } from '../context.js';
import { cell, day, joined, number, record, sentence, text } from '../inlines.js';
import { asOfNote, expiryBasis } from '../notes.js';

/** The number of alerts of a kind that the overview names. */
const NAMED = 3;

/** The kinds of alerts that need a person; targets behind pace are shown by their light. */
function waiting(context: ReportContext): readonly Alert[] {
  return alertsOf(context.figures, context.period).filter(({ entry }) => entry.kind !== 'targets');
}

/** 提醒: the number of alerts of each kind and the first ones; nothing without alerts. */
export function alertsTable(context: ReportContext): Table {
  const alerts = waiting(context);
  const types = [...new Set(alerts.map(({ type }) => type))];
  return {
    type: 'table',
    title: '提醒',
    columns: [{ title: '事项' }, { title: '件数', align: 'right' }, { title: '对象' }],
    rows: types.map((type) => {
      const own = alerts.filter((alert) => alert.type === type);
      const named = own.slice(0, NAMED).map(({ entry }) => [nameOf(entry)]);
      return [
        cell(type),
        [number(context.figures.get('alerts', { ...context.period.dimensions, type }))],
        [...joined(named, '；'), ...(own.length > NAMED ? [text('等')] : [])],
      ];
    }),
    notes: [sentence`${asOfNote(context)}${types.includes('即将到期') ? sentence`${expiryBasis(context)}。` : ''}`],
  };
}

/** The name of an alert's subject; an agreement is named by its pairing. */
function nameOf(entry: Entry): Inline {
  return entry.kind === 'agreements' ? record(entry, entry.value.pairing) : record(entry);
}

/** 待确认: activities whose day has passed without a report that they were held. */
export function unconfirmedTable(context: ReportContext): Table {
  return {
    type: 'table',
    title: '待确认的活动',
    columns: [{ title: '活动' }, { title: '日期' }],
    rows: waiting(context)
      .flatMap(({ type, entry, date }) => (type === '待确认' && date !== undefined ? [{ entry, date }] : []))
      .sort((a, b) => Number(a.date > b.date) - Number(a.date < b.date))
      .map(({ entry, date }) => [[record(entry)], [day(date, true)]]),
    notes: [sentence`${asOfNote(context)}日期已过、尚未确认开展或取消的活动，各处都不计入。`],
  };
}
