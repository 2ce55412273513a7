import { type Dimensions, daysOf } from '../figure-id.js';
import type { FigureSource } from '../figure-source.js';
import { refOf } from '../ref-of.js';
import type { FigureRow } from '../row.js';

/** So many places lead; units of the same number share one. */
const PLACES = 3;
/** Where more would share the places, only those above them lead: a list of many praises nobody. */
const MOST = 5;

/** Branches by their activities within days: how many led most, with the word for it, and how many had none. */
export const BRANCH_ROWS: readonly FigureRow[] = [
  {
    name: 'leading-branches',
    label: '牵头活动靠前的支部',
    unit: '个',
    needs: ['year'],
    may: ['period'],
    make: (source, dimensions) => ({
      made: 'derived',
      formula: 'count',
      inputs: ledBy(source, dimensions).map(({ led }) => led),
      rule: `牵头活动场次从多到少，前${PLACES}名为靠前，同数的并列；并列超过${MOST}个的，只计更靠前的；没有活动的不计`,
      value: (values) => values.filter((value) => (value ?? 0) >= leastOfLeaders(values)).length,
      word: (values) => (Number.isFinite(leastOfLeaders(values)) ? '靠前' : undefined),
      records: () => [],
    }),
  },
  {
    name: 'idle-branches',
    label: '没有活动的支部',
    unit: '个',
    needs: ['year'],
    may: ['period'],
    make: (source, dimensions) => {
      const branches = source.counted('branches', daysOf(dimensions));
      const held = (branch: string) => source.get('activities', { ...dimensions, branch });
      return {
        made: 'derived',
        formula: 'count',
        inputs: branches.map(({ id }) => held(id)),
        rule: '牵头、协助、参与都没有的支部的个数',
        value: (values) => (values.includes(null) ? null : values.filter((value) => value === 0).length),
        records: () => branches.filter(({ id }) => held(id).value === 0).map(refOf),
      };
    },
  },
];

/** The branches of a period in the ledger's order, and what each led in it. */
function ledBy(source: FigureSource, dimensions: Dimensions) {
  return source.counted('branches', daysOf(dimensions)).map((branch) => ({
    branch,
    led: source.get('led', { ...dimensions, branch: branch.id }),
  }));
}

/** Those of them that lead, the most active first. */
export function leadingBranches(source: FigureSource, dimensions: Dimensions): ReturnType<typeof ledBy> {
  const all = ledBy(source, dimensions);
  const least = leastOfLeaders(all.map(({ led }) => led.value));
  return all.filter(({ led }) => (led.value ?? 0) >= least).toSorted((a, b) => (b.led.value ?? 0) - (a.led.value ?? 0));
}

/** The number from which a branch leads; infinite where none stands out. */
function leastOfLeaders(values: readonly (number | null)[]): number {
  const active = values.flatMap((value) => value || []).sort((a, b) => b - a);
  const steps = [...new Set(active.slice(0, PLACES))].reverse();
  const leaders = (least: number): number => active.filter((value) => value >= least).length;
  return steps.find((least) => leaders(least) <= MOST && leaders(least) < values.length) ?? Number.POSITIVE_INFINITY;
}
