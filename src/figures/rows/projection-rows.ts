import type { Figure } from '../../document/figure.js';
import { addDays } from '../../text/calendar-date.js';
import { earlier, later } from '../days.js';
import type { FigureRow, Made } from '../row.js';
import { measuredCells } from '../targets/measured-cells.js';
import { type SeenTarget, targetRow } from '../targets/seen-target.js';
import { amountOf, matching } from '../targets/target-records.js';
import { share, stated, tally } from './target-rows.js';

/** The windows of recent rates, in days; they occur in ids and notes, and are no settings. */
const WINDOWS = [90, 30] as const;
type Window = (typeof WINDOWS)[number];
const WORDS = { 90: '九十', 30: '三十' } as const;

const WHOLE = '全期完成速度';
const RATES = '完成速度（全期、近九十天、近三十天）';

/**
 * The projection of a target to its last day (推算), and its range: at the rate of
 * the whole time so far, and at the lowest and the highest rate of the whole time, of the last 90 and of the last 30
 * days. There is none before a tenth of the days has gone (数据不足), after the last day (已截止) or without a number
 * to reach: the rate of a few days says nothing.
 */
export const PROJECTION_ROWS: readonly FigureRow[] = [
  // Days left, or cells neither met nor missed.
  targetRow({ name: 'remaining', label: '剩余', make: remainingOf }),
  ...WINDOWS.flatMap((window) => [
    targetRow({
      name: `recent-${window}`,
      label: `近${WORDS[window]}天完成`,
      make: (target) => recentOf(target, window),
    }),
    targetRow({
      name: `window-${window}`,
      label: `近${WORDS[window]}天到期`,
      make: (target) => windowOf(target, window),
    }),
  ]),
  targetRow({
    name: 'projected',
    label: '推算完成数',
    make: (target) => projectionOf(target, WHOLE, ([rate = 0]) => rate),
  }),
  targetRow({
    name: 'projected-low',
    label: '推算下限',
    make: (target) => projectionOf(target, `最低的${RATES}`, (rates) => Math.min(...rates)),
  }),
  targetRow({
    name: 'projected-high',
    label: '推算上限',
    make: (target) => projectionOf(target, `最高的${RATES}`, (rates) => Math.max(...rates)),
  }),
  targetRow({
    name: 'projected-percent',
    label: '推算完成率',
    unit: '%',
    decimals: 1,
    make: ({ get }) => share('推算完成数 ÷ 目标数 × 100', get('projected'), get('goal')),
  }),
];

type Known = number | null | undefined;

/** Further inputs of the rate of the whole time, and the rate from done, elapsed and these. */
interface Rate {
  readonly parts: readonly Figure[];
  readonly of: (values: readonly Known[]) => number | null;
}

function projectionOf(target: SeenTarget, choice: string, choose: (rates: readonly number[]) => number): Made {
  const { get } = target;
  const rate = isCellular(target) ? cellRate(target) : DAY_RATE;
  const remaining = get('remaining');
  const inputs = [get('done'), remaining, get('elapsed'), get('days'), ...rate.parts];
  const recent = WINDOWS.flatMap((window) => [get(`recent-${window}`), get(`window-${window}`)]);
  const all = choice === WHOLE ? inputs : [...inputs, ...recent];
  const tooEarly = remaining.value === 0 ? '已截止，不再推算' : '数据不足，暂不推算';
  return {
    made: 'derived',
    formula: 'ratio',
    inputs: all,
    rule: `已完成 + 剩余${isCellular(target) ? '数' : '天数'} × ${choice}，四舍五入`,
    value: (values) => projected(values, rate, choose),
    missing: all.find(({ missing }) => missing !== undefined)?.missing ?? tooEarly,
  };
}

/** null where it is too early or too late, or an input is unknown. */
function projected(
  [done, left, elapsed, days, ...more]: readonly Known[],
  { of: rateOf, parts }: Rate,
  choose: (rates: readonly number[]) => number,
): number | null {
  if (done === null || done === undefined || !left || left < 0 || !elapsed || !days || elapsed * 10 < days) return null;
  const first = rateOf([done, elapsed, ...more.slice(0, parts.length)]);
  if (first === null) return null;
  const recent = more.slice(parts.length);
  const others = WINDOWS.flatMap((_, index) => {
    const [some, all] = recent.slice(index * 2);
    return some === null || some === undefined || !all ? [] : [some / all];
  });
  // Without the dust of binary fractions, which could lift or drop a half.
  return Math.round(Number((done + left * choose([first, ...others])).toFixed(6)));
}

function isCellular(target: SeenTarget): boolean {
  return measuredCells(target).length > 0;
}

/** A plain target grows by a constant number a day. */
const DAY_RATE: Rate = {
  parts: [],
  of: ([some, past]) => (past && some !== null && some !== undefined ? some / past : null),
};

/** A target of cells grows by a constant share of the cells due. Missed cells stay missed. */
function cellRate({ get }: SeenTarget): Rate {
  return {
    parts: [get('due'), get('missed')],
    of: ([, , all, lost]) => (all ? (all - (lost ?? 0)) / all : null),
  };
}

function remainingOf(target: SeenTarget): Made {
  const { get } = target;
  if (isCellular(target)) {
    return {
      made: 'derived',
      formula: 'ratio',
      inputs: [get('goal'), get('done'), get('missed')],
      rule: '目标数 − 已完成 − 漏下',
      value: ([all = null, some = null, lost = null]) =>
        all === null || some === null || lost === null ? null : all - some - lost,
    };
  }
  return {
    made: 'derived',
    label: '剩余天数',
    unit: '天',
    formula: 'ratio',
    inputs: [get('days'), get('elapsed')],
    rule: '总天数 − 已过天数',
    value: ([all, past]) => (all ?? 0) - (past ?? 0),
  };
}

function recentOf(target: SeenTarget, window: Window): Made {
  const label = `近${WORDS[window]}天到期并完成`;
  if (isCellular(target)) return { ...recentTally(target, window, '其中完成的格的个数', true), label };
  const { from, until } = target.entry.value;
  const first = addDays(earlier(until, target.asOf), 1 - window);
  return { ...amountOf(target, matching(target, { from: later(first, from), until })), ...target.keeping };
}

function windowOf(target: SeenTarget, window: Window): Made {
  if (isCellular(target)) return recentTally(target, window, '到期的格的个数', false);
  const gone = target.get('elapsed').value ?? 0;
  return stated(target, Math.min(window, gone), `近${WORDS[window]}天中的天数`, '天');
}

/** The cells that fell due in the window, or those of them that were met. */
function recentTally(target: SeenTarget, window: Window, rule: string, metOnly: boolean): Made {
  const first = addDays(target.asOf, 1 - window);
  const cells = measuredCells(target).filter(({ due, met, cell }) => due && cell.until >= first && (met || !metOnly));
  return tally(
    rule,
    cells.map(({ done }) => done),
  );
}
