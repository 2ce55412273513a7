import type { Figure } from '../../document/figure.js';

/** What stands for a figure that a public version does not print. */
export const UNPUBLISHED = '不公布';

/** What stands for persons of one record, or of several records each of which is about so few. */
export const FEW = { once: '不足10', each: '每次不足10' } as const;

/** Whether a public version says 不足10 of a figure. */
export function isFew({ missing }: Figure): boolean {
  return missing?.includes(FEW.once) ?? false;
}

/** Whether a public version prints no number of a figure. */
export function isHidden(figure: Figure): boolean {
  return figure.missing === UNPUBLISHED || isFew(figure);
}
