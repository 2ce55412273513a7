import type { Days } from '../../figures/days.js';
import { overlaps } from '../../ledger/in-force.js';
import { isDateless, recordDays } from '../../ledger/kind-table.js';
import type { Entry } from '../../ledger/ledger.js';
import { type Kind, kindTitle } from '../../schema/kinds.js';
import { EARLIEST_DAY, firstDay, LATEST_DAY, lastDay } from '../../text/calendar-date.js';
import { isPartialDate } from '../../text/date-format.js';
import type { ReportContext } from '../context.js';
import { readCondition } from './conditions.js';
import { LookupFault } from './lookup-fault.js';
import { sortedBy } from './sorting.js';

/** A list's query, as typed. */
export interface ListQuery {
  readonly kind: Kind;
  readonly where: readonly string[];
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** The year, or the part of one, to list; `from` and `until` cut it further. */
  readonly period?: Days | undefined;
  readonly sort?: string | undefined;
}

/** The records that match a query, in its order. @throws LookupFault for what the kind does not have */
export function selectRecords(context: ReportContext, query: ListQuery): readonly Entry[] {
  const { kind, where, sort } = query;
  const tests = where.map((condition) => readCondition(context, kind, condition));
  const period = daysAsked(query);
  const kept = context.ledger
    .all(kind)
    .filter((entry) => (period === null || isWithin(context, entry, period)) && tests.every((test) => test(entry)));
  return sort === undefined ? kept : sortedBy(context, kind, sort, kept);
}

/** The days of the query; null where it names none. */
function daysAsked({ kind, from, until, period: whole }: ListQuery): Days | null {
  if ((from ?? until ?? whole) === undefined) return null;
  if (isDateless(kind)) {
    throw new LookupFault(
      `${kindTitle(kind)}的记录没有日期，不能按日期筛选`,
      '去掉 --from、--until、--year 和 --period。',
    );
  }
  const days = {
    from: from === undefined ? (whole?.from ?? EARLIEST_DAY) : firstDay(dateTyped('--from', from)),
    until: until === undefined ? (whole?.until ?? LATEST_DAY) : lastDay(dateTyped('--until', until)),
  };
  if (days.from > days.until) throw new LookupFault('--from 比 --until 晚', '起止日期前后对调一下。');
  return days;
}

function dateTyped(option: string, typed: string): string {
  if (isPartialDate(typed)) return typed;
  throw new LookupFault(`${option} 的值“${typed}”不是日期`, '写成 2025、2025-03 或 2025-03-15 的样子。');
}

function isWithin({ ledger }: ReportContext, entry: Entry, { from, until }: Days): boolean {
  const days = recordDays(ledger, entry);
  return days !== null && overlaps(days, from, until);
}
