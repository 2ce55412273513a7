import type { Figure } from '../document/figure.js';
import type { Entry } from '../ledger/ledger.js';
import { addDays } from '../text/calendar-date.js';
import type { Figures } from './figures.js';
import { earlier, later } from './period.js';
import { daysOf, matching } from './target.js';
import { missedOf } from './target-coverage.js';
import { type TargetFigures, TargetMaker } from './target-maker.js';

/** The windows, in days, over which a recent rate is taken; they are words in ids and notes, not settings. */
const WINDOWS = [90, 30] as const;

/** What a target will come to by its last day if things go on as they did (推算), and how sure that is. */
export interface Projection {
  /** Days left, or cells neither met nor missed. */
  readonly remaining: Figure;
  /** At the rate of the whole time so far. */
  readonly projected: Figure;
  /** At the lowest and the highest rate of the whole time, of the last 90 and of the last 30 days. */
  readonly low: Figure;
  readonly high: Figure;
  /** projected / goal × 100. */
  readonly percent: Figure;
}

export const PROJECTION_MEASURES: readonly string[] = [
  'remaining',
  ...WINDOWS.flatMap((days) => [`recent-${days}`, `window-${days}`]),
  'projected',
  'projected-low',
  'projected-high',
  'projected-percent',
];

type Known = number | null | undefined;

/** The arithmetic of a projection: what is done and left, then the rates' parts. */
interface Basis {
  readonly remaining: Figure;
  /** What the rate of the whole time needs beside done and elapsed. */
  readonly whole: readonly Figure[];
  /** From done, elapsed and those. */
  readonly rate: (parts: readonly Known[]) => number | null;
  /** Done and possible in each window, one after the other. */
  readonly recent: readonly Figure[];
  readonly unit: string;
}

/**
 * A projection to the target's last day. There is none before a tenth of the days has gone (数据不足), after the last
 * day (已截止) or without a number to reach: the rate of a few days says nothing.
 */
export function projectionOf(figures: Figures, entry: Entry<'targets'>): Projection {
  const target = figures.target(entry);
  const maker = new TargetMaker(figures, entry);
  const { elapsed, days } = daysOf(maker, figures.asOf);
  const basis = target.cells.length > 0 ? cellBasis(figures, maker, target) : dayBasis(figures, maker, elapsed, days);
  const missing = basis.remaining.value === 0 ? '已截止，不再推算' : '数据不足，暂不推算';
  const inputs = [target.done, basis.remaining, elapsed, days, ...basis.whole];
  const make = (measure: string, label: string, choice: string, choose: (rates: readonly number[]) => number) =>
    maker.derived(
      measure,
      label,
      'ratio',
      choice === WHOLE ? inputs : [...inputs, ...basis.recent],
      {
        rule: `已完成 + 剩余${basis.unit} × ${choice}，四舍五入`,
        value: (values) => projected(values, basis, choose),
      },
      { missing },
    );
  const middle = make('projected', '推算完成数', WHOLE, ([rate = 0]) => rate);
  return {
    remaining: basis.remaining,
    projected: middle,
    low: make('projected-low', '推算下限', `最低的${RATES}`, (rates) => Math.min(...rates)),
    high: make('projected-high', '推算上限', `最高的${RATES}`, (rates) => Math.max(...rates)),
    percent: maker.percentage('projected-percent', '推算完成率', '推算完成数 ÷ 目标数 × 100', middle, target.goal),
  };
}

const WHOLE = '全期完成速度';
const RATES = '完成速度（全期、近九十天、近三十天）';

/** null where it is too early, too late, or something is not known. */
function projected(
  [done, left, elapsed, days, ...more]: readonly Known[],
  { rate, whole }: Basis,
  choose: (rates: readonly number[]) => number,
): number | null {
  if (done === null || done === undefined || !left || left < 0 || !elapsed || !days || elapsed * 10 < days) return null;
  const first = rate([done, elapsed, ...more.slice(0, whole.length)]);
  if (first === null) return null;
  const recent = more.slice(whole.length);
  const others = WINDOWS.flatMap((_, index) => {
    const [some, all] = recent.slice(index * 2);
    return some === null || some === undefined || !all ? [] : [some / all];
  });
  // Without the dust of binary fractions, which could lift or drop a half.
  return Math.round(Number((done + left * choose([first, ...others])).toFixed(6)));
}

/** A plain target grows with the days: so much a day. */
function dayBasis(figures: Figures, maker: TargetMaker, elapsed: Figure, days: Figure): Basis {
  const { entry } = maker;
  const { from, until } = entry.value;
  const gone = elapsed.value ?? 0;
  const end = earlier(until, figures.asOf);
  const recent = WINDOWS.flatMap((length) => {
    const first = addDays(end, 1 - length);
    const records = matching(figures, entry, { from: later(first, from), until });
    return [
      maker.amount(`recent-${length}`, `近${WORDS[length]}天完成`, records),
      maker.stated(`window-${length}`, `近${WORDS[length]}天中的天数`, Math.min(length, gone)),
    ];
  });
  return {
    remaining: maker.derived(
      'remaining',
      '剩余天数',
      'ratio',
      [days, elapsed],
      { rule: '总天数 − 已过天数', value: ([all, past]) => (all ?? 0) - (past ?? 0) },
      { unit: '天' },
    ),
    whole: [],
    rate: ([some, past]) => (past && some !== null && some !== undefined ? some / past : null),
    recent,
    unit: '天数',
  };
}

/** A target of cells grows with the cells due: such a share of them. What was missed stays missed. */
function cellBasis(figures: Figures, maker: TargetMaker, { goal, done, cells, due }: TargetFigures): Basis {
  const missed = missedOf(figures, maker.entry);
  const recent = WINDOWS.flatMap((length) => {
    const first = addDays(figures.asOf, 1 - length);
    const within = cells.filter((each) => each.due && each.cell.until >= first);
    const met = within.filter((each) => each.met);
    return [
      maker.tally(`recent-${length}`, `近${WORDS[length]}天到期并完成`, '其中完成的格的个数', doneOf(met)),
      maker.tally(`window-${length}`, `近${WORDS[length]}天到期`, '到期的格的个数', doneOf(within)),
    ];
  });
  return {
    remaining: maker.derived('remaining', '剩余', 'ratio', [goal, done, missed], {
      rule: '目标数 − 已完成 − 漏下',
      value: ([all, some, lost]) => (all ?? 0) - (some ?? 0) - (lost ?? 0),
    }),
    whole: due ? [due, missed] : [],
    rate: ([, , all, lost]) => (all ? (all - (lost ?? 0)) / all : null),
    recent,
    unit: '数',
  };
}

const WORDS = { 90: '九十', 30: '三十' } as const;
const doneOf = (cells: TargetFigures['cells']) => cells.map(({ done }) => done);
