import type { Figure } from '../../document/figure.js';
import type { Cell, Inline } from '../../document/report-document.js';
import type { TargetFigures } from '../../figures/targets/target.js';
import type { ReportContext } from '../context.js';
import { cell } from '../inlines.js';

/** A figure, or in words why there is none; words may break where a figure may not. */
export function known(figure: Figure): Cell {
  return figure.value === null ? cell(figure.missing) : [{ type: 'figure', figure }];
}

/** A rate without a target is a dash, the reason stands in the target's own column. */
export function rate(figure: Figure, sign = false): Cell {
  return figure.value === null ? cell(undefined) : [{ type: 'figure', figure, sign }];
}

/** What is done of a target in the period alone: 本期. */
export function doneInPeriod({ figures, period }: ReportContext, { entry }: TargetFigures): Figure {
  return figures.get('done', { ...period.dimensions, target: entry.id });
}

/** A target's light; more than was asked for is said. */
export function targetLight({ light, percent }: TargetFigures): Inline {
  const beyond = light === 'done' && (percent.value ?? 0) > 100;
  return { type: 'light', light, ...(beyond ? { word: '超额完成' } : {}) };
}
