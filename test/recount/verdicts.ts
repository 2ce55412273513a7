/** What judging words rest on: a share in percent, rounded down to one decimal, so that nothing looks reached that is not. */
import { counted } from './counts.js';
import { daysIn, earlier, overlap, type Span, spanOf } from './days.js';
import { find, type Ledger, type Records } from './ledger.js';
import { agreementState } from './states.js';
import { measure } from './targets.js';

type Dimensions = Record<string, string>;
type Value = (dimensions: Dimensions, ledger: Ledger, asOf: string) => number | null;

/** The part of a whole that the share of some figures is about. */
export const WHOLES: Readonly<Record<string, string>> = {
  unagreed: 'pairings',
  'idle-pairings': 'pairings',
  gaps: 'matrix-cells',
  unrectified: 'problems',
  recurring: 'categories',
  overdue: 'tasks',
  'targets-missed': 'targets-known',
};

const LACKING = ['待对方签章', '未签订', '已到期', '已终止'];

export const percentBelow = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : Math.floor((part * 1000) / whole) / 10;

/** How far a target is: of its number once its days are over, before that of what is due. */
function remark(target: Records['targets'], ledger: Ledger, asOf: string): number | null {
  const { goal, done, cells } = measure(target, ledger, asOf);
  if (goal === null || goal === 0 || done === null) return null;
  if (done >= goal || asOf >= target.until) return percentBelow(done, goal);
  if (target.per) {
    const due = cells.filter(({ last }) => last <= asOf).length;
    return due === 0 ? null : percentBelow(done, due);
  }
  if (target.each || asOf < target.from) return null;
  const days = daysIn({ first: target.from, last: target.until });
  const due = goal * daysIn({ first: target.from, last: earlier(asOf, target.until) });
  return due < days ? null : percentBelow(done * days, due);
}

/** The targets of a year that have a number and no cells. */
function plain({ year = '', program }: Dimensions, ledger: Ledger): Records['targets'][] {
  return ledger.targets.filter(
    ({ from, until, each, per, atLeast, program: own }) =>
      overlap({ first: from, last: until }, spanOf(year)) &&
      !each &&
      !per &&
      atLeast !== undefined &&
      (program === undefined || own === program),
  );
}

/** In how many inspections of a year each category of problems was found. */
function categories(year: Span, ledger: Ledger, asOf: string): number[] {
  const found = counted(ledger, 'inspections', year, asOf).flatMap(({ problems = [] }) => [
    ...new Set(problems.map(({ category }) => category)),
  ]);
  return [...new Set(found)].map((one) => found.filter((other) => other === one).length);
}

export const VERDICTS: Readonly<Record<string, Value>> = {
  remark: ({ target }, ledger, asOf) => {
    const record = find(ledger, 'targets', target);
    return record ? remark(record, ledger, asOf) : null;
  },
  'targets-known': (dimensions, ledger, asOf) =>
    plain(dimensions, ledger).filter((target) => {
      const { goal, done } = measure(target, ledger, asOf);
      return goal !== null && goal > 0 && done !== null;
    }).length,
  'targets-met': (dimensions, ledger, asOf) =>
    plain(dimensions, ledger).filter((target) => {
      const { goal, done } = measure(target, ledger, asOf);
      return goal !== null && done !== null && done >= goal;
    }).length,
  'targets-missed': (dimensions, ledger, asOf) =>
    plain(dimensions, ledger).filter((target) => (remark(target, ledger, asOf) ?? 100) < 100).length,
  categories: ({ year = '' }, ledger, asOf) => categories(spanOf(year), ledger, asOf).length,
  recurring: ({ year = '' }, ledger, asOf) =>
    categories(spanOf(year), ledger, asOf).filter((times) => times >= ledger.policies.recurringFrom).length,
};

export const isUnagreed = (pairing: Records['pairings'], ledger: Ledger, asOf: string): boolean =>
  LACKING.includes(agreementState(pairing.id, ledger, asOf));
