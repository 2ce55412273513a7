/**
 * The words of a closed year, in percent of the goal (100 itself is 全面完成, above it 超额完成). A year that is over is
 * judged as over: what is lacking is 未完成, not on its way. Source: office practice.
 */
const REACHED: readonly (readonly [from: number, word: string])[] = [
  [100, '全面完成'],
  [90, '基本完成'],
  [70, '未完成，尚有差距'],
  [0, '未完成，差距较大'],
];

/** How a word of `reachedWord` follows, for `explain`. */
export const REACHED_RULE =
  '超过100为超额完成，等于100为全面完成，90以上为基本完成，70以上为未完成、尚有差距，不到70为未完成、差距较大';

/** The word for `done` of `goal`, by the exact share: 99.96 % is not yet 全面完成. */
export function reachedWord(done: number, goal: number): string | undefined {
  if (done > goal) return '超额完成';
  return REACHED.find(([from]) => done * 100 >= goal * from)?.[1];
}

/** How a word of `paceWord` follows, for `explain`. */
export const PACE_RULE = '100以上为达到序时，黄灯下限以上为略有滞后，不到的为明显滞后';

/** The word for `done` against what is due, both in the same parts; `yellowFrom` is in percent. */
export function paceWord(done: number, due: number, yellowFrom: number): string {
  if (done >= due) return '达到序时';
  return done * 100 >= due * yellowFrom ? '略有滞后' : '明显滞后';
}

const SHARES: readonly (readonly [upTo: number, word: string])[] = [
  [10, '个别'],
  [20, '少数'],
  [50, '部分'],
];

/** How a word of `shareWord` follows, for `explain`. */
export const SHARE_RULE = '10以下为个别，20以下为少数，50以下为部分，以上为多数，100为全部';

/** A share in words, so that no laggard is named. Source: office practice. */
export function shareWord(part: number, whole: number): string {
  if (part >= whole) return '全部';
  return SHARES.find(([upTo]) => part * 100 <= whole * upTo)?.[1] ?? '多数';
}

/** A share in percent, one decimal, rounded down: what falls short of a limit never looks as if it reached it. */
export function shareBelow(part: number, whole: number): number {
  return Math.floor((part * 1000) / whole) / 10;
}
