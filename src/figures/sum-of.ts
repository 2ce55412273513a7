import type { Figure } from '../document/figure.js';

/** The result of a sum: its value, or the reason why there is none, and its hedge. */
type Sum = Pick<Figure, 'value' | 'missing' | 'bound' | 'coverage'>;

/**
 * Sums amounts; null stands for an unknown one. If all are unknown the sum is unknown,
 * if some are it is a minimum, and with a hedged part (约86) it is hedged. Without any record it is a true zero.
 */
export function sumOf(amounts: readonly (number | null)[], hedged = false): Sum {
  const known = amounts.filter((amount) => amount !== null);
  if (amounts.length > 0 && known.length === 0) return { value: null, missing: '暂未统计' };
  // Without the dust of binary fractions: 0.1 + 0.2 is 0.3.
  const value = Math.round(known.reduce((sum, amount) => sum + amount, 0) * 1e6) / 1e6;
  if (known.length < amounts.length) {
    return { value, bound: '不少于', coverage: { known: known.length, of: amounts.length } };
  }
  return hedged ? { value, bound: '约' } : { value };
}
