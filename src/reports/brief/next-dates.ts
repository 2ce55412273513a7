import { recordIds } from '../../document/figure.js';
import type { Table } from '../../document/report-document.js';
import { dayToCome } from '../../figures/rows/plan-rows.js';
import { type Entry, isOf, labelOf } from '../../ledger/ledger.js';
import { clipped } from '../../text/clip.js';
import type { ReportContext } from '../context.js';
import { day, record, sentence } from '../inlines.js';
import { comingPeriods } from '../period-words.js';

/** So many fit under the rest of the page. */
const MOST = 5;
/** Columns of a name, so that it stays on one line. */
const NAME = 40;

/** What the leader may have to be ready for, before activities, of which there are many. */
const WATCHED = [
  { measure: 'coming-tasks', kind: 'tasks', words: '任务到期' },
  { measure: 'expiring-agreements', kind: 'agreements', words: '协议到期' },
  { measure: 'planned-meetings', kind: 'meetings', words: '召开' },
] as const;

/** 近期日子: the next tasks due, agreements running out and meetings, by day. */
export function datesTable(context: ReportContext): Table {
  const found = comingPeriods(context).flatMap((period) =>
    WATCHED.flatMap(({ measure, kind, words }) =>
      recordIds(context.figures.get(measure, period.dimensions)).flatMap((id) => {
        const entry: Entry | undefined = context.ledger.get(kind, id);
        const on = entry && dayToCome(entry, context.figures);
        return entry && on !== undefined ? [{ entry, on, words }] : [];
      }),
    ),
  );
  const rows = found.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on))).slice(0, MOST);
  return {
    type: 'table',
    title: '近期日子',
    columns: [{ title: '日期' }, { title: '事项' }],
    rows: rows.map(({ entry, on, words }) => [[day(on)], sentence`${nameOf(entry)}${words}`]),
    notes: [],
  };
}

function nameOf(entry: Entry) {
  const name = isOf(entry, 'agreements') ? `${entry.value.pairing}结对` : labelOf(entry);
  return record(entry, clipped(name, NAME));
}
