import type { Figure } from '../../document/figure.js';
import type { Cell, Inline } from '../../document/report-document.js';
import type { TargetFigures } from '../../figures/targets/target.js';
import type { ReportContext } from '../context.js';
import { cell } from '../inlines.js';

/** A figure, or the reason why there is none, in words that may be wrapped. */
export function known(figure: Figure): Cell {
  return figure.value === null ? cell(figure.missing) : [{ type: 'figure', figure }];
}

/** A rate; a dash without a goal, whose reason is in the target's own column. */
export function rate(figure: Figure, sign = false): Cell {
  return figure.value === null ? cell(undefined) : [{ type: 'figure', figure, sign }];
}

/** The number done in the period alone: 本期. */
export function doneInPeriod({ figures, period }: ReportContext, { entry }: TargetFigures): Figure {
  return figures.get('done', { ...period.dimensions, target: entry.id });
}

/** A target's light, with 超额完成 above the goal. */
export function targetLight({ light, percent }: TargetFigures): Inline {
  const beyond = light === 'done' && (percent.value ?? 0) > 100;
  return { type: 'light', light, ...(beyond ? { word: '超额完成' } : {}) };
}
