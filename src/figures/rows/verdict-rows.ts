import type { Figure } from '../../document/figure.js';
import { overlaps } from '../../ledger/in-force.js';
import type { Entry } from '../../ledger/ledger.js';
import { type Dimension, type Dimensions, periodOf } from '../figure-id.js';
import type { FigureSource } from '../figure-source.js';
import type { FigureRow, Made } from '../row.js';
import { type SeenTarget, targetRow } from '../targets/seen-target.js';
import { PACE_RULE, paceWord, shareBelow } from '../verdict-words.js';
import { ofPercent, reached, share, unjudged } from './judged.js';

type Values = readonly (number | null)[];

/** The judging words of a report: each is a figure, whose value is what was judged and whose rule says how. */
export const VERDICT_ROWS: readonly FigureRow[] = [
  targetRow({ name: 'remark', label: '评语', unit: '%', decimals: 1, make: remarkOf }),
  shareRow('unagreed', 'pairings', '协议手续不全的结对占比', ['program', 'branch', 'pairing']),
  shareRow('idle-pairings', 'pairings', '没有活动的结对占比', ['program', 'branch', 'pairing']),
  shareRow('gaps', 'matrix-cells', '联建内容空白占比', ['pairing'], ['program']),
  shareRow('unrectified', 'problems', '应改未改问题占比'),
  shareRow('recurring', 'categories', '高频问题类别占比'),
  shareRow('overdue', 'tasks', '逾期任务占比', ['program', 'type', 'branch']),
  shareRow('targets-missed', 'targets-known', '未达到要求的目标任务占比', ['program']),
  targetRow({
    name: 'missed-share',
    label: '漏下占比',
    unit: '%',
    decimals: 1,
    make: ({ entry, get }) => share('漏下', get('missed'), entry.value.each ? get('goal') : get('due')),
  }),
  overTargets('targets-known', '目标任务', '有目标数、有完成数的目标任务的个数', ['goal', 'done'], isKnown),
  overTargets('targets-met', '完成的目标任务', '已完成达到目标数的个数；全部达到的为全面完成', ['goal', 'done'], isMet),
  overTargets('targets-missed', '未达到要求的目标任务', '评语的数值不到100的个数', ['remark'], isShort),
];

/** {评语} of a target: by what was reached once its days are over, before that against 序时. */
function remarkOf(target: SeenTarget): Made {
  const { entry, asOf, get } = target;
  const [done, goal] = [get('done'), get('goal')];
  if (done.value === null || !goal.value) return unjudged(done.missing ?? goal.missing ?? '—');
  if (done.value >= goal.value || asOf >= entry.value.until) return reached('已完成 ÷ 目标数', done, goal);
  const yellow = target.source.get('policy-yellowFrom', {});
  const { each, per } = entry.value;
  if (each || per) return each && !per ? unjudged('未到期') : onPace('已完成 ÷ 到期数', [done, get('due')], yellow);
  return onPace('已完成 × 总天数 ÷（目标数 × 已过天数）', [done, goal, get('elapsed'), get('days')], yellow);
}

/** Against what is due; without a word while less than one whole unit is. */
function onPace(rule: string, parts: readonly Figure[], yellow: Figure): Made {
  /** What is done and due, both in days' parts of a unit where days are counted. */
  const sides = ([done = null, second = null, elapsed, days]: Values) =>
    elapsed === undefined || days === undefined
      ? { done, due: second, whole: 1 }
      : { done: done === null ? null : done * (days ?? 0), due: (second ?? 0) * (elapsed ?? 0), whole: days ?? 1 };
  const judged = (values: Values) => {
    const { done, due, whole } = sides(values.slice(0, parts.length));
    return done === null || due === null || due < whole ? null : { done, due, from: values[parts.length] ?? 0 };
  };
  return {
    ...ofPercent([...parts, yellow]),
    rule: `${rule} × 100，向下取一位小数；${PACE_RULE}`,
    value: (values) => {
      const found = judged(values);
      return found && shareBelow(found.done, found.due);
    },
    word: (values) => {
      const found = judged(values);
      return found ? paceWord(found.done, found.due, found.from) : undefined;
    },
    missing: '未到期',
  };
}

/** How large a part is, as a word: 个别, 少数, 部分, 多数, 全部. */
function shareRow(
  part: string,
  whole: string,
  label: string,
  may: readonly Dimension[] = [],
  needs: readonly Dimension[] = [],
): FigureRow {
  return {
    name: `${part}-share`,
    label,
    unit: '%',
    decimals: 1,
    needs: ['year', ...needs],
    may: ['period', ...may],
    make: (source, dimensions) => {
      const [some, all] = [source.get(part, dimensions), source.get(whole, dimensions)];
      return share(`${some.label} ÷ ${all.label}`, some, all);
    },
  };
}

/** A count over the plain targets of a period; `fits` gets the values of the figures named, of one target. */
function overTargets(
  name: string,
  label: string,
  rule: string,
  measures: readonly string[],
  fits: (values: Values) => boolean,
): FigureRow {
  return {
    name,
    label,
    unit: '项',
    needs: ['year'],
    may: ['period', 'program'],
    make: (source, dimensions) => {
      const each = (values: Values) =>
        Array.from({ length: values.length / measures.length }, (_, nth) =>
          values.slice(nth * measures.length, (nth + 1) * measures.length),
        );
      return {
        made: 'derived',
        formula: 'count',
        inputs: plainTargets(source, dimensions).flatMap(({ id }) =>
          measures.map((measure) => source.get(measure, { target: id })),
        ),
        rule,
        value: (values) => each(values).filter(fits).length,
        word: (values) => (fits === isMet && values.length > 2 && each(values).every(isMet) ? '全面完成' : undefined),
      };
    },
  };
}

/** The targets of a period that have a number of their own, not cells. */
function plainTargets({ ledger }: FigureSource, dimensions: Dimensions): readonly Entry<'targets'>[] {
  const { from, until } = periodOf(dimensions);
  const { program } = dimensions;
  return ledger.all('targets').filter(({ value }) => {
    const { each, per, atLeast } = value;
    return (
      !(each || per) &&
      atLeast !== undefined &&
      overlaps(value, from, until) &&
      (program === undefined || value.program === program)
    );
  });
}

function isKnown([goal, done = null]: Values): boolean {
  return Boolean(goal) && done !== null;
}

function isMet([goal, done = null]: Values): boolean {
  return goal !== null && goal !== undefined && done !== null && done >= goal;
}

function isShort([share = null]: Values): boolean {
  return share !== null && share < 100;
}
