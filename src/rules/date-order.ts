import type { Entry } from '../ledger/ledger.js';
import { KINDS } from '../schema/kinds.js';
import { certainlyBefore } from '../text/calendar-date.js';
import { defineRule } from './rule.js';

/** Pairs of fields of which the second never comes before the first. */
const PAIRS = [
  { from: 'from', until: 'until' },
  { from: 'date', until: 'until' },
  { from: 'opened', until: 'closed' },
  { from: 'issued', until: 'printed' },
] as const;

/**
 * An end is certainly before its beginning. Months and years are compared as whole intervals.
 *
 * PASS: `from: 2025-03`, `until: 2025-03-01` (may be the same days).
 * FAIL: `from: 2025-03-11`, `until: 2025-02`.
 */
export const dateOrder = defineRule<{ from: string; start: string; until: string; end: string }>({
  code: 'date-order',
  severity: 'error',
  title: '截止早于起始',
  why: '期间颠倒的记录不会在任何一天生效。',
  message: ({ from, start, until, end }) => `${until}（${end}）早于 ${from}（${start}）`,
  fix: () => '核对两个日期，多半是年份写错或填反了。',
  check({ ledger }, report) {
    for (const entry of KINDS.flatMap((kind): readonly Entry[] => ledger.all(kind))) {
      const value = entry.value as unknown as Readonly<Record<string, unknown>>;
      for (const { from, until } of PAIRS) {
        const start = value[from];
        const end = value[until];
        if (typeof start !== 'string' || typeof end !== 'string' || !certainlyBefore(end, start)) continue;
        report(entry, `/${until}`, { from, start, until, end });
      }
    }
  },
});
