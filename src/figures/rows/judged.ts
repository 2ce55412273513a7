import type { Figure } from '../../document/figure.js';
import type { Made } from '../row.js';
import { REACHED_RULE, reachedWord, SHARE_RULE, shareBelow, shareWord } from '../verdict-words.js';

/** What a judgement in percent has in common: it lists no records, those of its inputs do. */
export function ofPercent(inputs: readonly Figure[]) {
  return { made: 'derived', formula: 'ratio', inputs, records: () => [] } as const;
}

/** No judgement, and why. */
export function unjudged(missing: string): Made {
  return { ...ofPercent([]), rule: '', value: () => null, missing };
}

/** What was reached of a goal whose time is over, with the word for it. */
export function reached(rule: string, done: Figure, goal: Figure): Made {
  return {
    ...ofPercent([done, goal]),
    rule: `${rule} × 100，向下取一位小数；${REACHED_RULE}`,
    value: ([part = null, whole = null]) => (part === null || !whole ? null : shareBelow(part, whole)),
    word: ([part = null, whole = null]) => (part === null || !whole ? undefined : reachedWord(part, whole)),
  };
}

/** How large a part is, with the word for it. */
export function share(rule: string, some: Figure, all: Figure): Made {
  return {
    ...ofPercent([some, all]),
    rule: `${rule} × 100，向下取一位小数；${SHARE_RULE}`,
    value: ([part = null, whole = null]) => (part === null || !whole ? null : shareBelow(part, whole)),
    word: ([part, whole]) => (part && whole ? shareWord(part, whole) : undefined),
  };
}
