/** Targets: goal, done, percent, expected and light, and the cells of those that have some. */

import { type Claim, claim } from './claims.js';
import { areTasksKept, counted, firstFieldTo, isKept, meets } from './counts.js';
import { daysIn, earlier, overlap, type Period, periodsOf, type Span } from './days.js';
import type { Kind, Ledger, Records } from './ledger.js';
import { branchSpan, pairingSpan } from './states.js';

type Target = Records['targets'];

/** One cell of a target: an object, a period, or both. */
interface Cell extends Period {
  readonly amount: number | null;
  readonly records: readonly string[];
}

/** What a target's count gives for these records; null where it is a sum, and none of them has the number. */
function amountOf({ count: { sum } }: Target, records: readonly object[]): number | null {
  if (sum === undefined) return records.length;
  const known = records.flatMap((record) => (record as Record<string, number | undefined>)[sum] ?? []);
  return known.length === 0 && records.length > 0 ? null : known.reduce((total, one) => total + one, 0);
}

/** The records that a target counts within a span by a day. */
function targetRecords(target: Target, span: Span, ledger: Ledger, asOf: string): Records[Kind][] {
  const { kind, where } = target.count;
  return counted(ledger, kind, span, asOf).filter((record) => meets(record, kind, where, ledger));
}

/** The cells of a target in the order objects, then periods; none where it has no `each` and no `per`. */
function cellsOf(target: Target, ledger: Ledger, asOf: string): Cell[] {
  const { each, per, count } = target;
  const whole = { first: target.from, last: target.until };
  if (each === undefined && per === undefined) return [];
  const periods = per === undefined ? [{ name: '', ...whole }] : periodsOf(per, whole);
  const field = each && (each.by ?? firstFieldTo(count.kind, each.kind));
  return objectsOf(target, ledger).flatMap(({ id, span }) =>
    periods
      .filter((period) => overlap(period, span))
      .map((period) => {
        const records = targetRecords(target, period, ledger, asOf).filter(
          (record) =>
            field === undefined || [(record as unknown as Record<string, unknown>)[field]].flat().includes(id),
        );
        return {
          ...period,
          name: [id, period.name].filter(Boolean).join('/'),
          amount: amountOf(target, records),
          records: records.map((record) => record.id),
        };
      }),
  );
}

/** The objects that each must be done for, and when they are there; one nameless one where a target names none. */
function objectsOf({ each }: Target, ledger: Ledger): { readonly id: string; readonly span: Span }[] {
  const always = { first: '', last: '~' };
  if (!each) return [{ id: '', span: always }];
  return (ledger[each.kind] as readonly Records[Kind][])
    .filter((record) => meets(record, each.kind, each.where, ledger))
    .map((record) => ({
      id: record.id,
      span:
        each.kind === 'branches'
          ? branchSpan(record as Records['branches'], ledger)
          : each.kind === 'pairings'
            ? pairingSpan(record as Records['pairings'], ledger)
            : always,
    }));
}

export interface Measured {
  readonly goal: number | null;
  readonly done: number | null;
  readonly percent: number | null;
  readonly expected: number | null;
  readonly status: 'done' | 'green' | 'yellow' | 'red' | 'none';
  readonly records: readonly string[];
  readonly cells: readonly Cell[];
  readonly span: Span;
  /** Whether anybody keeps what it counts. */
  readonly kept: boolean;
}

function isTargetKept({ count: { kind, where } }: Target, ledger: Ledger, span: Span): boolean {
  const type = where?.['board.type'];
  return kind === 'tasks' && typeof type === 'string' ? areTasksKept(ledger, type, span) : isKept(ledger, kind, span);
}

/** A target on a day. */
export function measure(target: Target, ledger: Ledger, asOf: string): Measured {
  const whole = { first: target.from, last: target.until };
  const cells = cellsOf(target, ledger, asOf);
  const hasCells = target.each !== undefined || target.per !== undefined;
  const goal = target.atLeast === undefined ? null : hasCells ? cells.length : target.atLeast;
  const met = cells.filter(({ amount }) => (amount ?? 0) >= (target.atLeast ?? Number.POSITIVE_INFINITY));
  const due = cells.filter(({ last }) => last <= asOf);
  const oneDay = new Set(cells.map(({ last }) => last)).size <= 1;
  const metByNow = oneDay ? met : met.filter(({ last }) => last <= asOf);
  const records =
    hasCells && goal !== null ? metByNow.flatMap((cell) => cell.records) : idsOf(target, whole, ledger, asOf);
  const amount =
    hasCells && goal !== null ? metByNow.length : amountOf(target, targetRecords(target, whole, ledger, asOf));
  const kept = isTargetKept(target, ledger, whole);
  const done = kept ? amount : null;
  const elapsed = asOf < target.from ? 0 : daysIn({ first: target.from, last: earlier(asOf, target.until) });
  const share = goal === null ? 0 : hasCells ? due.length : (goal * elapsed) / daysIn(whole);
  const pace = { goal, done, share, begun: asOf >= target.from, yellowFrom: ledger.policies.yellowFrom };
  const status = light(pace);
  return {
    goal,
    done,
    percent: done === null || goal === null ? null : Math.round((done / goal) * 1000) / 10,
    expected: goal === null ? null : Math.ceil(share),
    status,
    records,
    cells,
    span: whole,
    kept,
  };
}

interface Pace {
  readonly goal: number | null;
  readonly done: number | null;
  /** How much is due by now, not rounded. */
  readonly share: number;
  readonly begun: boolean;
  readonly yellowFrom: number;
}

function light({ goal, done, share, begun, yellowFrom }: Pace): Measured['status'] {
  if (goal === null || done === null) return 'none';
  if (done >= goal) return 'done';
  if (!begun || share < 1) return 'none';
  if (done >= share) return 'green';
  return done * 100 >= share * yellowFrom ? 'yellow' : 'red';
}

const idsOf = (target: Target, span: Span, ledger: Ledger, asOf: string): string[] =>
  targetRecords(target, span, ledger, asOf).map(({ id }) => id);

/** The targets of a year, in the ledger's order. */
function targetsOf(ledger: Ledger, year: Span): Target[] {
  return ledger.targets.filter(({ from, until }) => overlap({ first: from, last: until }, year));
}

/** The rows of `targets` in `progress --format json`. */
export function targetClaims(ledger: Ledger, year: Span, asOf: string): Claim[] {
  const targets = targetsOf(ledger, year);
  const rows = targets.flatMap((target) => {
    const { goal, done, percent, expected, status } = measure(target, ledger, asOf);
    const place = `targets/${target.id}`;
    return [
      claim(`${place}/label`, target.title),
      claim(`${place}/target`, goal),
      claim(`${place}/done`, done),
      claim(`${place}/unit`, target.unit),
      claim(`${place}/percent`, percent),
      claim(`${place}/expected`, expected),
      claim(`${place}/status`, status),
    ];
  });
  return [
    claim(
      'targets',
      targets.map(({ id }) => id),
    ),
    ...rows,
  ];
}
