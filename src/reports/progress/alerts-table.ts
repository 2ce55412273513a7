import type { Inline, Table } from '../../document/report-document.js';
import { type Alert, alertsOf } from '../../figures/alerts.js';
import type { Entry } from '../../ledger/ledger.js';
import type { ReportContext } from '../context.js';
import { cell, day, joined, number, record, sentence, text } from '../inlines.js';
import { asOfNote } from '../notes.js';

/** How many of a kind are named in the overview. */
const NAMED = 3;

/** What waits for a person; targets behind pace show it by their light. */
function waiting(context: ReportContext): readonly Alert[] {
  return alertsOf(context.figures, context.period).filter(({ entry }) => entry.kind !== 'targets');
}

/** 提醒: how much of each kind waits, and the first of it. Nothing at all where nobody needs to act. */
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
    notes: [asOfNote(context)],
  };
}

/** An agreement has no name of its own: it is known by its pairing. */
function nameOf(entry: Entry): Inline {
  return entry.kind === 'agreements' ? record(entry, entry.value.pairing) : record(entry);
}

/** 待确认: activities whose day has passed without anybody saying that they were held. */
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
