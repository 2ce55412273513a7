import type { Figure } from '../document/figure.js';
import type { TargetFigures } from '../figures/targets/target.js';

/** The scale of {评语} at the year's end, in percent of the goal. Source: office practice. */
const SCALE: readonly (readonly [from: number, remark: string])[] = [
  [100, '全面完成'],
  [90, '基本完成'],
  [70, '有序推进，尚有差距'],
  [0, '进度滞后'],
];

const ON_THE_WAY = { green: '达到序时', yellow: '略有滞后', red: '明显滞后' } as const;

/** The limit below which a target is a problem at the year's end. */
export const LEAST = 90;

/**
 * {评语} of a target: by the scale once its days are over, before that against 序时. Nothing without a goal, and
 * nothing while nothing is due yet.
 */
export function remarkOf({ entry, goal, done, expected, light }: TargetFigures, asOf: string): string | undefined {
  if (goal.value === null || done.value === null || goal.value === 0) return undefined;
  if (done.value >= goal.value || asOf >= entry.value.until) return remarkByShare(done, goal);
  return light === 'done' || light === 'none' || expected.value === 0 ? undefined : ON_THE_WAY[light];
}

/** {评语} of a rate, unrounded: 99.96 % is not yet 全面完成. */
export function remarkByShare(done: Figure, goal: Figure): string | undefined {
  const share = shareOf(done, goal);
  if (share === undefined) return undefined;
  return share > 100 ? '超额完成' : SCALE.find(([from]) => share >= from)?.[1];
}

/** Whether a target is behind: below the scale's 基本完成 at its end, yellow or red before. */
export function isBehind({ entry, goal, done, light }: TargetFigures, asOf: string): boolean {
  const share = shareOf(done, goal);
  if (share === undefined) return false;
  return asOf >= entry.value.until ? share < LEAST : light === 'yellow' || light === 'red';
}

/** The unrounded percentage done of a goal; undefined where one of them is unknown or the goal is 0. */
export function shareOf(done: Figure, goal: Figure): number | undefined {
  return done.value === null || !goal.value ? undefined : (done.value * 100) / goal.value;
}
