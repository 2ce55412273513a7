import { type Period, yearPeriod } from '../../figures/period.js';
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

/** What a list is asked for, as it was typed. */
export interface ListQuery {
  readonly kind: Kind;
  readonly where: readonly string[];
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly year?: number | undefined;
  readonly sort?: string | undefined;
}

/** The records a query keeps, in its order. @throws LookupFault for what cannot be asked of the kind */
export function selectRecords(context: ReportContext, query: ListQuery): readonly Entry[] {
  const { kind, where, sort } = query;
  const tests = where.map((condition) => readCondition(context, kind, condition));
  const period = periodOf(query);
  const kept = context.ledger
    .all(kind)
    .filter((entry) => (period === null || isWithin(context, entry, period)) && tests.every((test) => test(entry)));
  return sort === undefined ? kept : sortedBy(context, kind, sort, kept);
}

/** The days asked for; null where none are. */
function periodOf({ kind, from, until, year }: ListQuery): Period | null {
  if (from === undefined && until === undefined && year === undefined) return null;
  if (isDateless(kind)) {
    throw new LookupFault(`${kindTitle(kind)}的记录没有日期，不能按日期筛选`, '去掉 --from、--until 和 --year。');
  }
  const whole = year === undefined ? { from: EARLIEST_DAY, until: LATEST_DAY } : yearPeriod(year);
  const period = {
    from: from === undefined ? whole.from : firstDay(dateTyped('--from', from)),
    until: until === undefined ? whole.until : lastDay(dateTyped('--until', until)),
  };
  if (period.from > period.until) throw new LookupFault('--from 比 --until 晚', '起止日期前后对调一下。');
  return period;
}

function dateTyped(option: string, typed: string): string {
  if (isPartialDate(typed)) return typed;
  throw new LookupFault(`${option} 的值“${typed}”不是日期`, '写成 2025、2025-03 或 2025-03-15 的样子。');
}

function isWithin({ ledger }: ReportContext, entry: Entry, { from, until }: Period): boolean {
  const days = recordDays(ledger, entry);
  return days !== null && overlaps(days, from, until);
}
