import { WORKSPACE_FILE } from '../files/find-data.js';
import { fieldsOf } from '../ledger/ledger.js';
import { fieldUse, KINDS, type Kind } from '../schema/kinds.js';
import { certainlyBefore } from '../text/calendar-date.js';
import { defineRule, eachOf } from './rule.js';

/** Pairs of date fields in which the second may not be before the first. */
const PAIRS = [
  { from: 'from', until: 'until' },
  { from: 'date', until: 'until' },
  { from: 'opened', until: 'closed' },
  { from: 'issued', until: 'printed' },
] as const;

/** An end is certainly before its beginning. Months and years are compared as whole intervals. */
export const dateOrder = defineRule<{ from: string; start: string; until: string; end: string }>({
  code: 'date-order',
  severity: 'error',
  locked: true,
  zh: {
    title: '截止早于起始',
    why: '期间颠倒的记录不会在任何一天生效。',
    message: ({ from, start, until, end }) => `${until}（${end}）早于 ${from}（${start}）`,
    fix: () => '核对两个日期，多半是年份写错或填反了。',
  },
  en: {
    title: 'An end before its beginning',
    why: 'A record whose dates are the wrong way round is in force on no day.',
    message: ({ from, start, until, end }) => `${until} (${end}) is before ${from} (${start})`,
    fix: () => 'Check both dates; most often the year is wrong, or they are swapped.',
  },
  pass: `
    # data/programs/2025.yaml
    - id: 联建
      title: 党建联建
      from: 2025-03
      until: 2025-03-01`,
  fail: `
    # data/programs/2025.yaml
    - id: 联建
      title: 党建联建
      from: 2025-03-11
      until: 2025-02`,
  record: eachOf(KINDS, (entry, report) => {
    for (const found of disorderIn(entry.value, pairsOf(entry.kind))) report(entry, `/${found.until}`, found);
    if (entry.kind !== 'branches') return;
    const { secretaries = [] } = entry.value;
    for (const [index, term] of secretaries.entries()) {
      for (const found of disorderIn(term, PAIRS)) report(entry, `/secretaries/${index}/${found.until}`, found);
    }
  }),
  check({ ledger }, report) {
    const settings = { file: WORKSPACE_FILE, pointer: '', id: 'workspace' };
    for (const [index, register] of (ledger.workspace?.registers ?? []).entries()) {
      for (const found of disorderIn(register, [{ from: 'from', until: 'through' }]))
        report(settings, `/registers/${index}/${found.until}`, found);
    }
  },
});

type Pair = Pick<Disorder, 'from' | 'until'>;

/** The pairs of which a kind has both fields. */
function pairsOf(kind: Kind): readonly Pair[] {
  const known = pairs.get(kind) ?? PAIRS.filter(({ from, until }) => fieldUse(kind, from) && fieldUse(kind, until));
  pairs.set(kind, known);
  return known;
}

const pairs = new Map<Kind, readonly Pair[]>();

interface Disorder {
  readonly from: string;
  readonly start: string;
  readonly until: string;
  readonly end: string;
}

function disorderIn(fields: object, pairs: readonly Pair[]): readonly Disorder[] {
  const value = fieldsOf(fields);
  const found: Disorder[] = [];
  for (const { from, until } of pairs) {
    const [start, end] = [value[from], value[until]];
    if (typeof start === 'string' && typeof end === 'string' && certainlyBefore(end, start))
      found.push({ from, start, until, end });
  }
  return found;
}
