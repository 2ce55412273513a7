import type { Figure } from '../document/figure.js';

/** What a sum knows: its value, why there is none, and how far it can be relied on. */
type Sum = Pick<Figure, 'value' | 'missing' | 'bound'>;

/**
 * Adds up what the records say; null stands for a record that does not say. With none that does the sum is unknown,
 * with some it is a least amount, and with a hedged part (约86) it is hedged itself. No record at all is a true zero.
 */
export function sumOf(amounts: readonly (number | null)[], hedged = false): Sum {
  const known = amounts.filter((amount) => amount !== null);
  if (amounts.length > 0 && known.length === 0) return { value: null, missing: '暂未统计' };
  // Without the dust of binary fractions: 0.1 + 0.2 is 0.3.
  const value = Math.round(known.reduce((sum, amount) => sum + amount, 0) * 1e6) / 1e6;
  if (known.length < amounts.length) return { value, bound: '不少于' };
  return hedged ? { value, bound: '约' } : { value };
}
